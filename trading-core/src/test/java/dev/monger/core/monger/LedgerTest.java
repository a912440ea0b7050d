package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.FakeBroker.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final OrderRef REF = new OrderRef("SPY.3.9.P");

    private static OrderEvent.ExecutionReported told(
            String execId, Side side, String shares, String price, long second) {
        return new OrderEvent.ExecutionReported(
                new Execution(
                        new ExecId(execId),
                        new PermId(5),
                        REF,
                        FakeBroker.CONTRACT,
                        FakeBroker.ACCOUNT,
                        side,
                        Quantity.of(shares),
                        Price.of(price),
                        Story.START + second));
    }

    private static OrderEvent.CommissionReported commission(String execId, String amount) {
        return new OrderEvent.CommissionReported(new ExecId(execId), Money.of(amount), null);
    }

    static void permute(
            List<MongerEvent> rest, List<MongerEvent> head, List<List<MongerEvent>> all) {
        if (rest.isEmpty()) {
            all.add(List.copyOf(head));
        }
        for (int i = 0; i < rest.size(); i++) {
            List<MongerEvent> fewer = new ArrayList<>(rest);
            List<MongerEvent> longer = new ArrayList<>(head);
            longer.add(fewer.remove(i));
            permute(fewer, longer, all);
        }
    }

    @Test
    void shouldComeToTheSameInAnyOrderOfCallbacks() {
        List<MongerEvent> events =
                List.of(
                        told("a.b.01.01", Side.BUY, "100", "10.01", 1),
                        told("a.c.01.01", Side.BUY, "100", "10.03", 2),
                        told("a.d.01.01", Side.SELL, "150", "10.05", 3),
                        told("a.d.01.02", Side.SELL, "150", "10.06", 3),
                        commission("a.c.01.01", "0.35"),
                        told("a.b.01.01", Side.BUY, "100", "10.01", 1));
        List<List<MongerEvent>> orders = new ArrayList<>();
        permute(events, List.of(), orders);
        for (List<MongerEvent> order : orders) {
            Story story = Story.ready();
            story.tell(order.toArray(MongerEvent[]::new));
            Tally tally = story.state.ledger().tally();
            assertThat(tally.own()).isEqualTo(Quantity.ofShares(50));
            assertThat(tally.averagePrice()).isEqualTo(Price.of("10.02"));
            assertThat(tally.realized()).isEqualTo(Money.of("6"));
            assertThat(story.state.ledger().commissionsSince(Long.MIN_VALUE))
                    .isEqualTo(Money.of("0.35"));
            assertThat(story.said(MongerFact.CommissionBooked.class)).hasSize(1);
        }
        assertThat(orders).hasSize(720);
    }

    @Test
    void shouldGiveOneOrderStateInAnyOrderOfCallbacks() {
        Story first = Story.ready();
        first.predict(true);
        Kept entry = first.broker.only(Leg.ENTRY);
        first.broker.fill(entry.ticket.ref(), Quantity.ofShares(60), Price.of("100"));
        first.broker.fill(entry.ticket.ref(), Quantity.ofShares(40), Price.of("100"));
        List<MongerEvent> burst =
                first.broker.events.stream()
                        .filter(e -> ofEntry(e, entry) || e instanceof AccountEvent)
                        .toList();
        List<List<MongerEvent>> orders = new ArrayList<>();
        permute(burst, List.of(), orders);
        for (List<MongerEvent> order : orders) {
            Story story = Story.ready();
            story.predict(true);
            story.tell(order.toArray(MongerEvent[]::new));
            // The position stream itself is in order: its last word stands.
            story.tell(burst.getLast());
            TrackedOrder told =
                    Objects.requireNonNull(story.state.book().find(null, entry.ticket.ref()));
            assertThat(told.filled()).isEqualTo(Quantity.ofShares(100));
            assertThat(Turn.nameOf(told.state())).isEqualTo("Filled");
            assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
            assertThat(story.state.ledger().broker()).isInstanceOf(BrokerView.Agrees.class);
        }
        assertThat(orders).hasSize(720);
    }

    private static boolean ofEntry(MongerEvent event, Kept entry) {
        return switch (event) {
            case OrderEvent.ExecutionReported e -> entry.ticket.ref().equals(e.execution().ref());
            case OrderEvent.OrderStatusReported s -> entry.ticket.ref().equals(s.ref());
            default -> false;
        };
    }

    @Test
    void shouldTellACorrectionAsARevision() {
        Story story = Story.ready();
        story.tell(
                told("a.b.01.01", Side.BUY, "100", "10", 1),
                told("a.b.01.02", Side.BUY, "90", "10", 1),
                told("a.b.01.01", Side.BUY, "100", "10", 1));
        assertThat(story.own()).isEqualTo(Quantity.ofShares(90));
        assertThat(story.said(MongerFact.FillBooked.class))
                .extracting(MongerFact.FillBooked::replaces)
                .containsExactly(null, new ExecId("a.b.01.01"));
    }

    @Test
    void shouldNotBookAnotherContractOrAccount() {
        Story story = Story.ready();
        Execution ours = told("a.b.01.01", Side.BUY, "100", "10", 1).execution();
        story.tell(
                new OrderEvent.ExecutionReported(
                        new Execution(
                                ours.execId(),
                                ours.permId(),
                                ours.ref(),
                                new ConId(99),
                                ours.account(),
                                ours.side(),
                                ours.shares(),
                                ours.price(),
                                ours.exchangeNanos())));
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void shouldKeepThirdsExactWhenWholeIsClosed() {
        Story story = Story.ready();
        story.tell(
                told("a.b.01.01", Side.BUY, "3", "33.33333333", 1),
                told("a.c.01.01", Side.SELL, "1", "33.5", 2),
                told("a.d.01.01", Side.SELL, "2", "33.5", 3));
        assertThat(story.state.ledger().tally().realized()).isEqualTo(Money.of("0.50000001"));
        assertThat(story.state.ledger().tally().openCost()).isEqualTo(Money.ZERO);
    }

    @Test
    void shouldTurnFromLongToShortAtItsPrices() {
        Story story = Story.ready();
        story.tell(
                told("a.b.01.01", Side.BUY, "100", "10", 1),
                told("a.c.01.01", Side.SELL, "150", "11", 2),
                told("a.d.01.01", Side.BUY, "50", "10.5", 3));
        assertThat(story.state.ledger().tally().realized()).isEqualTo(Money.of("125"));
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void shouldLetHandsTakeFromOurShareFirst() {
        Story story = Story.ready();
        Execution hand = told("h.b.01.01", Side.SELL, "150", "11", 2).execution();
        story.tell(
                told("a.b.01.01", Side.BUY, "100", "10", 1),
                new AccountEvent.ManualFillReported(
                        new Execution(
                                hand.execId(),
                                null,
                                null,
                                hand.conId(),
                                hand.account(),
                                hand.side(),
                                hand.shares(),
                                hand.price(),
                                hand.exchangeNanos())),
                new AccountEvent.AdjustmentAcknowledged("split", Quantity.ofShares(7), "op"),
                new AccountEvent.AdjustmentAcknowledged("split", Quantity.ofShares(7), "op"));
        assertThat(story.state.ledger().shares())
                .isEqualTo(
                        new MongerFact.Shares(
                                Quantity.ZERO,
                                Quantity.ZERO,
                                Quantity.ofShares(-50),
                                Quantity.ofShares(7)));
        assertThat(story.state.ledger().tally().realized()).isEqualTo(Money.of("100"));
    }
}
