package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.FakeBroker.Kept;
import dev.monger.core.monger.MongerEvent.CommandKind;
import org.junit.jupiter.api.Test;

class TradingStoryTest {

    @Test
    void shouldEnterAsBracketAndTakeProfit() {
        // Given
        Story story = Story.ready();
        // When
        story.predict(true);
        // Then
        MongerCommand.SubmitOrders bracket =
                story.said(MongerCommand.SubmitOrders.class).getFirst();
        assertThat(bracket.tickets())
                .extracting(OrderTicket::leg)
                .containsExactly(Leg.ENTRY, Leg.TAKE_PROFIT, Leg.STOP_LOSS);
        assertThat(bracket.tickets())
                .extracting(ticket -> ticket.ref().value())
                .containsExactly("SPY.3.1.P", "SPY.3.1.T", "SPY.3.1.S");
        assertThat(bracket.tickets())
                .extracting(OrderTicket::terms)
                .containsExactly(
                        new OrderTerms.Limit(Price.of("100")),
                        new OrderTerms.Limit(Price.of("101")),
                        new OrderTerms.Stop(Price.of("99.5")));
        story.fill(Leg.ENTRY, 100, "100.00").seconds(2);
        assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
        assertThat(story.broker.working()).hasSize(2);
        story.fill(Leg.TAKE_PROFIT, 100, "101.00").seconds(3);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.broker.working()).isEmpty();
        assertThat(story.said(MongerFact.PositionChanged.class).getLast().realized())
                .isEqualTo(Money.of("100"));
        assertThat(story.state.told().alarms().size()).isZero();
    }

    @Test
    void shouldReconcileBeforeAnyEntry() {
        Story story = new Story();
        story.broker.listsEnd = false;
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, story.state.session().epoch(), FakeBroker.CLIENT, null),
                new SessionEvent.AssignmentReceived(Story.assignment()),
                new SessionEvent.TopicsCaughtUp());
        story.connect().seconds(1).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.RECONCILED);
        assertThat(story.alarmed(AlarmCode.RECONCILIATION_STUCK)).isTrue();
        story.broker.listsEnd = true;
        story.seconds(3).predict(true);
        assertThat(story.lastRefusal()).isNull();
        assertThat(story.alarmed(AlarmCode.RECONCILIATION_STUCK)).isFalse();
    }

    @Test
    void shouldRefuseEntriesWithoutFreshPermit() {
        Story story = Story.ready();
        story.permits = false;
        story.seconds(5).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.PERMIT);
        story.permits = true;
        story.seconds(1).predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    @Test
    void shouldCloseAfterMaximumHoldingTimeThroughTakeProfit() {
        Story story = Story.ready().enterLong();
        story.seconds(1800);
        Kept closing = story.broker.only(Leg.TAKE_PROFIT);
        assertThat(closing.ticket.terms()).isEqualTo(new OrderTerms.Limit(Price.of("99.98")));
        assertThat(story.broker.only(Leg.STOP_LOSS).open()).isTrue();
        story.fill(Leg.TAKE_PROFIT, 100, "100.00").seconds(3);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.broker.working()).isEmpty();
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
    }

    @Test
    void shouldNotAddInTheStepInWhichThePositionBeginsToBeClosed() {
        // Given
        Story story = Story.ready(Story.quickEntries()).enterLong();
        story.seconds(1797);
        assertThat(story.state.closing()).isInstanceOf(Closing.Idle.class);
        story.nanos += 3 * Story.SECOND;

        // When
        story.predict(true);

        // Then
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.PROTECTED);
        assertThat(story.state.closing().active()).isTrue();
    }

    @Test
    void shouldRepriceTheSameClosingOrder() {
        Story story = Story.ready().enterLong();
        story.command("f1", CommandKind.FLATTEN, 60);
        assertThat(story.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("99.98")));
        story.bid = Price.of("99.90");
        story.ask = Price.of("99.92");
        story.seconds(4);
        assertThat(story.broker.only(Leg.TAKE_PROFIT).ticket.terms())
                .isEqualTo(new OrderTerms.Limit(Price.of("99.88")));
        assertThat(story.broker.working()).hasSize(2);
    }

    @Test
    void shouldFlattenWithProofAndKeepTheStopUntilThen() {
        Story story = Story.ready().enterLong();
        story.command("f1", CommandKind.FLATTEN, 60);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.FLATTENING);
        assertThat(story.broker.only(Leg.STOP_LOSS).open()).isTrue();
        story.fill(Leg.TAKE_PROFIT, 40, "99.99").seconds(1);
        assertThat(story.broker.only(Leg.STOP_LOSS).remaining()).isEqualTo(Quantity.ofShares(60));
        story.fill(Leg.TAKE_PROFIT, 60, "99.99").seconds(3);
        assertThat(story.said(MongerFact.CommandDone.class).getLast().proof())
                .contains("own share 0");
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.FLAT);
        assertThat(story.said(MongerFact.PositionChanged.class).getLast().realized())
                .isEqualTo(Money.of("-1"));
    }

    @Test
    void shouldNameTheResidualAndLeaveOnlyTheStop() {
        Story story = Story.ready().enterLong();
        story.command("f1", CommandKind.FLATTEN, 20).seconds(20);
        MongerFact.CommandFailed failed = story.said(MongerFact.CommandFailed.class).getLast();
        assertThat(failed.residual()).isEqualTo(Quantity.ofShares(100));
        assertThat(failed.text()).contains("no closing order works").contains("a stop-loss works");
        assertThat(story.broker.working())
                .extracting(kept -> kept.ticket.leg())
                .containsExactly(Leg.STOP_LOSS);
        assertThat(story.alarmed(AlarmCode.RESIDUAL)).isTrue();
        story.seconds(1800);
        assertThat(story.broker.working()).hasSize(1);
    }

    @Test
    void shouldFillEntryInPartsAndGrowNothingBeyondThePosition() {
        Story story = Story.ready();
        story.predict(true);
        story.fill(Leg.ENTRY, 40, "100.00").seconds(1);
        story.broker.expire(story.broker.only(Leg.ENTRY).ticket.ref());
        story.settle().seconds(3);
        assertThat(story.own()).isEqualTo(Quantity.ofShares(40));
        assertThat(story.broker.only(Leg.STOP_LOSS).remaining()).isEqualTo(Quantity.ofShares(40));
        assertThat(story.broker.only(Leg.TAKE_PROFIT).remaining()).isEqualTo(Quantity.ofShares(40));
    }

    @Test
    void shouldEndAPartFilledEntryWhoseExitsWorkForMore() {
        Story story = Story.ready();
        story.predict(true);
        story.fill(Leg.ENTRY, 40, "100.00").seconds(6);
        story.settle().seconds(3);
        assertThat(story.broker.working()).hasSize(2);
        assertThat(story.broker.only(Leg.STOP_LOSS).remaining()).isEqualTo(Quantity.ofShares(40));
        assertThat(story.broker.only(Leg.TAKE_PROFIT).remaining()).isEqualTo(Quantity.ofShares(40));
    }

    @Test
    void shouldPlaceStandalonePairWhenExitsDieWithPartFilledParent() {
        Story story = Story.ready();
        story.broker.exitsDieWithPartFilledParent = true;
        story.predict(true);
        story.fill(Leg.ENTRY, 40, "100.00").seconds(6);
        story.settle().seconds(3);
        assertThat(story.broker.working()).hasSize(2);
        assertThat(story.broker.only(Leg.STOP_LOSS).remaining()).isEqualTo(Quantity.ofShares(40));
        assertThat(story.broker.only(Leg.TAKE_PROFIT).remaining()).isEqualTo(Quantity.ofShares(40));
        assertThat(story.state.conduct().lifeCycle()).isInstanceOf(LifeCycle.Trading.class);
    }

    @Test
    void shouldEnlargeTheOnePairWhenAdding() {
        Story story = Story.ready(Story.quickEntries()).enterLong();
        story.predict(true);
        story.fill(Leg.ENTRY, 100, "100.00").seconds(2);
        assertThat(story.own()).isEqualTo(Quantity.ofShares(200));
        assertThat(story.broker.working()).hasSize(2);
        assertThat(story.broker.only(Leg.STOP_LOSS).remaining()).isEqualTo(Quantity.ofShares(200));
        assertThat(story.broker.only(Leg.TAKE_PROFIT).remaining())
                .isEqualTo(Quantity.ofShares(200));
        story.predict(true).fill(Leg.ENTRY, 100, "100.00").seconds(2).predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.SIZE);
    }
}
