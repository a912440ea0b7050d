package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickerLineTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void shouldShowHowATickerIs() throws JsonProcessingException {
        String line =
                TickerLine.of(
                        JSON.readTree(
                                """
                                {"ticker": "SPY", "lifeCycle": "TRADING", "halted": true,
                                 "breach": "daily loss", "ownPosition": "-100", "workingOrders": 2,
                                 "dataAgeMillis": 1250, "clientId": 101, "processId": 4711,
                                 "restarts": 1, "alarms": ["no stop at the broker"]}
                                """));
        assertThat(line)
                .containsSubsequence(
                        "SPY",
                        "TRADING, HALTED",
                        "own -100",
                        "working 2",
                        "data 1.3 s",
                        "client 101",
                        "process 4711",
                        "restarts 1",
                        "breach daily loss",
                        "alarm: no stop at the broker");
    }

    @Test
    void shouldShowATickerThatHasSaidNothingYet() throws JsonProcessingException {
        assertThat(TickerLine.of(JSON.readTree("{\"ticker\": \"SPY\", \"breach\": null}")))
                .contains("SPY", "UNKNOWN", "own -")
                .doesNotContain("breach", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING, '', false",
        "CONNECTING, 'start-overdue: its process is not ready', false",
        "CONNECTING, 'contract-refused: SPY: 200: unknown', true",
        "RECONCILING, '', false",
        "TRADING, '', true",
        "PAUSED, '', true",
        "STOPPED, '', false"
    })
    void shouldTellWhetherATickerHasComeAsFarAsItWill(String state, String alarm, boolean begun) {
        var ticker = JSON.createObjectNode().put("lifeCycle", state);
        ticker.putArray("alarms").add(alarm);
        assertThat(TickerLine.hasBegun(ticker)).isEqualTo(begun);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "0.00000000, 0, false",
        "100, 0, true",
        "-1, 0, true",
        "0, 1, true",
        "'', 0, false"
    })
    void shouldTellWhetherATickerHoldsSomething(String own, int working, boolean holds) {
        var ticker = JSON.createObjectNode().put("ownPosition", own).put("workingOrders", working);
        assertThat(TickerLine.holdsSomething(ticker)).isEqualTo(holds);
    }
}
