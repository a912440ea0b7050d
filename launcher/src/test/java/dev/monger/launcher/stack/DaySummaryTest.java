package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaySummaryTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void shouldNameAnExecutionThatIsInTheBooksButNotOnTheTopic() throws JsonProcessingException {
        DaySummary day = new DaySummary(START);
        day.compare(
                JSON.readTree(
                        """
                        {"accounts": [{"account": "DU1", "realizedPnl": "1.5", "positions": []}]}
                        """),
                JSON.readTree("[{\"execId\": \"0001.01.01\"}]"));
        day.residuals(List.of("SPY: FAILED, position left 100"));
        var json = day.json(START.plusSeconds(1));
        assertThat(json.path("violations").toString())
                .contains("execution 0001.01.01 stands 0 times on trading.fills")
                .contains("realised: trading.positions says 0, the books say 1.5");
        assertThat(json.path("residuals").get(0).asText()).contains("position left 100");
        assertThat(json.path("fills").asInt()).isZero();
    }
}
