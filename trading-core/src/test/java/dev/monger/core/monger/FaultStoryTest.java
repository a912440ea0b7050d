package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.MongerEvent.CommandKind;
import dev.monger.core.monger.MongerEvent.FleetCommandReceived;
import dev.monger.core.monger.OrderEvent.ErrorMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultStoryTest {

    @Test
    void shouldProveAbsenceByTwoListsAndThenTradeAgain() {
        Story story = Story.ready(Story.quickEntries());
        story.broker.swallowsOrders = true;
        story.predict(true).seconds(6);
        story.predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.NOTHING_UNKNOWN);
        story.broker.swallowsOrders = false;
        story.seconds(6).predict(true);
        assertThat(story.lastRefusal()).isNull();
        assertThat(story.said(MongerCommand.RequestReconciliation.class)).hasSizeGreaterThan(2);
    }

    @Test
    void shouldFindASilentOrderThatLives() {
        Story story = Story.ready();
        story.predict(true);
        Story silent = Story.ready();
        silent.broker.swallowsOrders = true;
        silent.predict(true);
        silent.broker.orders.putAll(story.broker.orders);
        silent.seconds(8);
        assertThat(silent.state.book().anyUnknown()).isFalse();
        assertThat(silent.state.book().liveEntries()).hasSize(1);
    }

    @Test
    void shouldSendNothingWhileTwsAndBrokerAreApart() {
        Story story = Story.ready().enterLong();
        story.tell(new LinkEvent.BrokerConnectivityLost("1100"));
        int before = story.said(MongerCommand.ToBroker.class).size();
        story.command("f1", CommandKind.FLATTEN, 120).seconds(10);
        assertThat(story.said(MongerCommand.ToBroker.class)).hasSize(before);
        story.tell(new LinkEvent.BrokerConnectivityRestored(false)).seconds(2);
        assertThat(story.said(MongerCommand.ModifyOrder.class)).isNotEmpty();
    }

    @Test
    void shouldBookFillsThatCameWhileAway() {
        Story story = Story.ready().enterLong();
        story.tell(new LinkEvent.LinkLost("reset"));
        story.broker.fill(
                story.broker.only(Leg.TAKE_PROFIT).ticket.ref(),
                Quantity.ofShares(100),
                Price.of("101"));
        story.broker.events.clear();
        story.connect().seconds(3);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.said(MongerFact.FillBooked.class)).hasSize(2);
        assertThat(story.state.told().alarms().size()).isZero();
    }

    @Test
    void shouldCancelParentAndCloseWhatFilledWhenTheStopIsRejected() {
        Story story = Story.ready();
        story.predict(true);
        story.fill(Leg.ENTRY, 40, "100.00");
        FakeBroker.Kept stop = story.broker.only(Leg.STOP_LOSS);
        stop.status = BrokerOrder.Status.CANCELLED;
        story.tell(
                new OrderEvent.OrderErrorReported(
                        stop.ticket.ref(), stop.permId, 201, ErrorMeaning.REFUSED, "rejected"));
        assertThat(story.alarmed(AlarmCode.STOP_REJECTED)).isTrue();
        story.seconds(3);
        assertThat(story.broker.working())
                .extracting(kept -> kept.ticket.leg())
                .doesNotContain(Leg.ENTRY);
        assertThat(story.state.closing().active()).isTrue();
        story.fill(Leg.TAKE_PROFIT, 40, "99.99").seconds(5);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.broker.working()).isEmpty();
        assertThat(story.state.book().stopRefused()).isFalse();
    }

    @Test
    void shouldLatchFlattenAndRefuseUntilResetNamesTheBreach() {
        Story story = Story.ready().enterLong();
        story.tell(
                new MongerEvent.PermitHeard(
                        new MongerEvent.Permit.Breached("account-loss", "lost 2000")));
        story.seconds(1).fill(Leg.TAKE_PROFIT, 100, "99.98").seconds(4);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.FLAT);
        story.command("r1", CommandKind.RESUME, 10);
        assertThat(story.said(MongerFact.CommandFailed.class).getLast().text())
                .contains("account-loss");
        story.tell(reset(story, "r2", "other"), reset(story, "r3", "account-loss"));
        assertThat(story.said(MongerFact.CommandDone.class).getLast().id())
                .isEqualTo(new CommandId("r3"));
        story.command("r4", CommandKind.RESUME, 10).seconds(60).predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    private static FleetCommandReceived reset(Story story, String id, String breach) {
        return new FleetCommandReceived(
                new CommandId(id),
                CommandKind.RESET,
                story.nanos + 10 * Story.SECOND,
                "operator",
                "test",
                breach);
    }

    @Test
    void shouldTripItsOwnDailyLoss() {
        Story story = Story.ready().enterLong();
        story.tell(
                new AccountEvent.DailyPnlReported(
                        AccountEvent.PnlScope.CONTRACT, Money.of("-500.01")));
        assertThat(story.state.latch().halted()).isTrue();
        assertThat(story.state.closing().active()).isTrue();
    }

    @Test
    void shouldStopKeepingThePositionUnderItsStop() {
        Story story = Story.ready().enterLong();
        story.command("s1", CommandKind.STOP_KEEP, 30).seconds(1);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.STOPPED);
        assertThat(story.said(MongerFact.CommandDone.class).getLast().proof()).contains("kept");
        assertThat(story.broker.only(Leg.STOP_LOSS).open()).isTrue();
    }

    private static void restart(Story story) {
        story.broker.events.clear();
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, new LeaseEpoch(4), FakeBroker.CLIENT, null),
                new SessionEvent.TopicsCaughtUp());
        story.connect().seconds(3);
    }

    @Test
    void shouldGoOnWithWhatItWasToldBeforeItsProcessWasEnded() {
        Story story = Story.ready().enterLong();
        story.command("p1", CommandKind.PAUSE, 30).seconds(1);
        story.command("s1", CommandKind.STOP_KEEP, 30).seconds(1);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.STOPPED);

        restart(story);

        assertThat(story.phase()).isEqualTo(MongerFact.Phase.PAUSED);
        assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
    }

    @Test
    void shouldLeaveAtOnceWhenNothingIsOpenWhoeverIsAway() {
        Story story = new Story();
        story.command("s1", CommandKind.STOP_KEEP, 30).seconds(1);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.STOPPED);
        assertThat(story.said(MongerFact.CommandDone.class)).hasSize(1);
    }

    @Test
    void shouldEndTheCommandOfAProcessThatWasGoneBeforeItCouldProveIt() {
        Story story = Story.ready().enterLong();
        story.tell(new LinkEvent.LinkLost("away"));
        story.command("s1", CommandKind.STOP_KEEP, 30).seconds(1);
        assertThat(story.phase()).isNotEqualTo(MongerFact.Phase.STOPPED);

        restart(story);

        assertThat(story.phase()).isEqualTo(MongerFact.Phase.TRADING);
        assertThat(story.said(MongerFact.CommandFailed.class))
                .singleElement()
                .satisfies(failed ->
                        assertThat(failed.text())
                                .isEqualTo("the process ended before it could prove that it may"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CommandKind.class,
            names = {"FLATTEN", "STOP", "STOP_KEEP"})
    void shouldEndAtOnceWhatTheBrokerKnowsNoContractOf(CommandKind kind) {
        // Given
        Story story = new Story();
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, story.state.session().epoch(), FakeBroker.CLIENT, null),
                new SessionEvent.AssignmentReceived(Story.assignment()),
                new SessionEvent.TopicsCaughtUp(),
                new LinkEvent.LinkOpened(true),
                new LinkEvent.ContractRefused("200: no security definition"));

        // When
        story.command("s1", kind, 30).seconds(1);

        // Then
        assertThat(story.said(MongerFact.CommandDone.class).getLast().proof())
                .contains("no order ever left", "200: no security definition");
    }

    @Test
    void shouldTakeUpWithAFreshProcessWhereTheOldOneEnded() {
        Story story = Story.ready();
        story.predict(true);
        story.broker.fill(
                story.broker.only(Leg.ENTRY).ticket.ref(), Quantity.ofShares(100), Price.of("100"));
        story.broker.events.clear();
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, new LeaseEpoch(4), FakeBroker.CLIENT, null),
                new SessionEvent.TopicsCaughtUp());
        story.connect().seconds(3);
        assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
        assertThat(story.broker.working()).hasSize(2);
        assertThat(story.state.told().alarms().size()).isZero();
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.TRADING);
    }

    @Test
    void shouldTakeUpAfterALostDisk() {
        Story story = Story.ready().enterLong();
        Story after = new Story();
        after.nanos = story.nanos;
        after.broker.orders.putAll(story.broker.orders);
        after.broker.executions.addAll(story.broker.executions);
        after.broker.position = story.broker.position;
        after.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY,
                        new LeaseEpoch(5),
                        FakeBroker.CLIENT,
                        new SessionEvent.Restored(
                                Quantity.ZERO, story.broker.executions, "account-loss")),
                new SessionEvent.AssignmentReceived(Story.assignment()),
                new SessionEvent.TopicsCaughtUp());
        after.connect().seconds(3);
        assertThat(after.own()).isEqualTo(Quantity.ofShares(100));
        assertThat(after.state.latch().halted()).isTrue();
        assertThat(after.broker.working()).hasSize(2);
    }

    @Test
    void shouldNotEndAnOrderByAnInformationCode() {
        Story story = Story.ready();
        story.predict(true);
        story.tell(
                new OrderEvent.OrderErrorReported(
                        story.broker.only(Leg.ENTRY).ticket.ref(),
                        null,
                        10349,
                        ErrorMeaning.INFORMATION,
                        "TIF was set to DAY"));
        assertThat(story.state.book().liveEntries()).hasSize(1);
    }

    @Test
    void shouldGoOnCancellingWhenACancelIsLost() {
        Story story = Story.ready();
        story.predict(true);
        story.broker.swallowsCancels = true;
        story.command("p1", CommandKind.PAUSE, 60).seconds(7);
        assertThat(story.said(MongerFact.CommandDone.class)).isEmpty();
        story.broker.swallowsCancels = false;
        story.seconds(10);
        assertThat(story.broker.working()).isEmpty();
        assertThat(story.said(MongerFact.CommandDone.class)).hasSize(1);
    }
}
