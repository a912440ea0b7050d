package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.IntentId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Lifetime;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each checker must see the violation that is planted for it. */
class InvariantsTest {

    private static OrderTicket ticket(int number, Leg leg, Side side, long shares) {
        IntentId intent = new IntentId(new LeaseEpoch(3), number);
        return new OrderTicket(
                OrderNames.ref(Story.SPY, intent, leg),
                intent,
                leg,
                side,
                Quantity.ofShares(shares),
                new OrderTerms.Limit(Price.of("100")),
                new Lifetime.Day(),
                null,
                "group" + number,
                false);
    }

    private static List<Integer> brokenBy(Story story, OrderTicket... tickets) {
        MongerState after = story.state;
        for (OrderTicket ticket : tickets) {
            after = after.with(after.book().with(TrackedOrder.submitted(ticket, story.nanos)));
        }
        Step step = new Step(after, List.of(new MongerCommand.SubmitOrders(List.of(tickets))));
        return Invariants.check(story.state, story.at(), step).stream()
                .map(Invariants.Violation::number)
                .toList();
    }

    @Test
    void shouldFindNothingInAGoodEntry() {
        assertThat(brokenBy(Story.ready(), ticket(1, Leg.ENTRY, Side.BUY, 100))).isEmpty();
    }

    @Test
    void shouldSeeSharesThatNoEntryExplains() {
        Story story = Story.ready().enterLong();
        Ledger l = story.state.ledger();
        Tally wrong =
                new Tally(
                        Quantity.ofShares(99),
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Tally.Trade.NONE,
                        "",
                        false);
        MongerState state =
                story.state.with(
                        new Ledger(
                                l.baseline(),
                                l.entries(),
                                l.commissions(),
                                l.measure(),
                                wrong,
                                l.broker(),
                                l.bookedNanos()));
        assertThat(Invariants.check(state, story.at(), new Step(state, List.of())))
                .extracting(Invariants.Violation::number)
                .containsExactly(1);
    }

    @Test
    void shouldSeeANameSentTwice() {
        Story story = Story.ready();
        story.predict(true);
        assertThat(brokenBy(story, ticket(1, Leg.ENTRY, Side.BUY, 100))).contains(2);
    }

    @Test
    void shouldSeeAnEntryMadeLarger() {
        Story story = Story.ready();
        story.predict(true);
        OrderTicket larger =
                story.broker.only(Leg.ENTRY).ticket.withQuantity(Quantity.ofShares(101));
        Step step = new Step(story.state, List.of(new MongerCommand.ModifyOrder(larger)));
        assertThat(Invariants.check(story.state, story.at(), step))
                .extracting(Invariants.Violation::number)
                .containsExactly(2);
    }

    @Test
    void shouldSeeMoreThanTheMaximum() {
        assertThat(brokenBy(Story.ready(), ticket(1, Leg.ENTRY, Side.BUY, 301))).containsExactly(3);
    }

    @Test
    void shouldSeeAnEntryWithoutPermitOrWhileHaltedOrUnreconciled() {
        Story quiet = Story.ready();
        quiet.permits = false;
        quiet.seconds(5);
        assertThat(brokenBy(quiet, ticket(1, Leg.ENTRY, Side.BUY, 100))).containsExactly(4);
        Story halted = Story.ready();
        halted.state = halted.state.with(new LatchState.Halted("x", "y"));
        assertThat(brokenBy(halted, ticket(1, Leg.ENTRY, Side.BUY, 100))).containsExactly(4);
        Story new1 = Story.ready();
        new1.state = new1.state.with(new1.state.reconciliation().broken(0));
        assertThat(brokenBy(new1, ticket(1, Leg.ENTRY, Side.BUY, 100))).containsExactly(4);
    }

    @Test
    void shouldSeeExitsBeyondThePosition() {
        assertThat(brokenBy(Story.ready(), ticket(1, Leg.CLOSE, Side.SELL, 1))).containsExactly(5);
        assertThat(brokenBy(Story.ready().enterLong(), ticket(9, Leg.CLOSE, Side.SELL, 1)))
                .containsExactly(5);
    }

    @Test
    void shouldCompareAChangedStopWithWhatStoodWhenItWasSent() {
        Story story = Story.ready().enterLong();
        assertThat(changedStop(story, "98")).isEmpty();
        assertThat(changedStop(story, "98.01")).containsExactly(6);
    }

    /** In one step the broker tells of the stop, and it is changed to stand at 98. */
    private static List<Integer> changedStop(Story story, String told) {
        TrackedOrder known =
                story.state.book().liveExits().stream()
                        .filter(exit -> exit.ticket().leg() == Leg.STOP_LOSS)
                        .findFirst()
                        .orElseThrow();
        OrderTicket before = known.ticket().withTerms(new OrderTerms.Stop(Price.of(told)));
        OrderTicket changed =
                before.withTerms(new OrderTerms.Stop(Price.of("98")))
                        .withQuantity(Quantity.ofShares(50));
        TrackedOrder sent =
                known.withTicket(changed).withChange(new TrackedOrder.Change.Pending(before, 0));
        MongerState after = story.state.with(story.state.book().with(sent));
        Step step = new Step(after, List.of(new MongerCommand.ModifyOrder(changed)));
        return Invariants.check(story.state, story.at(), step).stream()
                .map(Invariants.Violation::number)
                .toList();
    }

    @Test
    void shouldSeeANakedPositionThatIsNotTold() {
        Story story = Story.ready().enterLong();
        MongerState state =
                story.state.with(
                        story.state.told().withUnprotected(story.nanos - 5 * Story.SECOND));
        assertThat(Invariants.check(state, story.at(), new Step(state, List.of())))
                .extracting(Invariants.Violation::number)
                .containsExactly(6);
    }
}
