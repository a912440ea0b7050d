package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.OrderMessage.OrderStatus;
import org.junit.jupiter.api.Test;

class SoakOrderTest {

    private final SoakOrder order = new SoakOrder(7, Decimals.ofWhole(100), 1_000);

    private static OrderStatus status(String status, int filled) {
        return new OrderStatus(7, status, Decimals.ofWhole(filled), 0, 0, 1, 0, 0, 1, "", 0);
    }

    private static Execution execution(String id, int shares, int soFar) {
        Execution n = Execution.NONE;
        return new Execution(
                7,
                id,
                "",
                "",
                "",
                "BOT",
                Decimals.ofWhole(shares),
                0,
                1,
                1,
                0,
                Decimals.ofWhole(soFar),
                0,
                "",
                "",
                n.evMultiplierE8(),
                "",
                0,
                false,
                "");
    }

    @Test
    void shouldTakeTheWordsOfAnOrderThatFills() {
        assertThat(order.told(status("PreSubmitted", 0), 1_500)).isEmpty();
        assertThat(order.told(execution("a", 40, 40))).isEmpty();
        assertThat(order.told(status("Submitted", 40), 1_600)).isEmpty();
        assertThat(order.told(execution("b", 60, 100))).isEmpty();
        assertThat(order.told(status("Filled", 100), 1_700)).isEmpty();
        assertThat(order.told(status("Filled", 100), 1_800)).isEmpty();
        assertThat(order.hasEnded()).isTrue();
        assertThat(order.answerNanos()).isEqualTo(500);
        assertThat(order.execIds()).containsExactly("a", "b");
    }

    @Test
    void shouldNoticeALostExecutionByTheRunningSum() {
        assertThat(order.told(execution("b", 60, 100))).contains("execution b");
    }

    @Test
    void shouldNoticeAnExecutionThatComesTwice() {
        assertThat(order.told(execution("a", 40, 40))).isEmpty();
        assertThat(order.told(execution("a", 40, 40))).isEqualTo("execution a twice");
    }

    @Test
    void shouldNoticeWordsInTheWrongOrder() {
        assertThat(order.told(status("Cancelled", 0), 2_000)).isEmpty();
        assertThat(order.told(status("Submitted", 0), 2_100))
                .isEqualTo("Submitted after Cancelled");
    }

    @Test
    void shouldNoticeThatLessIsFilledThanBefore() {
        assertThat(order.told(status("Submitted", 40), 2_000)).isEmpty();
        assertThat(order.told(status("Submitted", 30), 2_100)).startsWith("filled ");
    }

    @Test
    void shouldNoticeSilence() {
        assertThat(order.overdue(2_000, 5_000)).isEmpty();
        assertThat(order.overdue(6_001, 5_000)).isEqualTo("no word since it was placed");
    }

    @Test
    void shouldNoticeACancelWithoutAnEnd() {
        assertThat(order.told(status("Submitted", 0), 2_000)).isEmpty();
        order.cancelled(3_000);
        assertThat(order.overdue(8_000, 5_000)).isEmpty();
        assertThat(order.overdue(8_001, 5_000)).isEqualTo("still Submitted after its cancel");
    }
}
