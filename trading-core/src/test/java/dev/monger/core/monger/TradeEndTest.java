package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Sizing;
import dev.monger.core.monger.MongerEvent.CommandKind;
import org.junit.jupiter.api.Test;

/** What a trade that is over for its time or its loss means for what opens after it. */
class TradeEndTest {

    private static long opened(Story story) {
        return story.state.ledger().tally().trade().openedNanos();
    }

    private static void shouldStartANewTradeThatStays(Story story, long before) {
        story.enterLong().seconds(5);
        assertThat(opened(story)).isGreaterThan(before);
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
    }

    @Test
    void shouldNotReopenATradeThatWasClosedForItsTime() {
        Story story =
                Story.ready(Story.assigned("exit.tradeWindow", "30s", "exit.maximumHolding", "60s"))
                        .enterLong();
        long before = opened(story);
        story.seconds(59);
        assertThat(story.state.closing().active()).isTrue();
        story.fill(Leg.TAKE_PROFIT, 100, "100.00").seconds(3);
        shouldStartANewTradeThatStays(story, before);
    }

    @Test
    void shouldNotReopenATradeWhoseTimeEndedWhileFlat() {
        Story story =
                Story.ready(Story.assigned("exit.tradeWindow", "30s", "exit.maximumHolding", "60s"))
                        .enterLong();
        long before = opened(story);
        story.seconds(45).fill(Leg.TAKE_PROFIT, 100, "101.00").seconds(20);
        shouldStartANewTradeThatStays(story, before);
    }

    @Test
    void shouldNotReopenATradeThatLostWhatItMay() {
        Story story =
                Story.ready(
                                Story.assigned(
                                        "risk.maximumLossPerTrade", "30", "exit.tradeWindow", "1m"))
                        .enterLong();
        long before = opened(story);
        story.fill(Leg.STOP_LOSS, 100, "99.60").seconds(3);
        shouldStartANewTradeThatStays(story, before);
    }

    @Test
    void shouldKeepEarlierTradesApartWhenALaterOneEnds() {
        Story story =
                Story.ready(Story.assigned("exit.tradeWindow", "30s", "exit.maximumHolding", "60s"))
                        .enterLong();
        story.seconds(59).fill(Leg.TAKE_PROFIT, 100, "100.00").seconds(3).enterLong();
        long second = opened(story);
        story.seconds(59);
        assertThat(story.state.closing().active()).isTrue();
        assertThat(opened(story)).isEqualTo(second);
    }

    @Test
    void shouldCoolDownAfterALossWhateverElseWasClosingIt() {
        Story story =
                Story.ready(
                                Story.assigned(
                                        "risk.maximumLossPerTrade", "30",
                                        "entry.coolDownAfterStop", "2m"))
                        .enterLong();
        story.command("f", CommandKind.FLATTEN, 60);
        story.bid = Price.of("99.70");
        story.ask = Price.of("99.72");
        story.quote().fill(Leg.TAKE_PROFIT, 100, "99.70").seconds(3);
        story.command("s", CommandKind.START, 60).seconds(1).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.COOL_DOWN);
    }

    @Test
    void shouldCancelAnEntryForWhichALowerMaximumLeavesNoRoom() {
        Story story = Story.ready(Story.quickEntries()).predict(true);
        FakeBroker.Kept entry = story.broker.only(Leg.ENTRY);
        story.tell(
                new SessionEvent.AssignmentReceived(
                        Story.quickEntries().toBuilder()
                                .sizing(new Sizing(Quantity.ofShares(50), Quantity.ofShares(99)))
                                .build()));
        assertThat(entry.open()).isFalse();
    }
}
