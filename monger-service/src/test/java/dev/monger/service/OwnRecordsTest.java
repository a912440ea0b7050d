package dev.monger.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRecordsTest {

    @ParameterizedTest
    @CsvSource({
        "fleet.assignments,SPY,true",
        "fleet.assignments,IBM,false",
        "fleet.assignments,*,false",
        "fleet.commands,SPY,true",
        "fleet.commands,*,true",
        "fleet.commands,IBM,false",
        "account.risk,DU1,true",
        "account.risk,DU2,false",
        "account.risk,SPY,false",
        "trading.signals,SPY,true",
        "trading.signals,IBM,false"
    })
    void shouldTakeWhatConcernsTheTicker(String topic, String key, boolean taken) {
        assertThat(new OwnRecords("SPY", "DU1").takes(topic, key)).isEqualTo(taken);
    }
}
