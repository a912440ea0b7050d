package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.FakeBroker.Kept;
import dev.monger.core.monger.OrderEvent.ErrorMeaning;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused change of a stop is no refused stop: the position is not closed for it. */
class RefusedChangeTest {

    private static Story locked() {
        return Story.ready(
                        Story.assigned(
                                "exit.profitLock.activation", "0.4%",
                                "exit.profitLock.floor", "0.1%"))
                .enterLong();
    }

    private static Story profit(Story story) {
        story.bid = Price.of("100.40");
        story.ask = Price.of("100.42");
        return story.quote();
    }

    private static void error(Story story, Kept order, int code, ErrorMeaning meaning) {
        story.tell(
                new OrderEvent.OrderErrorReported(
                        order.ticket.ref(), order.permId, code, meaning, "refused"));
    }

    private static TrackedOrder tracked(Story story, Kept order) {
        return Objects.requireNonNull(story.state.book().orders().get(order.ticket.ref()));
    }

    private static void stands(Story story, Kept stop) {
        assertThat(story.state.book().stopRefused()).isFalse();
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
        assertThat(tracked(story, stop).state()).isInstanceOf(OrderState.Working.class);
        assertThat(tracked(story, stop).marks().refused()).isFalse();
        assertThat(tracked(story, stop).ticket().terms()).isEqualTo(stop.ticket.terms());
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGE_REFUSED", "REFUSED"})
    void shouldTakeTheSecondRefusalForThatOfTheSameChange(String first) {
        // Given a stop that was to follow the profit
        Story story = locked();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        story.broker.swallowsChanges = true;
        profit(story);
        assertThat(story.said(MongerCommand.ModifyOrder.class)).hasSize(1);

        // When TWS refuses it, and the broker too
        error(story, stop, 110, ErrorMeaning.valueOf(first));
        error(story, stop, 201, ErrorMeaning.REFUSED);
        story.seconds(1);

        // Then
        stands(story, stop);
    }

    @Test
    void shouldNotCloseForAChangeThatWaitedThroughAnOutage() {
        // Given a change of the stop that nobody here knows of any more
        Story story = locked();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        story.said.clear();

        // When the broker refuses it
        error(story, stop, 201, ErrorMeaning.REFUSED);

        // Then the lists are asked for, and tell that the stop lives
        assertThat(story.said(MongerCommand.RequestReconciliation.class)).hasSize(1);
        story.seconds(10);
        stands(story, stop);
    }

    @Test
    void shouldAskForAChangeThatWasShownBeforeItWasRefused() {
        // Given
        Story story = locked();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        OrderTicket before = stop.ticket;
        profit(story);
        assertThat(stop.ticket.terms()).isEqualTo(new OrderTerms.Stop(Price.of("100.1")));

        // When the broker takes it back
        stop.ticket = before;
        story.broker.swallowsChanges = true;
        error(story, stop, 201, ErrorMeaning.REFUSED);
        story.tell(new MongerEvent.TimePassed());

        // Then the list tells how it stands
        assertThat(tracked(story, stop).change()).isNotInstanceOf(TrackedOrder.Change.Recent.class);
        story.seconds(1);
        assertThat(story.state.book().stopRefused()).isFalse();
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isEmpty();
    }

    @Test
    void shouldCloseWhenAStopThatWasShownIsRefusedAndEnds() {
        // Given
        Story story = locked();
        Kept stop = story.broker.only(Leg.STOP_LOSS);

        // When its status follows the error
        story.broker.refuse(stop.ticket.ref(), true);
        story.settle();

        // Then
        assertThat(story.state.book().stopRefused()).isTrue();
        assertThat(story.state.closing()).isInstanceOf(Closing.Working.class);
    }

    @Test
    void shouldCloseWhenAStopThatWasShownIsRefusedAndOnNoListAnyMore() {
        // Given
        Story story = locked();
        Kept stop = story.broker.only(Leg.STOP_LOSS);

        // When no status follows the error
        stop.hidden = true;
        error(story, stop, 201, ErrorMeaning.REFUSED);
        assertThat(story.state.book().stopRefused()).isFalse();
        story.seconds(5);

        // Then
        assertThat(story.state.book().stopRefused()).isTrue();
        assertThat(story.state.closing()).isInstanceOf(Closing.Working.class);
    }

    @Test
    void shouldNotTakeAPersonsCancelForTheRefusalOfLongAgo() {
        // Given
        Story story = locked();
        Kept stop = story.broker.only(Leg.STOP_LOSS);
        error(story, stop, 201, ErrorMeaning.REFUSED);
        story.seconds(10);

        // When
        story.broker.cancel(stop.ticket.ref());
        story.settle().seconds(3);

        // Then
        assertThat(story.said(MongerFact.OperatorIntervened.class)).isNotEmpty();
        assertThat(story.state.book().stopRefused()).isFalse();
    }
}
