package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.ConfidenceBand;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.EntryRules;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.HoursRules;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.QuotePricing;
import dev.monger.core.model.Side;
import dev.monger.core.model.SignalRules;
import dev.monger.core.model.Sizing;
import dev.monger.core.model.TradingWindow;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For each gate one story in which it, and before it nothing else, says no; and one where all say
 * yes.
 */
class EntryGatesTest {

    private static final Map<EntryGate, Consumer<Story>> NO = new EnumMap<>(EntryGate.class);

    static {
        NO.put(EntryGate.ASSIGNED, s -> s.state = s.state.with(s.state.session().withTerms(null)));
        NO.put(
                EntryGate.CONTRACT_STANDS,
                s -> s.tell(new LinkEvent.ContractRefused("200: no security definition")));
        NO.put(
                EntryGate.LEASE,
                s -> s.tell(new SessionEvent.LeaseReceived(new LeaseEpoch(4), FakeBroker.CLIENT)));
        NO.put(
                EntryGate.NOT_HALTED,
                s -> s.state = s.state.with(new LatchState.Halted("loss", "lost")));
        NO.put(EntryGate.MANUAL_ORDERS, EntryGatesTest::manualOrder);
        NO.put(EntryGate.CLOCK, EntryGatesTest::skew);
        NO.put(EntryGate.ORDER_EFFICIENCY, EntryGatesTest::manyMessages);
        NO.put(EntryGate.TRADING, s -> s.command("p", CommandKind.PAUSE, 10));
        NO.put(EntryGate.LINKED, s -> s.tell(new LinkEvent.RestartApproaching()));
        NO.put(
                EntryGate.RECONCILED,
                s -> s.state = s.state.with(s.state.reconciliation().broken(s.nanos)));
        NO.put(EntryGate.CAUGHT_UP, s -> s.tell(new SessionEvent.TopicsLost()));
        NO.put(
                EntryGate.PERMIT,
                s -> {
                    s.permits = false;
                    s.seconds(5);
                });
        NO.put(
                EntryGate.NOTHING_UNKNOWN,
                s -> {
                    s.broker.swallowsOrders = true;
                    s.predict(true).seconds(5);
                });
        NO.put(EntryGate.EXECUTIONS_COMPLETE, EntryGatesTest::fillWithoutExecution);
        NO.put(EntryGate.POSITION_AGREES, s -> s.tell(position(50)));
        NO.put(
                EntryGate.PROTECTED,
                s -> {
                    s.enterLong();
                    s.broker.cancel(s.broker.only(Leg.STOP_LOSS).ticket.ref());
                    s.settle();
                });
        NO.put(EntryGate.PREDICTION_FRESH, s -> s.nanos += 0);
        NO.put(
                EntryGate.CONFIDENCE,
                s -> assign(s, b -> b.signals(signals(new ConfidenceBand(900_000, 1_000_000)))));
        NO.put(EntryGate.SHORT_ALLOWED, s -> {});
        NO.put(EntryGate.SAME_SIDE, EntryGatesTest::holdBaselineShort);
        NO.put(
                EntryGate.SPACING,
                s -> {
                    s.predict(true);
                });
        NO.put(
                EntryGate.COOL_DOWN,
                s -> {
                    s.enterLong().fill(Leg.STOP_LOSS, 100, "99.5").seconds(2);
                    assign(s, b -> b.entry(entry(Duration.ofMinutes(5))));
                });
        NO.put(EntryGate.LIVE_QUOTE, s -> s.tell(new MarketEvent.LiveDataEnded("delayed now")));
        NO.put(EntryGate.TRADABLE, s -> s.tell(new MarketEvent.TradingHalted(true)));
        NO.put(EntryGate.SHORTABLE, s -> assign(s, b -> b.signals(shortToo())));
        NO.put(EntryGate.HOURS, EntryGatesTest::closed);
        NO.put(
                EntryGate.SIZE,
                s -> {
                    s.enterLong();
                    assign(
                            s,
                            b ->
                                    b.sizing(
                                            new Sizing(
                                                    Quantity.ofShares(100),
                                                    Quantity.ofShares(199))));
                });
        NO.put(
                EntryGate.COLLAR,
                s -> {
                    s.bid = Price.of("90");
                    s.ask = Price.of("110");
                    s.quote();
                });
        NO.put(
                EntryGate.ORDER_RATE,
                s -> {
                    s.tell(
                            new SessionEvent.AssignmentReceived(
                                    Story.assigned("risk.ordersPerMinute", "5")));
                    s.predict(true);
                    s.broker.cancel(s.broker.only(Leg.ENTRY).ticket.ref());
                    s.settle().command("r", CommandKind.RESUME, 10).seconds(2);
                });
    }

    private static AccountEvent position(long shares) {
        return new AccountEvent.BrokerPositionReported(
                FakeBroker.CONTRACT, FakeBroker.ACCOUNT, Quantity.ofShares(shares), null);
    }

    private static void fillWithoutExecution(Story story) {
        story.predict(true);
        FakeBroker.Kept entry = story.broker.only(Leg.ENTRY);
        story.tell(
                new OrderEvent.OrderStatusReported(
                        entry.ticket.ref(),
                        entry.permId,
                        BrokerOrder.Status.SUBMITTED,
                        Quantity.ofShares(1),
                        Quantity.ofShares(99),
                        BrokerOrder.Held.NOT));
    }

    private static void holdBaselineShort(Story story) {
        story.tell(
                new AccountEvent.ManualFillReported(
                        new Execution(
                                new ExecId("h.h.01.01"),
                                null,
                                null,
                                FakeBroker.CONTRACT,
                                FakeBroker.ACCOUNT,
                                Side.SELL,
                                Quantity.ofShares(5),
                                Price.of("100"),
                                story.at().exchangeNanos())),
                position(-5));
    }

    private static void closed(Story story) {
        ContractTerms open = Story.terms();
        long now = story.at().exchangeNanos();
        story.tell(
                new LinkEvent.ContractConfirmed(
                        new ContractTerms(
                                open.conId(),
                                open.increments(),
                                List.of(new TradingWindow(now + 1, now + Story.SECOND)),
                                open.multiplier(),
                                open.orderTypes())));
    }

    private static void assign(Story story, Consumer<Assignment.Builder> change) {
        Assignment.Builder builder =
                Objects.requireNonNull(story.state.session().assignment()).toBuilder();
        change.accept(builder);
        story.tell(new SessionEvent.AssignmentReceived(builder.build()));
    }

    private static SignalRules signals(ConfidenceBand bullish) {
        SignalRules d = SignalRules.DEFAULT;
        return new SignalRules(bullish, d.bearish(), false, false, d.maximumAge());
    }

    private static SignalRules shortToo() {
        SignalRules d = SignalRules.DEFAULT;
        return new SignalRules(d.bullish(), d.bearish(), false, true, d.maximumAge());
    }

    private static EntryRules entry(Duration coolDown) {
        return new EntryRules(
                Duration.ZERO, QuotePricing.JOIN, 0, Duration.ofSeconds(20), coolDown);
    }

    @Test
    void shouldStayShutForASkewedClockUntilItIsComparedAgain() {
        Story story = Story.ready();
        skew(story);
        story.tell(new LinkEvent.LinkLost("away")).connect().seconds(1).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.CLOCK);
        story.tell(new SessionEvent.ClockAnswered(story.at().exchangeNanos(), 1_000_000))
                .predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    private static void skew(Story story) {
        for (int i = 0; i < 2; i++) {
            story.seconds(1);
            long ahead = story.at().exchangeNanos() + 1_501_000_000L;
            story.tell(new SessionEvent.ClockAnswered(ahead, 1_000_000));
        }
    }

    private static void manualOrder(Story story) {
        story.tell(
                new SessionEvent.AssignmentReceived(Story.assigned("hands.manualOrders", "pause")),
                new AccountEvent.ManualOrderReported(
                        new PermId(77), Side.BUY, Quantity.ofShares(5), true, "BUY 5"));
    }

    /** Entries that expire unfilled: each is three messages, none a fill. */
    private static void manyMessages(Story story) {
        story.tell(
                new SessionEvent.AssignmentReceived(Story.assigned("risk.ordersPerMinute", "500")));
        for (int i = 0; i < 33; i++) {
            story.predict(true);
            story.broker.expire(story.broker.only(Leg.ENTRY).ticket.ref());
            story.seconds(20).settle().command("r" + i, CommandKind.RESUME, 10).seconds(2);
        }
    }

    @ParameterizedTest
    @EnumSource(EntryGate.class)
    void shouldSayNoFirst(EntryGate gate) {
        // Given
        Story story = Story.ready(Story.quickEntries());
        Objects.requireNonNull(NO.get(gate)).accept(story);
        boolean bearish = gate == EntryGate.SHORT_ALLOWED || gate == EntryGate.SHORTABLE;
        long age = gate == EntryGate.PREDICTION_FRESH ? 30 * Story.SECOND + 1 : 0;
        MongerEvent.PredictionArrived prediction =
                new MongerEvent.PredictionArrived(
                        "t/1", !bearish, 800_000, 1, story.at().exchangeNanos() - age);
        // When
        EntryGate refusal =
                EntryGates.refusal(new EntryQuestion(story.state, story.at(), prediction));
        // Then
        assertThat(refusal).isEqualTo(gate);
    }

    @ParameterizedTest
    @EnumSource(EntryGate.class)
    void shouldSayYesWhenNothingIsWrong(EntryGate gate) {
        Story story = Story.ready();
        EntryQuestion question = new EntryQuestion(story.state, story.at(), story.prediction(true));
        assertThat(EntryGates.passes(gate, question)).isTrue();
    }

    @Test
    void shouldTradeTheOtherWayWhenInverted() {
        Story story = Story.ready();
        SignalRules d = SignalRules.DEFAULT;
        assign(
                story,
                b ->
                        b.signals(
                                new SignalRules(
                                        d.bullish(), d.bearish(), true, false, d.maximumAge())));
        assertThat(new EntryQuestion(story.state, story.at(), story.prediction(false)).side())
                .isEqualTo(Side.BUY);
        story.predict(false);
        assertThat(story.lastRefusal()).isNull();
    }

    @Test
    void shouldNotEnterForAnotherClientsLease() {
        Story story = Story.ready();
        story.tell(new SessionEvent.LeaseReceived(new LeaseEpoch(3), new ClientId(8)));
        story.predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.LEASE);
    }

    @Test
    void shouldEndEntriesBeforeTheClose() {
        Story story = Story.ready();
        ContractTerms open = Story.terms();
        long now = story.at().exchangeNanos();
        assign(
                story,
                b ->
                        b.hours(
                                new HoursRules(
                                        HoursRules.EntryHours.LIQUID,
                                        false,
                                        Duration.ofSeconds(60),
                                        null)));
        story.tell(
                new LinkEvent.ContractConfirmed(
                        new ContractTerms(
                                open.conId(),
                                open.increments(),
                                List.of(new TradingWindow(now, now + 120 * Story.SECOND)),
                                open.multiplier(),
                                open.orderTypes())));
        story.enterLong();
        assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
        story.seconds(57);
        assertThat(story.state.closing().active()).isFalse();
        story.seconds(3);
        assertThat(story.state.closing().active()).isTrue();
    }
}
