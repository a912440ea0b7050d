package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.MongerEvent.CommandKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do in our contract, by each of the four agreements. */
class ManualOrdersTest {

    private int trades;

    private static Story under(String agreement) {
        return Story.ready(Story.assigned("hands.manualOrders", agreement));
    }

    /** A person trades: the execution is told, and the broker's position moves. */
    private void hand(Story story, Side side, long shares) {
        Quantity size = Quantity.ofShares(shares);
        story.broker.position = story.broker.position.plus(side.signed(size));
        story.tell(
                new AccountEvent.ManualFillReported(
                        new Execution(
                                new ExecId("hand." + trades++ + ".01"),
                                null,
                                null,
                                FakeBroker.CONTRACT,
                                FakeBroker.ACCOUNT,
                                side,
                                size,
                                Price.of("100"),
                                story.at().exchangeNanos())));
        story.broker.tellPosition();
        story.settle().seconds(4);
    }

    private static Quantity stops(Story story) {
        Quantity sum = Quantity.ZERO;
        for (FakeBroker.Kept kept : story.broker.working()) {
            sum = kept.ticket.leg() == Leg.STOP_LOSS ? sum.plus(kept.remaining()) : sum;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        "observe, SELL 30, 70, 0, 70",
        "observe, SELL 150, 0, -50, 0",
        "observe, BUY 50, 100, 50, 100",
        "pause, SELL 30, 70, 0, 70",
        "pause, BUY 50, 100, 50, 100",
        "adopt, SELL 30, 70, 0, 70",
        "adopt, BUY 50, 150, 0, 150",
        "adopt, BUY 250, 300, 50, 300",
        "ignore, SELL 30, 100, -30, 70",
        "ignore, SELL 150, 100, -150, 0",
        "ignore, BUY 50, 100, 50, 100",
    })
    void shouldShareByAgreement(String agreement, String deed, long own, long manual, long stops) {
        // Given
        Story story = under(agreement).enterLong();
        String[] parts = deed.split(" ", -1);

        // When
        hand(story, Side.valueOf(parts[0]), Long.parseLong(parts[1]));

        // Then
        MongerFact.Shares shares = story.state.ledger().shares();
        assertThat(shares.own()).isEqualTo(Quantity.ofShares(own));
        assertThat(shares.manual()).isEqualTo(Quantity.ofShares(manual));
        assertThat(stops(story)).isEqualTo(Quantity.ofShares(stops));
        assertThat(story.broker.crossings).isZero();
    }

    @Test
    void shouldAdoptNothingFromFlat() {
        Story story = under("adopt");
        hand(story, Side.BUY, 50);
        assertThat(story.own()).isEqualTo(Quantity.ZERO);
        story.enterLong();
        assertThat(story.own()).isEqualTo(Quantity.ofShares(100));
        assertThat(story.state.ledger().tally().averagePrice()).isEqualTo(Price.of("100"));
    }

    @Test
    void shouldNotCallFlatWhatHandsAreIgnoredIn() {
        Story story = under("ignore").enterLong();
        hand(story, Side.SELL, 100);
        story.command("f", CommandKind.FLATTEN, 60).seconds(5);
        assertThat(story.said(MongerFact.CommandDone.class)).isEmpty();
        assertThat(story.said(MongerFact.CommandFailed.class).getLast())
                .satisfies(failed -> {
                    assertThat(failed.residual()).isEqualTo(Quantity.ofShares(100));
                    assertThat(failed.text()).contains("people hold -100");
                });
    }

    @Test
    void shouldCloseWhatWasAdopted() {
        Story story = under("adopt").enterLong();
        hand(story, Side.BUY, 50);
        story.command("f", CommandKind.FLATTEN, 60).fill(Leg.TAKE_PROFIT, 150, "100").seconds(3);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.FLAT);
        assertThat(story.broker.position).isEqualTo(Quantity.ZERO);
        assertThat(story.state.ledger().tally().realized()).isEqualTo(Money.ZERO);
    }

    @Test
    void shouldNotMoveSharesOfThePastWhenTheAgreementChanges() {
        Story story = under("adopt").enterLong();
        hand(story, Side.BUY, 50);
        story.tell(
                new SessionEvent.AssignmentReceived(
                        Story.assigned("hands.manualOrders", "ignore")));
        hand(story, Side.SELL, 20);
        MongerFact.Shares shares = story.state.ledger().shares();
        assertThat(shares.own()).isEqualTo(Quantity.ofShares(150));
        assertThat(shares.manual()).isEqualTo(Quantity.ofShares(-20));
        assertThat(stops(story)).isEqualTo(Quantity.ofShares(130));
    }

    @Test
    void shouldLetExitsReturnWhenAnIgnoredPersonBuysBack() {
        Story story = under("ignore").enterLong();
        hand(story, Side.SELL, 100);
        assertThat(story.broker.working()).isEmpty();
        hand(story, Side.BUY, 100);
        assertThat(stops(story)).isEqualTo(Quantity.ofShares(100));
    }

    private static MongerEvent order(boolean working) {
        return new AccountEvent.ManualOrderReported(
                new PermId(77), Side.BUY, Quantity.ofShares(5), working, "BUY 5");
    }

    @Test
    void shouldPauseEntriesWhileAPersonsOrderWorksAndCancelThoseThatDo() {
        // Given
        Story story = under("pause").predict(true);
        // When
        story.tell(order(true)).seconds(1);
        // Then
        assertThat(story.broker.working()).isEmpty();
        story.predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.MANUAL_ORDERS);
        story.tell(order(false), order(false)).predict(true);
        assertThat(story.lastRefusal()).isNull();
    }

    @Test
    void shouldGoOnWithExitsWhileAPersonsOrderWorks() {
        Story story = under("pause").enterLong();
        story.tell(order(true)).command("f", CommandKind.FLATTEN, 60);
        story.fill(Leg.TAKE_PROFIT, 100, "100").seconds(3);
        assertThat(story.phase()).isEqualTo(MongerFact.Phase.FLAT);
    }

    @ParameterizedTest
    @CsvSource({"observe", "adopt", "ignore"})
    void shouldOtherwiseNotMindAPersonsOrder(String agreement) {
        Story story = under(agreement).tell(order(true)).predict(true);
        assertThat(story.lastRefusal()).isNull();
    }
}
