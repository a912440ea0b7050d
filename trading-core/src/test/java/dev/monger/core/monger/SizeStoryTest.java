package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import org.junit.jupiter.api.Test;

/** Sizes by the price of the entry. */
class SizeStoryTest {

    private static Story tiered() {
        return Story.ready(
                Story.assigned(
                        "sizing.tiers.200.unit", "50",
                        "sizing.tiers.200.maximum", "120"));
    }

    private static Story at(Story story, String bid, String ask) {
        story.bid = Price.of(bid);
        story.ask = Price.of(ask);
        return story.quote();
    }

    private static Quantity lastEntry(Story story) {
        return story.said(MongerCommand.SubmitOrders.class)
                .getLast()
                .tickets()
                .getFirst()
                .quantity();
    }

    @Test
    void shouldTakeTheSizesOfTheEntrysPrice() {
        Story story = at(tiered(), "199.99", "200.01").predict(true);
        assertThat(lastEntry(story)).isEqualTo(Quantity.ofShares(100));
        Story dearer = at(tiered(), "200.00", "200.02").predict(true);
        assertThat(lastEntry(dearer)).isEqualTo(Quantity.ofShares(50));
        dearer.fill(Leg.ENTRY, 50, "200").seconds(2).predict(true);
        dearer.fill(Leg.ENTRY, 50, "200").seconds(2).predict(true);
        assertThat(dearer.lastRefusal()).isEqualTo(EntryGate.SIZE);
        assertThat(dearer.own()).isEqualTo(Quantity.ofShares(100));
    }

    @Test
    void shouldAddNothingWhereTheMarketIsAlreadyInASmallerTier() {
        Story story = at(tiered(), "199.98", "200.10").predict(true);
        story.fill(Leg.ENTRY, 100, "199.98").seconds(2).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.SIZE);
    }

    @Test
    void shouldTellAPositionThatThePriceCarriedAboveItsMaximumAndAddNothing() {
        // Given
        Story story = at(tiered(), "199.00", "199.02").predict(true);
        story.fill(Leg.ENTRY, 100, "199").seconds(2).predict(true);
        story.fill(Leg.ENTRY, 100, "199").seconds(2);
        assertThat(story.alarmed(AlarmCode.ABOVE_MAXIMUM)).isFalse();
        // When
        at(story, "200.10", "200.12").predict(true);
        // Then
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.SIZE);
        assertThat(story.alarmed(AlarmCode.ABOVE_MAXIMUM)).isTrue();
        assertThat(story.own()).isEqualTo(Quantity.ofShares(200));
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        at(story, "198.10", "198.12");
        assertThat(story.alarmed(AlarmCode.ABOVE_MAXIMUM)).isTrue();
        at(story, "197.90", "197.92");
        assertThat(story.alarmed(AlarmCode.ABOVE_MAXIMUM)).isFalse();
    }

    @Test
    void shouldSeeAnEntryAboveTheMaximumOfItsPrice() {
        Story story = at(tiered(), "200.00", "200.02");
        MongerState before = story.state;
        Step step = MongerMachine.step(before, story.at(), story.prediction(true));
        OrderTicket entry = step.state().book().liveEntries().getFirst().ticket();
        TrackedOrder larger =
                TrackedOrder.submitted(entry.withQuantity(Quantity.ofShares(121)), story.nanos);
        Step planted =
                new Step(step.state().with(step.state().book().with(larger)), step.commands());
        assertThat(Invariants.check(before, story.at(), step)).isEmpty();
        assertThat(Invariants.check(before, story.at(), planted))
                .extracting(Invariants.Violation::number)
                .containsExactly(3);
    }
}
