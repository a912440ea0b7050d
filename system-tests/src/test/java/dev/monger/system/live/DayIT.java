package dev.monger.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day a newcomer sees: four tickers trade by indicators, and end flat. */
class DayIT {

    private static final List<String> TICKERS = List.of("SPY", "IBM", "BAC", "AIG");

    @Test
    void shouldTradeFourTickersAndEndFlat(@TempDir Path folder) {
        try (LiveStack stack = LiveStack.up(folder)) {
            // Given
            stack.awaitTrading();

            // When
            stack.until(
                    "every ticker has fills",
                    () ->
                            TICKERS.stream()
                                    .allMatch(t -> stack.last("trading.fills", t).isPresent()));
            String ps = stack.run("ps");
            String topics = stack.run("topics");
            String tail =
                    stack.run(
                            "tail",
                            "trading.fills",
                            "--ticker",
                            "SPY",
                            "--from-beginning",
                            "--no-follow",
                            "-o",
                            "json");
            String stranger = stack.readAsAStranger();
            int exitCode = stack.interrupt();

            // Then
            assertThat(exitCode).as(stack.told()).isZero();
            assertThat(ps).contains(TICKERS);
            assertThat(topics).contains("trading.fills", "account.risk");
            assertThat(tail).contains("\"execId\"", "\"SPY\"").doesNotContain("\"IBM\"");
            assertThat(stranger)
                    .contains(TICKERS)
                    .contains("\"execId\": \"", "\"amendment\": \"EXECUTION\"");
            JsonNode summary = stack.summary();
            for (String ticker : TICKERS) {
                assertThat(summary.path("tickers").path(ticker).path("fills").asInt()).isPositive();
            }
            assertThat(summary.path("residualPositions")).isEmpty();
            assertThat(summary.path("violations")).isEmpty();
            JsonNode account = summary.path("pnl").path("account");
            assertThat(account.path("realized").decimalValue())
                    .isEqualByComparingTo(summary.path("pnl").path("realized").decimalValue());
        }
    }
}
