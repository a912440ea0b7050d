package dev.monger.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day's loss reaches its limit, live. */
class LossLimitIT {

    private static final List<String> TICKERS = List.of("SPY", "IBM");

    @Test
    void shouldBeFlatEverywhereAndRefuseEntries(@TempDir Path folder) {
        String rules = Rules.onSignals(folder, "SPY", "IBM");
        try (LiveStack stack =
                LiveStack.up(folder, "--config", rules, "--daily-loss-limit", "500")) {
            // Given
            stack.awaitTrading();
            try (SignalSource signals = new SignalSource(stack)) {
                for (String ticker : TICKERS) {
                    signals.sendUntil(
                            "a position of " + ticker,
                            ticker,
                            true,
                            () -> stack.held(ticker).signum() > 0);
                }

                // When
                TICKERS.forEach(ticker ->
                        stack.person(
                                "/quotes",
                                "{\"symbol\":\""
                                        + ticker
                                        + "\",\"shiftPercent\":\"-4\",\"hold\":\"true\"}"));

                // Then
                stack.until(
                        "every ticker is flat",
                        () ->
                                TICKERS.stream().allMatch(t -> stack.held(t).signum() == 0)
                                        && stack.openOrders() == 0);
                stack.until(
                        "every ticker is halted",
                        () ->
                                TICKERS.stream()
                                        .allMatch(t -> stack.fleet(t).path("halted").asBoolean()));
                int executions = stack.executions().size();
                TICKERS.forEach(ticker -> signals.send(ticker, true));
                stack.until(
                        "both signals are refused for the halt",
                        () -> TICKERS.stream().allMatch(t -> lastRefusal(stack, t)));
                assertThat(stack.executions().size()).isEqualTo(executions);
            }
            assertThat(stack.records("account.risk").getLast().get("level").toString())
                    .isEqualTo("BREACHED");
            assertThat(stack.interrupt()).as(stack.told()).isZero();
        }
    }

    private static boolean lastRefusal(LiveStack stack, String ticker) {
        List<GenericRecord> predictions =
                stack.records("trading.predictions").stream()
                        .filter(record -> record.get("ticker").toString().equals(ticker))
                        .toList();
        return predictions.size() >= 2
                && "NOT_HALTED".equals(String.valueOf(predictions.getLast().get("refusedBy")));
    }
}
