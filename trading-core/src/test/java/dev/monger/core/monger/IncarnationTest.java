package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.OrderRef;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.BrokerOrder.Status;
import dev.monger.core.monger.FakeBroker.Kept;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One order that lives twice at the broker. */
class IncarnationTest {

    private static final PermId SECOND = new PermId(9001);

    private static MongerEvent shown(Kept kept, PermId permId, int orderId, Status status) {
        BrokerOrder main = new FakeBroker().asTold(kept);
        BrokerOrder.Identity id = main.identity();
        return new OrderEvent.OrderReported(
                new BrokerOrder(
                        new BrokerOrder.Identity(
                                orderId, permId, id.clientId(), id.ref(), id.conId(), id.account()),
                        main.side(),
                        main.total(),
                        main.filled(),
                        main.terms(),
                        0,
                        main.ocaGroup(),
                        status,
                        BrokerOrder.Held.TRIGGER));
    }

    private static MongerEvent status(OrderRef ref, PermId permId, Status status) {
        return new OrderEvent.OrderStatusReported(
                ref, permId, status, Quantity.ZERO, Quantity.ZERO, BrokerOrder.Held.NOT);
    }

    private static TrackedOrder stop(Story story) {
        OrderRef ref = story.broker.only(Leg.STOP_LOSS).ticket.ref();
        return Objects.requireNonNull(story.state.book().orders().get(ref));
    }

    private static Story doubled(int orderId) {
        Story story = Story.ready(Story.quickEntries()).enterLong();
        Kept kept = standalone(story);
        return story.tell(shown(kept, SECOND, orderId, Status.PRE_SUBMITTED));
    }

    /** The stop as the broker shows it once its parent has filled. */
    private static Kept standalone(Story story) {
        Kept kept = story.broker.only(Leg.STOP_LOSS);
        kept.ticket = kept.ticket.under(null);
        return kept;
    }

    @Test
    void shouldCancelNeitherOfTwoStopsAndTell() {
        // When
        Story story = doubled(44);
        story.broker.listedToo.add(shown(standalone(story), SECOND, 44, Status.PRE_SUBMITTED));
        story.seconds(9);
        // Then
        assertThat(story.said(MongerCommand.CancelOrder.class)).isEmpty();
        assertThat(story.alarmed(AlarmCode.SECOND_INCARNATION)).isTrue();
        assertThat(stop(story).remaining()).isEqualTo(Quantity.ofShares(200));
        story.predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.NOTHING_UNKNOWN);
        // When: a person has cancelled the second one.
        story.broker.listedToo.clear();
        story.tell(status(stop(story).ticket().ref(), SECOND, Status.CANCELLED)).seconds(10);
        // Then
        assertThat(stop(story).doubled()).isFalse();
        assertThat(stop(story).remaining()).isEqualTo(Quantity.ofShares(100));
        assertThat(story.alarmed(AlarmCode.SECOND_INCARNATION)).isFalse();
        story.predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    @Test
    void shouldTellACloseThatASecondTakeProfitBlocks() {
        Story story = Story.ready(Story.quickEntries()).enterLong();
        Kept profit = story.broker.only(Leg.TAKE_PROFIT);
        profit.ticket = profit.ticket.under(null);
        MongerEvent second = shown(profit, SECOND, 44, Status.SUBMITTED);
        story.broker.listedToo.add(second);
        story.tell(second).command("f", CommandKind.FLATTEN, 60).seconds(3);
        assertThat(story.alarmed(AlarmCode.CLOSE_BLOCKED)).isTrue();
        story.broker.listedToo.clear();
        story.tell(status(profit.ticket.ref(), SECOND, Status.CANCELLED)).seconds(5);
        assertThat(story.alarmed(AlarmCode.CLOSE_BLOCKED)).isFalse();
        story.fill(Leg.TAKE_PROFIT, 100, "99.98").seconds(3);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.FLAT);
    }

    @Test
    void shouldGoOnWithTheLifeThatIsLeft() {
        // Given
        Story story = doubled(1);
        Kept kept = story.broker.only(Leg.STOP_LOSS);
        // When: the cancel met the first one.
        story.tell(status(kept.ticket.ref(), kept.permId, Status.CANCELLED));
        // Then
        assertThat(stop(story).permId()).isEqualTo(SECOND);
        assertThat(stop(story).live()).isTrue();
        assertThat(stop(story).remaining()).isEqualTo(Quantity.ofShares(100));
        story.tell(shown(kept, SECOND, 1, Status.PRE_SUBMITTED));
        assertThat(stop(story).settled()).isTrue();
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isEmpty();
        story.tell(status(kept.ticket.ref(), SECOND, Status.CANCELLED));
        assertThat(stop(story).live()).isFalse();
    }

    @Test
    void shouldBelieveACompleteListThatShowsOne() {
        // Given: the broker lists the first life only.
        Story story = doubled(44);
        // When
        story.seconds(3);
        // Then
        assertThat(stop(story).doubled()).isFalse();
        assertThat(stop(story).permId()).isEqualTo(story.broker.only(Leg.STOP_LOSS).permId);
    }

    @Test
    void shouldNotEndALivingOrderForTheEndOfALifeItDoesNotKnow() {
        Story story = Story.ready().enterLong();
        Kept kept = standalone(story);
        story.tell(
                shown(kept, SECOND, 44, Status.CANCELLED),
                status(kept.ticket.ref(), SECOND, Status.FILLED));
        assertThat(stop(story).live()).isTrue();
        assertThat(stop(story).doubled()).isFalse();
    }

    @Test
    void shouldTakeALifeAfterTheEndAsUnknown() {
        Story story = Story.ready();
        story.predict(true);
        Kept entry = story.broker.only(Leg.ENTRY);
        story.broker.expire(entry.ticket.ref());
        story.settle();
        story.tell(shown(entry, SECOND, 44, Status.SUBMITTED));
        TrackedOrder order =
                Objects.requireNonNull(story.state.book().orders().get(entry.ticket.ref()));
        assertThat(order.unknown()).isTrue();
        assertThat(order.permId()).isEqualTo(SECOND);
    }

    @Test
    void shouldCancelAnEntryThatLivesTwice() {
        Story story = Story.ready().predict(true);
        Kept entry = story.broker.only(Leg.ENTRY);
        story.broker.swallowsCancels = true;
        story.tell(shown(entry, SECOND, 44, Status.SUBMITTED));
        assertThat(story.said(MongerCommand.CancelOrder.class))
                .extracting(MongerCommand.CancelOrder::ref)
                .contains(entry.ticket.ref());
    }
}
