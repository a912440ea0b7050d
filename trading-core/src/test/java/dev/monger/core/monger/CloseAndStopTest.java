package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Close and stop never meet on their way to the broker in a state in which both could fill. */
class CloseAndStopTest {

    private static Story holding() {
        return Story.ready(Story.assigned("stop.replaceRemovedStop", "true")).enterLong();
    }

    /** Takes an exit away, as a person does. */
    private static Story removed(Story story, Leg leg) {
        story.broker.cancel(story.broker.only(leg).ticket.ref());
        return story.settle();
    }

    private static List<OrderTicket> sentSince(Story story, int commands) {
        return story.said.subList(commands, story.said.size()).stream()
                .filter(MongerCommand.SubmitOrders.class::isInstance)
                .flatMap(said -> ((MongerCommand.SubmitOrders) said).tickets().stream())
                .toList();
    }

    @Test
    void shouldPlaceAMissingStopBeforeItCloses() {
        // Given
        Story story = removed(removed(holding(), Leg.STOP_LOSS), Leg.TAKE_PROFIT);
        int said = story.said.size();
        // When
        story.command("c", CommandKind.FLATTEN, 60).seconds(3);
        // Then
        assertThat(sentSince(story, said))
                .extracting(OrderTicket::leg)
                .containsExactly(Leg.STOP_LOSS, Leg.CLOSE);
    }

    @Test
    void shouldJoinTheStopsGroupBeforeItGoesThroughTheQuote() {
        // Given
        Story story = removed(holding(), Leg.TAKE_PROFIT);
        int said = story.said.size();
        // When
        story.command("c", CommandKind.FLATTEN, 60).seconds(3);
        // Then
        OrderTicket joined = sentSince(story, said).getFirst();
        assertThat(joined.terms()).isEqualTo(new OrderTerms.Limit(Price.of("101.00")));
        assertThat(joined.ocaGroup()).isEqualTo(story.broker.only(Leg.STOP_LOSS).ticket.ocaGroup());
        assertThat(story.broker.only(Leg.CLOSE).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("99.98")));
    }

    @Test
    void shouldTakeTheCloseBackWhereItsStopIsGone() {
        // Given
        Story story = holding().command("c", CommandKind.FLATTEN, 60).seconds(1);
        // When
        removed(story, Leg.STOP_LOSS);
        // Then
        assertThat(story.said(MongerCommand.CancelOrder.class)).hasSize(1);
        int said = story.said.size();
        story.seconds(4);
        assertThat(sentSince(story, said))
                .extracting(OrderTicket::leg)
                .containsExactly(Leg.STOP_LOSS, Leg.CLOSE);
    }
}
