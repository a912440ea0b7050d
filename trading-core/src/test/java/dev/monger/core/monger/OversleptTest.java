package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Quantity;
import org.junit.jupiter.api.Test;

/** A process that slept acts on nothing that it knew before. */
class OversleptTest {

    private static Story asleep() {
        Story story = Story.ready(Story.assigned("exit.maximumHolding", "10s")).enterLong();
        story.said.clear();
        story.nanos += 60 * Story.SECOND;
        return story;
    }

    @Test
    void shouldSendNothingBeforeWhatWasSaidMeanwhileIsHeard() {
        // Given
        Story story = asleep();
        story.broker.position = Quantity.ZERO;
        // When
        story.step(new SessionEvent.Overslept(60 * Story.SECOND));
        story.step(new MongerEvent.TimePassed());
        // Then
        assertThat(story.said(MongerCommand.ModifyOrder.class)).isEmpty();
        assertThat(story.said(MongerCommand.SubmitOrders.class)).isEmpty();
        story.settle().seconds(20);
        assertThat(story.broker.working()).isEmpty();
        assertThat(story.said(MongerCommand.ModifyOrder.class)).isEmpty();
    }

    @Test
    void shouldGoOnOnceTheListsHaveEnded() {
        // Given
        Story story = asleep();
        // When
        story.tell(new SessionEvent.Overslept(60 * Story.SECOND)).seconds(2);
        // Then
        assertThat(story.state.reconciliation().reconciled()).isTrue();
        assertThat(story.said(MongerCommand.ModifyOrder.class)).isNotEmpty();
    }
}
