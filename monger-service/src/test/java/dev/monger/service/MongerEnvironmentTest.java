package dev.monger.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.monger.MongerSettings;
import dev.monger.shell.environment.EnvironmentProblem;
import dev.monger.shell.environment.EnvironmentReader;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongerEnvironmentTest {

    private final Map<String, String> variables =
            new TreeMap<>(
                    Map.of(
                            "MONGER_KAFKA", "127.0.0.1:39092",
                            "MONGER_REGISTRY", "http://127.0.0.1:38081",
                            "MONGER_TWS_HOST", "127.0.0.1",
                            "MONGER_TWS_PORT", "7497",
                            "MONGER_ACCOUNT", "DU1000001",
                            "MONGER_STATE_DIR", "/var/lib/monger",
                            "MONGER_TICKER", "SPY",
                            "MONGER_CLIENT_ID", "3"));

    @Test
    void shouldNeedATickerAndAClientId() {
        // Given
        EnvironmentReader reader = new EnvironmentReader(variables);

        // When
        MongerEnvironment read = MongerEnvironment.from(reader);

        // Then
        assertThat(reader.problems()).isEmpty();
        assertThat(read.leaseEpoch()).isEmpty();
        assertThat(read.settings()).isEqualTo(new MongerSettings("SPY", "DU1000001", 3, 10));
    }

    @Test
    void shouldReadItsLease() {
        // Given
        variables.put("MONGER_LEASE_EPOCH", "1795478400");
        variables.put("MONGER_MESSAGES_PER_SECOND", "4");
        EnvironmentReader reader = new EnvironmentReader(variables);

        // When
        MongerEnvironment read = MongerEnvironment.from(reader);

        // Then
        assertThat(reader.problems()).isEmpty();
        assertThat(read.leaseEpoch()).isEqualTo(OptionalLong.of(1_795_478_400L));
        assertThat(read.settings()).isEqualTo(new MongerSettings("SPY", "DU1000001", 3, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "MONGER_TICKER,spy,one ticker of the fleet",
        "MONGER_TICKER,..,one ticker of the fleet",
        "MONGER_TICKER,../IBM,one ticker of the fleet",
        "MONGER_CLIENT_ID,0,from 1 to 31",
        "MONGER_CLIENT_ID,32,from 1 to 31",
        "MONGER_LEASE_EPOCH,0,the epoch of the lease",
        "MONGER_LEASE_EPOCH,-1,the epoch of the lease",
        "MONGER_LEASE_EPOCH,next,the epoch of the lease",
        "MONGER_MESSAGES_PER_SECOND,1,from 2 to 45",
        "MONGER_MESSAGES_PER_SECOND,50,from 2 to 45"
    })
    void shouldRefuseWithTheRemedy(String name, String value, String remedy) {
        // Given
        variables.put(name, value);
        EnvironmentReader reader = new EnvironmentReader(variables);

        // When
        MongerEnvironment.from(reader);

        // Then
        assertThat(reader.problems())
                .extracting(EnvironmentProblem::line)
                .singleElement()
                .asString()
                .startsWith(name + " is \"" + value + "\": ")
                .contains(remedy);
    }
}
