package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import org.junit.jupiter.api.Test;

class HandsStoryTest {

    private static Execution handSale(Story story, long shares) {
        return new Execution(
                new ExecId("0000aaaa.00000001.01.01"),
                null,
                null,
                FakeBroker.CONTRACT,
                FakeBroker.ACCOUNT,
                Side.SELL,
                Quantity.ofShares(shares),
                Price.of("100.50"),
                story.at().exchangeNanos());
    }

    @Test
    void shouldCancelExitsOnThePositionStreamAlone() {
        Story story = Story.ready().enterLong();
        story.broker.position = Quantity.ZERO;
        story.broker.tellPosition();
        story.settle().seconds(4);
        assertThat(story.broker.working()).isEmpty();
        assertThat(story.alarmed(AlarmCode.POSITION_DIFFERS)).isTrue();
        story.tell(new AccountEvent.ManualFillReported(handSale(story, 100))).seconds(1);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        assertThat(story.alarmed(AlarmCode.POSITION_DIFFERS)).isFalse();
        story.seconds(60).predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    @Test
    void shouldShrinkExitsToWhatAPersonLeft() {
        Story story = Story.ready().enterLong();
        story.broker.position = Quantity.ofShares(30);
        story.broker.tellPosition();
        story.settle().seconds(4);
        assertThat(story.broker.only(Leg.STOP_LOSS).remaining()).isEqualTo(Quantity.ofShares(30));
        assertThat(story.broker.only(Leg.TAKE_PROFIT).remaining()).isEqualTo(Quantity.ofShares(30));
    }

    @Test
    void shouldPauseWhenAPersonMovesTheStopAndRespectTheValue() {
        Story story = Story.ready().enterLong();
        FakeBroker.Kept stop = story.broker.only(Leg.STOP_LOSS);
        stop.ticket = stop.ticket.withTerms(new OrderTerms.Stop(Price.of("98")));
        story.broker.tell(stop);
        story.settle().seconds(10);
        assertThat(story.said(MongerFact.OperatorIntervened.class)).hasSize(1);
        assertThat(story.state.conduct().lifeCycle()).isInstanceOf(LifeCycle.Paused.class);
        assertThat(story.broker.only(Leg.STOP_LOSS).ticket.terms())
                .isEqualTo(new OrderTerms.Stop(Price.of("98")));
    }

    @Test
    void shouldRespectPriceAndQuantityThatAPersonGaveTheStop() {
        Story story = Story.ready().enterLong();
        FakeBroker.Kept stop = story.broker.only(Leg.STOP_LOSS);
        OrderTicket given =
                stop.ticket
                        .withTerms(new OrderTerms.Stop(Price.of("98")))
                        .withQuantity(Quantity.ofShares(50));
        stop.ticket = given;
        story.broker.tell(stop);
        story.settle().seconds(10);
        assertThat(story.broker.only(Leg.STOP_LOSS).ticket).isEqualTo(given);
        assertThat(story.alarmed(AlarmCode.STOP_MISSING)).isTrue();
    }

    @Test
    void shouldRaiseAlarmAndNotReplaceAStopThatAPersonRemoved() {
        Story story = Story.ready().enterLong();
        story.broker.cancel(story.broker.only(Leg.STOP_LOSS).ticket.ref());
        story.settle().seconds(10);
        assertThat(story.said(MongerFact.OperatorIntervened.class)).hasSize(1);
        assertThat(story.alarmed(AlarmCode.STOP_MISSING)).isTrue();
        assertThat(story.broker.working())
                .extracting(kept -> kept.ticket.leg())
                .containsExactly(Leg.TAKE_PROFIT);
    }

    @Test
    void shouldKeepWhatAnAccountHeldOutOfOurShare() {
        Story story = new Story();
        story.broker.position = Quantity.ofShares(500);
        story.tell(
                new SessionEvent.SessionStarted(
                        Story.SPY, story.state.session().epoch(), FakeBroker.CLIENT, null),
                new SessionEvent.AssignmentReceived(Story.assignment()),
                new SessionEvent.TopicsCaughtUp());
        story.connect().seconds(1);
        assertThat(story.state.ledger().shares().baseline()).isEqualTo(Quantity.ofShares(500));
        story.enterLong();
        assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
        assertThat(story.state.ledger().closable()).isEqualTo(Quantity.ofShares(100));
    }
}
