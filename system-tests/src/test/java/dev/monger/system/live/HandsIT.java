package dev.monger.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People trade at TWS while the fleet does. */
class HandsIT {

    @Test
    void shouldTellWhatPeopleDoAndLeaveNoOrderBehindThem(@TempDir Path folder) {
        try (LiveStack stack =
                LiveStack.up(folder, "--config", Rules.onSignals(folder, "SPY", "IBM"))) {
            stack.awaitTrading();
            aTypedOrderReachesTopicAndPositionOnce(stack);
            aPersonClosesOurPosition(stack);
            assertThat(stack.interrupt()).as(stack.told()).isZero();
        }
    }

    private static void aTypedOrderReachesTopicAndPositionOnce(LiveStack stack) {
        // When
        stack.person(
                "/manual-orders",
                "{\"symbol\":\"IBM\",\"action\":\"BUY\",\"quantity\":\"40\",\"type\":\"MKT\"}");

        // Then
        stack.until(
                "the fill reaches the ticker's position",
                () ->
                        stack.last("trading.positions", "IBM")
                                .filter(p -> is(Topic.decimal(p, "manual"), 40))
                                .isPresent());
        List<String> told =
                stack.records("account.manual-orders").stream()
                        .filter(order -> order.get("kind").toString().equals("FILL"))
                        .map(order -> order.get("execId").toString())
                        .toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told).hasSize(stack.executions().size());
        assertThat(stack.records("account.manual-orders"))
                .extracting(order -> order.get("kind").toString())
                .contains("ORDER");
        GenericRecord position = stack.last("trading.positions", "IBM").orElseThrow();
        assertThat(Topic.decimal(position, "own")).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static void aPersonClosesOurPosition(LiveStack stack) {
        // Given
        try (SignalSource signals = new SignalSource(stack)) {
            signals.sendUntil(
                    "a position of SPY with both exits working", "SPY", true, () -> settled(stack));
        }

        // When
        stack.person(
                "/manual-orders",
                "{\"symbol\":\"SPY\",\"action\":\"SELL\",\"quantity\":\"100\",\"type\":\"MKT\"}");

        // Then
        stack.until("the account holds no SPY", () -> stack.held("SPY").signum() == 0);
        stack.until("our exits are gone", () -> stack.openOrders() == 0);
        int executions = stack.executions().size();
        stack.until(
                "own share of SPY is zero",
                () ->
                        stack.last("trading.positions", "SPY")
                                .filter(p -> Topic.decimal(p, "own").signum() == 0)
                                .isPresent());
        assertThat(stack.executions().size()).isEqualTo(executions);
        assertThat(stack.held("SPY")).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static boolean settled(LiveStack stack) {
        return is(stack.held("SPY"), 100) && stack.openOrders() == 2;
    }

    private static boolean is(BigDecimal value, long wanted) {
        return value.compareTo(BigDecimal.valueOf(wanted)) == 0;
    }
}
