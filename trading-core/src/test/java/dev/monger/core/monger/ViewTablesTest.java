package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Instants;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.ClockView.Asked;
import dev.monger.core.monger.ClockView.Compared;
import dev.monger.core.monger.ClockView.NotCompared;
import dev.monger.core.monger.Reconciliation.Kind;
import dev.monger.core.monger.Reconciliation.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machines that see: clock, lists, latch, market, the broker's position. */
class ViewTablesTest {

    private static final long SECOND = 1_000_000_000L;

    private static SessionEvent.ClockAnswered answer(long brokerNanos, long roundTrip) {
        return new SessionEvent.ClockAnswered(brokerNanos, roundTrip);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 10, false",
        "1, 1001, 0, true",
        "1, 999, 0, false",
        "1, -1002, 0, true",
        "1, -999, 0, false",
        "1, 1600, 100, true",
        "1, 1600, 2000, false",
        "60, 1600, 10, true",
        "60, 1250, 10, false"
    })
    void shouldFindOnlyWhatIsSurelyASkew(long rate, long aheadMillis, long wayMillis, boolean no) {
        // Given
        Instants first = new Instants(10_000_300_000L, 5_000_000_000L);
        Instants later =
                new Instants(
                        first.exchangeNanos() + rate * SECOND, first.monotonicNanos() + SECOND);
        ClockView asked = new NotCompared().after(answer(1, 1), first);
        // When
        long half = wayMillis * 1_000_000 * rate / 2;
        long broker = later.exchangeNanos() + aheadMillis * 1_000_000 - half;
        ClockView view = asked.after(answer(broker, wayMillis * 1_000_000), later);
        // Then
        assertThat(view).isEqualTo(new Compared(later, aheadMillis * 1_000_000, half));
        assertThat(view.skewed()).isEqualTo(no);
    }

    @Test
    void shouldJudgeNothingByOneAnswerOrByClocksThatStand() {
        Instants at = new Instants(10 * SECOND + 1, 5);
        ClockView asked = new NotCompared().after(answer(999 * SECOND, 1), at);
        assertThat(asked).isEqualTo(new Asked(at));
        assertThat(asked.after(answer(999 * SECOND, 1), at)).isEqualTo(new Asked(at));
        ClockView compared = new Compared(at, 5, 0);
        assertThat(compared.after(answer(999 * SECOND, 1), at)).isEqualTo(new Asked(at));
        assertThat(new NotCompared().skewed()).isFalse();
        assertThat(asked.skewed()).isFalse();
        assertThat(OrderTableTest.leaves(ClockView.class)).hasSize(3);
    }

    @Test
    void shouldAllowHalfASecondToATextOfWholeSeconds() {
        Instants first = new Instants(0, 0);
        Instants later = new Instants(10 * SECOND, 10 * SECOND);
        ClockView view = new Asked(first).after(answer(11 * SECOND, 0), later);
        assertThat(view).isEqualTo(new Compared(later, 3 * SECOND / 2, SECOND / 2));
        assertThat(view.skewed()).isFalse();
    }

    @Test
    void shouldKeepTheClocksVerdictOverABrokenLinkButNotOverANewProcess() {
        Story story = Story.ready();
        for (int i = 0; i < 2; i++) {
            story.seconds(1);
            story.tell(answer(story.at().exchangeNanos() + 3 * SECOND + 1, 0));
        }
        assertThat(story.alarmed(AlarmCode.CLOCK_SKEWED)).isTrue();
        story.tell(new LinkEvent.LinkLost("reset"));
        assertThat(story.alarmed(AlarmCode.CLOCK_SKEWED)).isTrue();
        assertThat(new Asked(story.at()).broken()).isEqualTo(new NotCompared());
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, new LeaseEpoch(4), FakeBroker.CLIENT, null));
        assertThat(story.state.clock()).isEqualTo(new NotCompared());
        assertThat(story.alarmed(AlarmCode.CLOCK_SKEWED)).isFalse();
    }

    private static List<Reconciliation> reconciliations() {
        return List.of(
                new Reconciliation(new State.Needed(7), true, 4, 2),
                new Reconciliation(
                        new State.Running(
                                3,
                                6,
                                List.of(Kind.POSITIONS),
                                List.of(new OrderRef("SPY.1.1.P")),
                                true),
                        true,
                        4,
                        2),
                new Reconciliation(new State.Settled(5, 6), true, 4, 2));
    }

    @Test
    void shouldFollowTheTableOfReconciliation() {
        for (Reconciliation before : reconciliations()) {
            assertThat(before.broken(9))
                    .isEqualTo(new Reconciliation(new State.Needed(9), false, 4, 0));
            assertThat(before.failed(9))
                    .isEqualTo(
                            new Reconciliation(
                                    new State.Needed(9 + Timing.PROOF_SPACING_NANOS), true, 4, 3));
            assertThat(before.started(9))
                    .isEqualTo(
                            new Reconciliation(
                                    new State.Running(4, 9, List.of(), List.of(), false),
                                    true,
                                    5,
                                    2));
            assertThat(before.settled(8, 9))
                    .isEqualTo(new Reconciliation(new State.Settled(8, 9), true, 4, 0));
            assertThat(before.in(new State.Needed(1)))
                    .isEqualTo(new Reconciliation(new State.Needed(1), true, 4, 2));
        }
        assertThat(OrderTableTest.leaves(State.class)).hasSize(3);
    }

    @Test
    void shouldHearListsOnlyWhileTheyAreTold() {
        for (Reconciliation before : reconciliations()) {
            Story story = Story.ready();
            story.state = story.state.with(before);
            boolean running = before.state() instanceof State.Running;
            Step other = told(story, 99, ListingEvent.Listing.UNKNOWN);
            Step ours = told(story, 3, ListingEvent.Listing.UNKNOWN);
            Step ended = told(story, 3, ListingEvent.Listing.LISTED);
            assertThat(other.state().reconciliation().stuck()).isEqualTo(2);
            assertThat(ours.state().reconciliation().stuck() == 3).isEqualTo(running);
            if (ended.state().reconciliation().state()
                            instanceof State.Running(_, _, var kinds, _, _)
                    && running) {
                assertThat(kinds).containsExactly(Kind.POSITIONS, Kind.OPEN_ORDERS);
            }
        }
        assertThat(OrderTableTest.leaves(ListingEvent.class)).hasSize(Kind.values().length);
    }

    /** What a list's end makes of it, before the rules look. */
    private static Step told(Story story, long round, ListingEvent.Listing listing) {
        Turn turn = new Turn(story.state, story.at());
        ListingIntake.take(turn, new ListingEvent.OpenOrdersListed(round, listing));
        return new Step(turn.state(), List.of());
    }

    @Test
    void shouldFollowTheTableOfTheLatch() {
        LatchState clear = new LatchState.Clear();
        LatchState halted = new LatchState.Halted("loss", "lost");
        assertThat(List.of(clear.tripped("loss", "lost"), halted.tripped("new", "more")))
                .containsExactly(halted, halted);
        assertThat(List.of(clear.reset("loss"), halted.reset("loss"), halted.reset("new")))
                .containsExactly(clear, clear, halted);
        assertThat(List.of(clear.halted(), halted.halted())).containsExactly(false, true);
        assertThat(OrderTableTest.leaves(LatchState.class)).hasSize(2);
    }

    @Test
    void shouldFollowTheTableOfTheMarket() {
        Market unseen = Market.UNSEEN;
        Quantity size = Quantity.ofShares(5);
        MarketEvent quote = new MarketEvent.QuoteReceived(Price.of("1"), Price.of("2"), size, size);
        Market live = unseen.after(quote, 7);
        Market.Quote kept = new Market.Quote(Price.of("1"), Price.of("2"), size, size, 7);
        assertThat(live).isEqualTo(new Market(kept, null, false, null, true));
        assertThat(
                        live.after(
                                new MarketEvent.DelayedQuoteReceived(Price.of("3"), Price.of("4")),
                                8))
                .isEqualTo(live);
        assertThat(live.after(new MarketEvent.LiveDataEnded("x"), 8)).isEqualTo(unseen);
        assertThat(live.after(new MarketEvent.LastTraded(Price.of("3"), size), 8))
                .isEqualTo(new Market(kept, Price.of("3"), false, null, true));
        assertThat(live.after(new MarketEvent.TradingHalted(true), 8))
                .isEqualTo(new Market(kept, null, true, null, true));
        assertThat(live.after(new MarketEvent.ShortableReported(false), 8))
                .isEqualTo(new Market(kept, null, false, false, true));
        assertThat(live.after(new MarketEvent.DataFarmReported(false), 8))
                .isEqualTo(new Market(kept, null, false, null, false));
        assertThat(OrderTableTest.leaves(MarketEvent.class)).hasSize(7);
    }

    @Test
    void shouldFollowTheTableOfTheBrokersPosition() {
        Quantity five = Quantity.ofShares(5);
        BrokerView agrees = new BrokerView.Agrees(five);
        BrokerView differs = new BrokerView.Differs(five, five, 3);
        for (BrokerView before : List.of(new BrokerView.NotTold(), agrees, differs)) {
            assertThat(BrokerView.compare(before, five, five, 9)).isEqualTo(agrees);
            assertThat(BrokerView.compare(before, five, Quantity.ZERO, 9))
                    .isEqualTo(new BrokerView.Differs(five, five, before.equals(differs) ? 3 : 9));
            assertThat(BrokerView.compare(before, Quantity.ZERO, five, 9))
                    .isEqualTo(new BrokerView.Differs(Quantity.ZERO, five.negated(), 9));
        }
        assertThat(OrderTableTest.leaves(BrokerView.class)).hasSize(3);
    }
}
