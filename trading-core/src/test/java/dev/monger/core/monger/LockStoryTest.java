package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.ProfitLock;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.model.Target;
import dev.monger.core.monger.FakeBroker.Kept;
import dev.monger.core.monger.LockState.Armed;
import dev.monger.core.monger.LockState.Look;
import dev.monger.core.monger.LockState.Unarmed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a profit is locked stays locked. */
class LockStoryTest {

    private static final ProfitLock RULE =
            new ProfitLock(new Target.Fraction(4_000), new Target.Fraction(1_000));

    private static Story locked(String... more) {
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "exit.profitLock.activation", "0.4%",
                                "exit.profitLock.floor", "0.1%"));
        fields.addAll(List.of(more));
        return Story.ready(Story.assigned(fields.toArray(String[]::new)));
    }

    private static Story at(Story story, String bid, String ask) {
        story.bid = Price.of(bid);
        story.ask = Price.of(ask);
        return story.quote();
    }

    private static OrderTerms stop(Story story) {
        return story.broker.only(Leg.STOP_LOSS).ticket.terms();
    }

    private static OrderTerms stopAt(String price) {
        return new OrderTerms.Stop(Price.of(price));
    }

    @Test
    void shouldMoveTheOneStopToTheFloorAndLeaveItThere() {
        // Given
        Story story = locked().enterLong();
        OrderRef name = story.broker.only(Leg.STOP_LOSS).ticket.ref();
        at(story, "100.39", "100.41");
        assertThat(stop(story)).isEqualTo(stopAt("99.5"));
        // When
        at(story, "100.40", "100.42");
        // Then
        assertThat(stop(story)).isEqualTo(stopAt("100.1"));
        assertThat(story.broker.only(Leg.STOP_LOSS).ticket.ref()).isEqualTo(name);
        at(story, "100.15", "100.17").seconds(10);
        at(story, "100.90", "100.92").seconds(10);
        assertThat(stop(story)).isEqualTo(stopAt("100.1"));
        assertThat(story.broker.working()).hasSize(2);
        assertThat(story.said(MongerCommand.ModifyOrder.class)).hasSize(1);
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isEmpty();
    }

    @Test
    void shouldNotTakeForAPersonsAChangeOfItsOwnThatTwsSendsOnLater() {
        // Given
        Story story = locked().enterLong();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        story.broker.swallowsChanges = true;
        at(story, "100.40", "100.42");
        story.tell(new LinkEvent.BrokerConnectivityLost("1100"));
        story.broker.tell(stop);
        story.settle();
        // When
        stop.ticket = stop.ticket.withTerms(stopAt("100.1"));
        story.broker.tell(stop);
        story.tell(new LinkEvent.BrokerConnectivityRestored(false)).seconds(2);
        // Then
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isEmpty();
        assertThat(story.said(MongerCommand.ModifyOrder.class)).hasSize(1);
    }

    @Test
    void shouldNotDecideAChangeByAReportThatMayBeOlder() {
        // Given
        Story story = locked().enterLong();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        BrokerOrder older = story.broker.asTold(stop);
        story.broker.swallowsChanges = true;
        at(story, "100.40", "100.42");
        stop.ticket = stop.ticket.withTerms(stopAt("100.1"));
        // When
        story.step(new LinkEvent.BrokerConnectivityLost("1100"));
        story.step(new LinkEvent.BrokerConnectivityRestored(false));
        story.step(new OrderEvent.OrderReported(older));
        story.settle().seconds(2);
        // Then
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isEmpty();
        assertThat(story.said(MongerCommand.ModifyOrder.class)).hasSize(1);
    }

    @Test
    void shouldTryAgainWhatTwsThrewAwayWhileTheLinkWasLost() {
        // Given
        Story story = locked().enterLong();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        story.broker.swallowsChanges = true;
        at(story, "100.40", "100.42");
        story.tell(new LinkEvent.BrokerConnectivityLost("1100"));
        story.broker.tell(stop);
        story.settle();
        story.broker.swallowsChanges = false;
        // When
        story.tell(new LinkEvent.BrokerConnectivityRestored(false)).seconds(2);
        at(story, "100.40", "100.42").seconds(2);
        // Then
        assertThat(stop(story)).isEqualTo(stopAt("100.1"));
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isEmpty();
    }

    @Test
    void shouldLeaveAPassedFloorToTheStopThatStandsThere() {
        Story story = locked().enterLong();
        at(story, "100.40", "100.42").seconds(1);
        at(story, "100.05", "100.07").seconds(5);
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        story.fill(Leg.STOP_LOSS, 100, "100.08").seconds(3);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.broker.working()).isEmpty();
    }

    @Test
    void shouldCloseInGoodOrderWhereTheFloorIsPassedBeforeTheStopStandsThere() {
        // Given: the change is refused.
        Story story = locked("exit.pricing", "join", "exit.offsetTicks", "0").enterLong();
        story.broker.refusesChanges = true;
        at(story, "100.40", "100.42").seconds(1);
        assertThat(stop(story)).isEqualTo(stopAt("99.5"));
        story.broker.refusesChanges = false;
        // When
        at(story, "100.10", "100.12");
        // Then
        assertThat(story.state.closing())
                .isInstanceOfSatisfying(
                        Closing.Working.class,
                        working -> assertThat(working.cause()).isEqualTo(Closing.Cause.LOCK));
        assertThat(story.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("100.12")));
        assertThat(story.broker.only(Leg.STOP_LOSS).open()).isTrue();
    }

    @Test
    void shouldLockShortPositionsToo() {
        Story story = locked("signals.allowShort", "true");
        story.tell(new MarketEvent.ShortableReported(true)).predict(false);
        story.fill(Leg.ENTRY, 100, "100.00").seconds(2);
        at(story, "99.58", "99.60").seconds(1);
        assertThat(stop(story)).isEqualTo(stopAt("99.9"));
    }

    @Test
    void shouldLockTheAveragePriceWhereNoFloorIsNamed() {
        Story story = Story.ready(Story.assigned("exit.profitLock.activation", "0.25")).enterLong();
        at(story, "100.25", "100.27").seconds(1);
        assertThat(stop(story)).isEqualTo(stopAt("100"));
    }

    @Test
    void shouldFindTheLockAgainAfterARestart() {
        // Given: armed, while nothing can be sent.
        Story story = locked().enterLong();
        story.tell(new LinkEvent.BrokerConnectivityLost("1100"));
        at(story, "100.40", "100.42");
        assertThat(stop(story)).isEqualTo(stopAt("99.5"));
        // When
        at(story, "100.20", "100.22");
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, new LeaseEpoch(4), FakeBroker.CLIENT, null),
                new SessionEvent.TopicsCaughtUp());
        story.connect().seconds(3);
        // Then
        assertThat(stop(story)).isEqualTo(stopAt("100.1"));
        assertThat(story.broker.working()).hasSize(2);
    }

    @Test
    void shouldPlaceALostStopAtTheFloor() {
        Story story = locked("stop.replaceRemovedStop", "true").enterLong();
        at(story, "100.40", "100.42").seconds(1);
        story.broker.cancel(story.broker.only(Leg.STOP_LOSS).ticket.ref());
        story.settle().seconds(5);
        assertThat(stop(story)).isEqualTo(stopAt("100.1"));
    }

    @Test
    void shouldRespectTheStopThatAPersonMoved() {
        Story story = locked().enterLong();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        stop.ticket = stop.ticket.withTerms(stopAt("98"));
        story.broker.tell(stop);
        story.settle();
        at(story, "100.40", "100.42").seconds(5);
        at(story, "100.05", "100.07").seconds(5);
        assertThat(stop(story)).isEqualTo(stopAt("98"));
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
    }

    @Test
    void shouldAskATrailingStopOnce() {
        Story story = locked("exit.trailing", "true").enterLong();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        Price distance = ((OrderTerms.Trail) stop.ticket.terms()).distance();
        at(story, "100.40", "100.42").seconds(1);
        assertThat(stop(story)).isEqualTo(new OrderTerms.Trail(distance, Price.of("100.1")));
        // A broker that does not take the trigger of a change tells the old one again.
        stop.ticket = stop.ticket.withTerms(new OrderTerms.Trail(distance, Price.of("99.9")));
        story.broker.tell(stop);
        story.settle().seconds(30);
        assertThat(story.said(MongerCommand.ModifyOrder.class)).hasSize(1);
        at(story, "100.10", "100.12");
        assertThat(story.state.closing().active()).isTrue();
    }

    @Test
    void shouldGrowTheLockedStopWithThePosition() {
        Story story = locked().enterLong();
        at(story, "100.40", "100.42").seconds(1).predict(true);
        story.fill(Leg.ENTRY, 100, "100.40").seconds(5);
        assertThat(stop(story)).isEqualTo(stopAt("100.1"));
        assertThat(story.broker.only(Leg.STOP_LOSS).remaining()).isEqualTo(Quantity.ofShares(200));
    }

    @Test
    void shouldBeginUnarmedWithTheNextTrade() {
        Story story = locked().enterLong();
        at(story, "100.40", "100.42").seconds(1);
        story.fill(Leg.STOP_LOSS, 100, "100.10").seconds(3);
        assertThat(story.state.lock()).isInstanceOf(Armed.class);
        at(story, "100.00", "100.02").enterLong();
        assertThat(story.state.lock()).isEqualTo(new Unarmed());
        assertThat(stop(story)).isEqualTo(stopAt("99.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "flat, UNARMED",
        "small, UNARMED",
        "none, UNARMED",
        "blind, UNARMED",
        "enough, ARMED"
    })
    void shouldArmOnlyForAProfitThatIsThere(String look, String expected) {
        LockState after = new Unarmed().after(looks(look));
        assertThat(after.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT))
                .isEqualTo(expected);
    }

    private static Look looks(String kind) {
        Price average = Price.of("100");
        return switch (kind) {
            case "flat" -> new Look(null, "", Price.ZERO, null, RULE);
            case "small" -> new Look(Side.BUY, "a", average, Price.of("100.39"), RULE);
            case "none" -> new Look(Side.BUY, "a", average, Price.of("100.9"), null);
            case "blind" -> new Look(Side.BUY, "a", average, null, RULE);
            case "enough" -> new Look(Side.BUY, "a", average, Price.of("100.4"), RULE);
            case "added" -> new Look(Side.BUY, "b", average, Price.of("100"), null);
            case "reversed" -> new Look(Side.SELL, "a", average, Price.of("100"), RULE);
            default -> throw new AssertionError(kind);
        };
    }

    @Test
    void shouldStayArmedThroughEverythingButAnotherTrade() {
        Armed armed = new Armed(Side.BUY, "a", Price.of("100.1"), false, null);
        Armed flat = new Armed(Side.BUY, "a", Price.of("100.1"), true, null);
        assertThat(new Unarmed().after(looks("enough"))).isEqualTo(armed);
        for (String look : List.of("small", "none", "blind", "enough")) {
            assertThat(armed.after(looks(look))).isEqualTo(armed);
            // A correction has brought the position back.
            assertThat(flat.after(looks(look))).isEqualTo(armed);
        }
        assertThat(armed.after(looks("flat"))).isEqualTo(flat);
        assertThat(flat.after(looks("flat"))).isEqualTo(flat);
        // What opened the position is told late: without a time at flat it is the same trade.
        assertThat(armed.after(looks("added")))
                .isEqualTo(new Armed(Side.BUY, "b", Price.of("100.1"), false, null));
        assertThat(flat.after(looks("added"))).isEqualTo(new Unarmed());
        assertThat(armed.after(looks("reversed"))).isEqualTo(new Unarmed());
        assertThat(OrderTableTest.leaves(LockState.class)).hasSize(2);
    }

    /**
     * The race that made the forerunner switch its lock off: quotes, fills in parts, reports of the
     * change and a correction, in any order.
     */
    @Test
    void shouldComeToTheSameInAnyOrderOfCallbacks() {
        Story source = locked();
        source.predict(true);
        Kept entry = source.broker.only(Leg.ENTRY);
        source.broker.fill(entry.ticket.ref(), Quantity.ofShares(60), Price.of("100"));
        source.broker.fill(entry.ticket.ref(), Quantity.ofShares(40), Price.of("100"));
        List<MongerEvent> fills =
                source.broker.events.stream()
                        .filter(OrderEvent.ExecutionReported.class::isInstance)
                        .toList();
        OrderEvent.ExecutionReported second = (OrderEvent.ExecutionReported) fills.getLast();
        List<MongerEvent> events = new ArrayList<>(fills);
        events.add(new OrderEvent.ExecutionReported(corrected(second.execution())));
        events.add(quote("100.40"));
        events.add(quote("100.50"));
        List<List<MongerEvent>> orders = new ArrayList<>();
        LedgerTest.permute(events, List.of(), orders);
        for (List<MongerEvent> order : orders) {
            Story story = locked();
            story.predict(true);
            Kept told = story.broker.only(Leg.ENTRY);
            boolean armed = false;
            for (MongerEvent event : order) {
                story.tell(event);
                boolean now = story.state.lock() instanceof Armed;
                assertThat(armed && !now).as("disarmed by %s of %s", event, order).isFalse();
                armed = now;
            }
            story.broker.position = Quantity.ofShares(100);
            told.filled = Quantity.ofShares(100);
            told.status = BrokerOrder.Status.FILLED;
            story.broker.tell(told);
            story.broker.tellPosition();
            story.settle();
            at(story, "100.50", "100.52").seconds(3);
            assertThat(story.state.lock()).isInstanceOf(Armed.class);
            assertThat(stop(story)).as("%s", order).isEqualTo(stopAt("100.1"));
            assertThat(story.broker.working()).hasSize(2);
            assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
        }
        assertThat(orders).hasSize(120);
    }

    private static Execution corrected(Execution execution) {
        return new Execution(
                new ExecId(execution.family() + ".02"),
                execution.permId(),
                execution.ref(),
                execution.conId(),
                execution.account(),
                execution.side(),
                execution.shares(),
                execution.price(),
                execution.exchangeNanos());
    }

    private static MongerEvent quote(String bid) {
        return new MarketEvent.QuoteReceived(
                Price.of(bid),
                Price.of(bid).plus(Price.of("0.02")),
                Quantity.ofShares(5),
                Quantity.ofShares(5));
    }
}
