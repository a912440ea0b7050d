package dev.monger.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed while a bracket works; what comes back knows everything. */
class CrashIT {

    @Test
    void shouldReconcileAfterMongerAndPortfolioAreKilledWithABracketOpen(@TempDir Path folder) {
        try (LiveStack stack = LiveStack.up(folder, "--config", Rules.onSignals(folder, "SPY"))) {
            // Given
            stack.awaitTrading();
            try (SignalSource signals = new SignalSource(stack)) {
                signals.sendUntil("the bracket works", "SPY", true, () -> stack.openOrders() >= 2);
            }

            // When
            long monger = stack.pid("monger-SPY");
            long portfolio = stack.pid("portfolio");
            LiveStack.signal("KILL", Long.toString(monger));
            LiveStack.signal("KILL", Long.toString(portfolio));

            // Then
            stack.until(
                    "another monger trades",
                    () ->
                            stack.anotherRuns("monger-SPY", monger)
                                    && stack.fleet("SPY")
                                            .path("lifeCycle")
                                            .asText()
                                            .equals("TRADING"));
            stack.until("another portfolio", () -> stack.anotherRuns("portfolio", portfolio));
            stack.until("the position has its exits", () -> stack.openOrders() == 2);
            assertThat(stack.held("SPY")).isEqualByComparingTo("100");
            assertThat(stack.interrupt()).as(stack.told()).isZero();
            assertThat(stack.summary().path("violations")).isEmpty();
            assertThat(stack.summary().path("residualPositions")).isEmpty();
        }
    }

    @Test
    void shouldLoseNoFillAndDoubleNoOrderOverManyKills(@TempDir Path folder) {
        try (LiveStack stack = LiveStack.up(folder, "--config", Rules.onSignals(folder, "SPY"))) {
            // Given
            stack.awaitTrading();

            // When
            try (SignalSource signals = new SignalSource(stack)) {
                for (int kill = 0; kill < 3; kill++) {
                    int orders = stack.records("trading.orders").size();
                    signals.sendUntil(
                            "an order is told",
                            "SPY",
                            true,
                            () -> stack.records("trading.orders").size() > orders);
                    long monger = stack.pid("monger-SPY");
                    LiveStack.signal("KILL", Long.toString(monger));
                    stack.until(
                            "another monger trades",
                            () ->
                                    stack.anotherRuns("monger-SPY", monger)
                                            && stack.fleet("SPY")
                                                    .path("lifeCycle")
                                                    .asText()
                                                    .equals("TRADING"));
                    stack.run("flatten", "SPY", "--wait");
                    stack.run("resume", "SPY", "--wait");
                }
            }

            // Then
            List<String> booked = new ArrayList<>();
            for (JsonNode execution : stack.executions()) {
                booked.add(execution.path("execId").asText());
            }
            stack.until("all fills are told", () -> told(stack).size() >= booked.size());
            assertThat(told(stack)).containsExactlyInAnyOrderElementsOf(booked);
            assertThat(sequences(stack.records("trading.fills"))).doesNotHaveDuplicates();
            assertThat(stack.interrupt()).as(stack.told()).isZero();
            assertThat(stack.summary().path("violations")).isEmpty();
        }
    }

    private static List<String> told(LiveStack stack) {
        return stack.records("trading.fills").stream()
                .filter(fill -> fill.get("amendment").toString().equals("EXECUTION"))
                .map(fill -> fill.get("execId").toString())
                .toList();
    }

    private static List<Object> sequences(List<GenericRecord> records) {
        return records.stream().map(record -> record.get("sequence")).toList();
    }
}
