package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.TradingWindow;
import dev.monger.core.monger.FakeBroker.Kept;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trades, their loss, their time, and how they are closed. */
class TradeStoryTest {

    private static Tally tally(Story story) {
        return story.state.ledger().tally();
    }

    private static Story at(Story story, String bid, String ask) {
        story.bid = Price.of(bid);
        story.ask = Price.of(ask);
        return story.quote();
    }

    @Test
    void shouldCountAPositionThatReopensWithinTheWindowAsTheSameTrade() {
        // Given
        Story story = Story.ready(Story.assigned("exit.tradeWindow", "10s")).enterLong();
        long opened = tally(story).trade().openedNanos();
        story.seconds(20).fill(Leg.TAKE_PROFIT, 100, "101.00").seconds(3);
        // When
        story.enterLong();
        // Then
        assertThat(tally(story).trade().openedNanos()).isEqualTo(opened);
        assertThat(tally(story).trade().realized()).isEqualTo(Money.of("100"));
        assertThat(tally(story).averagePrice()).isEqualTo(Price.of("100"));
        story.fill(Leg.TAKE_PROFIT, 100, "101.00").seconds(20).enterLong();
        assertThat(tally(story).trade().openedNanos()).isGreaterThan(opened);
        assertThat(tally(story).trade().realized()).isEqualTo(Money.ZERO);
    }

    @Test
    void shouldEndTheTradeWithThePositionWithoutAWindow() {
        Story story = Story.ready(Story.quickEntries()).enterLong();
        long opened = tally(story).trade().openedNanos();
        story.fill(Leg.TAKE_PROFIT, 100, "101.00").seconds(3).enterLong();
        assertThat(tally(story).trade().openedNanos()).isGreaterThan(opened);
    }

    @Test
    void shouldCountTheHoldingTimeFromTheTradesFirstExecution() {
        Story story =
                Story.ready(Story.assigned("exit.tradeWindow", "30s", "exit.maximumHolding", "60s"))
                        .enterLong();
        story.seconds(30).fill(Leg.TAKE_PROFIT, 100, "101.00").seconds(3).enterLong();
        story.seconds(20);
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        story.seconds(4);
        assertThat(story.state.closing().active()).isTrue();
    }

    @Test
    void shouldSpaceEntriesFromTheTradesOpeningWhenItFillsLate() {
        Story story = Story.ready(Story.assigned("entry.spacing", "30s"));
        story.predict(true).seconds(15).fill(Leg.ENTRY, 100, "100.00").seconds(20).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.SPACING);
        story.seconds(11).predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    @Test
    void shouldCloseATradeThatLostTooMuchAndCoolDown() {
        // Given
        Story story =
                Story.ready(
                                Story.assigned(
                                        "risk.maximumLossPerTrade", "30",
                                        "entry.coolDownAfterStop", "2m",
                                        "exit.pricing", "join",
                                        "exit.patience", "1m"))
                        .enterLong();
        at(story, "99.71", "99.73");
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        // When
        at(story, "99.70", "99.72");
        // Then
        assertThat(story.state.closing())
                .isInstanceOfSatisfying(
                        Closing.Working.class,
                        working -> {
                            assertThat(working.cause()).isEqualTo(Closing.Cause.LOSS);
                            assertThat(working.reason())
                                    .isEqualTo("this trade is -30, the limit is -30");
                        });
        assertThat(story.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("99.68")));
        assertThat(story.broker.only(Leg.STOP_LOSS).open()).isTrue();
        at(story, "100.00", "100.02").fill(Leg.TAKE_PROFIT, 100, "99.70").seconds(3);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.state.latch().halted()).isFalse();
        story.seconds(115).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.COOL_DOWN);
        story.seconds(5).predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    @Test
    void shouldCountWhatTheTradeHasRealisedBefore() {
        Story story =
                Story.ready(
                                Story.assigned(
                                        "risk.maximumLossPerTrade", "30", "exit.tradeWindow", "1m"))
                        .enterLong();
        story.fill(Leg.STOP_LOSS, 100, "99.80").seconds(3).enterLong();
        at(story, "99.91", "99.93");
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        at(story, "99.90", "99.92");
        assertThat(story.state.closing().active()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "join, 0, 100.02",
        "join, -1, 100.03",
        "mid, 0, 100.01",
        "mid, 1, 100",
        "cross, 0, 100",
        "cross, 3, 99.97"
    })
    void shouldPriceACloseInGoodOrderAsTheAssignmentSays(
            String pricing, String offset, String limit) {
        Story story =
                Story.ready(
                                Story.assigned(
                                        "exit.pricing", pricing,
                                        "exit.offsetTicks", offset,
                                        "exit.maximumHolding", "60s"))
                        .enterLong();
        story.seconds(59);
        assertThat(story.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of(limit)));
    }

    @Test
    void shouldGoThroughTheQuoteWhenPatienceEndsOrSomebodyFlattens() {
        Story patient = patient();
        patient.seconds(59 + 14);
        assertThat(patient.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("100.02")));
        // Priced again since, for its size: the end of patience does not wait for the next price.
        patient.seconds(1);
        assertThat(patient.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("99.98")));
        Story commanded = patient();
        commanded.seconds(62).command("f", CommandKind.FLATTEN, 60);
        assertThat(commanded.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("99.98")));
    }

    private static Story patient() {
        return Story.ready(
                        Story.assigned(
                                "exit.pricing", "join",
                                "exit.offsetTicks", "0",
                                "exit.maximumHolding", "60s"))
                .enterLong();
    }

    @ParameterizedTest
    @CsvSource({"join, 96.85, 103.15, 103", "join, 96.95, 103.05, 103", "cross, 96.85, 103.15, 97"})
    void shouldKeepAPatientCloseWithinTheCollar(
            String pricing, String bid, String ask, String limit) {
        Story story =
                Story.ready(
                                Story.assigned(
                                        "exit.pricing", pricing,
                                        "exit.offsetTicks", "0",
                                        "exit.stopLoss", "5%",
                                        "exit.maximumHolding", "60s"))
                        .enterLong();
        story.bid = Price.of(bid);
        story.ask = Price.of(ask);
        story.seconds(59);
        assertThat(story.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of(limit)));
    }

    @Test
    void shouldKeepOrFlattenAtTheEndOfTheProcess() {
        // Given
        Story story = Story.ready(Story.assigned("stop.onSigterm", "flatten")).enterLong();
        // When
        story.command("s", CommandKind.STOP_KEEP, 30);
        // Then
        assertThat(story.state.closing().active()).isTrue();
        story.fill(Leg.TAKE_PROFIT, 100, "99.98").seconds(3);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.STOPPED);
        assertThat(story.said(MongerFact.CommandDone.class)).hasSize(1);
        assertThat(story.state.conduct().lifeCycle())
                .isEqualTo(new LifeCycle.Stopped(new LifeCycle.Trading(), false));
        restart(story);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.TRADING);
    }

    @Test
    void shouldLeaveOnlyTheStopWhereTheEndCameTooSoonToFlatten() {
        Story story = Story.ready(Story.assigned("stop.onSigterm", "flatten")).enterLong();
        story.command("s", CommandKind.STOP_KEEP, 20).seconds(20);
        assertThat(story.said(MongerFact.CommandFailed.class).getLast().text())
                .contains("no closing order works", "a stop-loss works");
        assertThat(story.broker.working())
                .extracting(kept -> kept.ticket.leg())
                .containsExactly(Leg.STOP_LOSS);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.REDUCE_ONLY);
    }

    @Test
    void shouldEndAtOnceWithoutAPositionWhateverIsAway() {
        Story story = Story.ready(Story.assigned("stop.onSigterm", "flatten"));
        story.tell(new LinkEvent.LinkLost("away")).command("s", CommandKind.STOP_KEEP, 20);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.STOPPED);
    }

    private static void restart(Story story) {
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, new LeaseEpoch(4), FakeBroker.CLIENT, null),
                new SessionEvent.TopicsCaughtUp());
        story.connect().seconds(3);
    }

    @Test
    void shouldTakeBackTheRefusalOfAStopThatGoesWithItsEntry() {
        for (boolean childFirst : List.of(true, false)) {
            Story story = Story.ready();
            story.predict(true);
            Kept entry = story.broker.only(Leg.ENTRY);
            Kept stop = story.broker.only(Leg.STOP_LOSS);
            Kept profit = story.broker.only(Leg.TAKE_PROFIT);
            for (Kept kept :
                    childFirst ? List.of(stop, profit, entry) : List.of(entry, stop, profit)) {
                story.broker.refuse(kept.ticket.ref(), false);
            }
            story.settle().seconds(5);
            assertThat(story.said(MongerFact.RaiseAlarm.class)).isEmpty();
            assertThat(story.state.book().stopRefused()).isFalse();
            story.seconds(60).predict(true);
            assertThat(story.lastRefusal()).isNull();
        }
    }

    @Test
    void shouldBeFlatByTheTimeOfTheContractsDay() {
        // Given: 2013-09-24, 05:20 UTC is 01:20 in New York.
        Story story = Story.ready(Story.assigned("hours.flatBy", "01:21")).enterLong();
        assertThat(story.at().exchangeNanos() / Story.SECOND % 86_400)
                .isEqualTo(5 * 3600 + 20 * 60 + 3);
        story.seconds(56).predict(true);
        assertThat(story.lastRefusal()).isNull();
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        // When
        story.seconds(1).predict(true);
        // Then
        assertThat(story.lastRefusal()).isNotNull();
        assertThat(story.state.closing())
                .isInstanceOfSatisfying(
                        Closing.Working.class,
                        working ->
                                assertThat(working.reason())
                                        .isEqualTo("the day's time to be flat has come"));
        Story flat = Story.ready(Story.assigned("hours.flatBy", "00:30"));
        flat.predict(true);
        assertThat(flat.lastRefusal()).isEqualTo(EntryGate.HOURS);
        Story elsewhere = Story.ready(Story.assigned("hours.flatBy", "07:30 Europe/Berlin"));
        assertThat(Objects.requireNonNull(elsewhere.predict(true).state)).isNotNull();
        assertThat(elsewhere.lastRefusal()).isNull();
    }

    @Test
    void shouldEndACloseInGoodOrderWithItsHours() {
        // Given: hours end soon, and the close of their end does not fill.
        Story story = Story.ready(Story.assigned("hours.flatBeforeClose", "30s")).enterLong();
        long end = story.at().exchangeNanos() + 40 * Story.SECOND;
        ContractTerms hours =
                new ContractTerms(
                        FakeBroker.CONTRACT,
                        Story.terms().increments(),
                        List.of(new TradingWindow(Story.START, end)),
                        Quantity.of("1"),
                        Story.terms().orderTypes());
        story.tell(new LinkEvent.ContractConfirmed(hours)).seconds(20);
        assertThat(story.state.closing().active()).isTrue();
        // When
        story.seconds(30);
        // Then
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        assertThat(story.broker.working())
                .extracting(kept -> kept.ticket.leg())
                .contains(Leg.STOP_LOSS);
        assertThat(story.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("101")));
    }

    @Test
    void shouldCountTheDaysLossFromTheContractsMidnight() {
        // Given: the loss is made at 01:20 in New York, 22:40 before midnight.
        Story story = Story.ready(Story.quickEntries()).enterLong();
        story.fill(Leg.STOP_LOSS, 100, "99.50").seconds(3);
        assertThat(tally(story).realizedToday()).isEqualTo(Money.of("-50"));
        // When: midnight by UTC passes, and then midnight in New York.
        story.nanos += (18 * 3600 + 41 * 60) * Story.SECOND;
        story.tell(new MongerEvent.TimePassed());
        assertThat(tally(story).realizedToday()).isEqualTo(Money.of("-50"));
        story.nanos += 4 * 3600 * Story.SECOND;
        story.tell(new MongerEvent.TimePassed());
        // Then
        assertThat(tally(story).realizedToday()).isEqualTo(Money.ZERO);
    }
}
