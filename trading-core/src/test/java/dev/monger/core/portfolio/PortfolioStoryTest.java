package dev.monger.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioStoryTest {

    @Test
    void shouldPermitEachSecondWhenAllIsKnown() {
        Account account = Account.calm();
        account.seconds(3);

        assertThat(account.state().permitted()).isTrue();
        assertThat(account.said(PortfolioCommand.TellRisk.class)).hasSize(4);
        assertThat(account.lastRisk().closed()).isEmpty();
    }

    @Test
    void shouldNotPermitBeforeEveryListHasEnded() {
        Account account = new Account();
        account.take(new PortfolioEvent.Began(account.now()));
        account.take(new PortfolioEvent.SessionOpened(account.now()));
        account.pnl("0");
        account.take(new PortfolioEvent.OrdersListed(account.now()));
        account.take(new PortfolioEvent.ExecutionsListed(account.now()));
        account.passed(1);

        assertThat(account.lastRisk().closed()).containsExactly(PermitGate.RECONCILED);
    }

    @Test
    void shouldReconnectWhenAListDoesNotEnd() {
        Account account = new Account();
        account.take(new PortfolioEvent.SessionOpened(account.now()));
        account.passed(11);

        assertThat(account.said(PortfolioCommand.Reconnect.class)).hasSize(1);
        assertThat(account.alarms()).contains("account-list-overdue");
    }

    @Test
    void shouldRefuseThePermitWhenThePnlIsSilentOrUnset() {
        Account account = Account.calm();
        for (int second = 0; second < 16; second++) {
            account.passed(1);
            account.take(new PortfolioEvent.OrdersListed(account.now()));
            account.take(new PortfolioEvent.ExecutionsListed(account.now()));
            account.take(
                    new PortfolioEvent.PnlSeen(account.now(), new AccountPnl(null, null, null)));
        }

        assertThat(account.lastRisk().closed()).containsExactly(PermitGate.PNL_FRESH);
        assertThat(account.alarms()).containsOnlyOnce("account-pnl-silent");
        assertThat(account.lastRisk().daily()).isNull();
    }

    @Test
    void shouldLatchTheLossAndBeatAtOnce() {
        Account account = Account.calm();
        account.pnl("-1000");
        account.pnl("0");
        account.seconds(2);

        assertThat(account.lastRisk().closed()).containsExactly(PermitGate.NO_BREACH);
        assertThat(account.lastRisk().latch())
                .isEqualTo(
                        new LossLatch.Breached(
                                "daily-loss-7-1", Money.of("-1000"), 1000 * Account.SECOND));
        assertThat(account.alarms()).containsOnlyOnce("daily-loss-limit");
        // One beat at the start, one at the breach, one a second.
        assertThat(account.said(PortfolioCommand.TellRisk.class)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"daily-loss-7-1, true", "daily-loss-7-2, false", "'', false"})
    void inBreachShouldObeyOnlyAResetThatNamesIt(String named, boolean cleared) {
        Account account = Account.calm();
        account.pnl("-1000");
        account.pnl("0");

        account.take(new PortfolioEvent.ResetAsked(account.now(), "c-1", named));

        assertThat(account.said(PortfolioCommand.AnswerReset.class))
                .singleElement()
                .satisfies(answer -> assertThat(answer.done()).isEqualTo(cleared));
        assertThat(account.state().permitted()).isEqualTo(cleared);
    }

    @Test
    void shouldNameASecondBreachAnew() {
        Account account = Account.calm();
        account.pnl("-1000");
        account.take(new PortfolioEvent.ResetAsked(account.now(), "c-1", "daily-loss-7-1"));
        account.pnl("-1001");

        assertThat(account.state().latch())
                .isInstanceOfSatisfying(
                        LossLatch.Breached.class,
                        breach -> assertThat(breach.name()).isEqualTo("daily-loss-7-2"));
    }

    @Test
    void shouldKeepTheBreachAcrossARestart() {
        Account account = Account.calm();
        account.pnl("-1000");
        account.restart();

        assertThat(account.state().permitted()).isFalse();
    }

    @Test
    void shouldTellATypedOrderItsChangeAndItsEndOnce() {
        Account account = Account.calm();
        account.seconds(8, Account.typed(900, "150", "Submitted"));
        account.seconds(8, Account.typed(900, "151", "PreSubmitted"));
        account.take(
                new PortfolioEvent.StatusSeen(
                        account.now(), new PermId(900), "Cancelled", Quantity.ZERO));
        account.take(
                new PortfolioEvent.StatusSeen(
                        account.now(), new PermId(900), "Cancelled", Quantity.ZERO));
        account.restart();
        account.seconds(8);

        assertThat(account.told())
                .containsExactly(
                        new HandReport.OrderTyped(
                                Author.PERSON, Account.typed(900, "150", "Submitted")),
                        new HandReport.OrderChanged(
                                Author.PERSON, Account.typed(900, "151", "PreSubmitted")),
                        new HandReport.OrderCancelled(
                                Author.PERSON,
                                Account.typed(900, "151", "Cancelled"),
                                "the broker says so"));
    }

    @Test
    void shouldTellAnOrderGoneAfterTwoCompleteListsWithoutIt() {
        Account account = Account.calm();
        account.seconds(4, Account.typed(900, "150", "Submitted"));
        account.seconds(9);

        assertThat(account.told()).hasSize(2).last().isInstanceOf(HandReport.OrderCancelled.class);
        assertThat(account.said(PortfolioCommand.RequestCompletedOrders.class))
                .hasSizeGreaterThan(1);
    }

    @Test
    void shouldCallAVanishedOrderFilledWhenItsExecutionsSaySo() {
        Account account = Account.calm();
        account.seconds(4, Account.typed(900, "150", "Submitted"));
        account.take(
                new PortfolioEvent.ExecutionSeen(
                        account.now(), Account.execution("a.b.c.01", 0, false)));
        account.seconds(9);

        assertThat(account.told())
                .last()
                .isInstanceOfSatisfying(
                        HandReport.OrderChanged.class,
                        changed ->
                                assertThat(changed.order().phase()).isEqualTo(OrderPhase.FILLED));
    }

    @Test
    void shouldTellEachExecutionOnceAndItsCorrectionOnce() {
        Account account = Account.calm();
        for (String id : List.of("a.b.c.01", "a.b.c.01", "a.b.c.02", "a.b.c.01", "a.b.c.02")) {
            account.take(
                    new PortfolioEvent.ExecutionSeen(
                            account.now(), Account.execution(id, 0, false)));
        }
        account.restart();
        account.take(
                new PortfolioEvent.ExecutionSeen(
                        account.now(), Account.execution("a.b.c.02", 0, false)));
        account.take(
                new PortfolioEvent.CommissionSeen(
                        account.now(), new ExecId("a.b.c.02"), Money.of("1")));
        account.take(
                new PortfolioEvent.CommissionSeen(
                        account.now(), new ExecId("a.b.c.02"), Money.of("1")));

        assertThat(account.told())
                .containsExactly(
                        new HandReport.Filled(
                                Author.PERSON, Account.execution("a.b.c.01", 0, false), false),
                        new HandReport.Filled(
                                Author.PERSON, Account.execution("a.b.c.02", 0, false), true),
                        new HandReport.Charged(
                                Author.PERSON,
                                Account.execution("a.b.c.02", 0, false),
                                Money.of("1")));
    }

    @Test
    void shouldNotTellTheFleetsOwnAndCallALiquidationAnIncident() {
        Account account = Account.calm();
        account.take(
                new PortfolioEvent.ExecutionSeen(
                        account.now(), Account.execution("a.b.c.01", 3, false)));
        account.take(
                new PortfolioEvent.ExecutionSeen(
                        account.now(), Account.execution("a.b.d.01", 0, true)));

        assertThat(account.told())
                .containsExactly(
                        new HandReport.Filled(
                                Author.BROKER, Account.execution("a.b.d.01", 0, true), false));
        assertThat(account.alarms()).contains("broker-liquidation");
    }

    @Test
    void onALostDiskShouldTellNothingTwice() {
        Account before = Account.calm();
        before.seconds(3, Account.typed(900, "150", "Submitted"));
        before.take(
                new PortfolioEvent.ExecutionSeen(
                        before.now(), Account.execution("a.b.c.01", 0, false)));

        Account account = new Account();
        account.take(new PortfolioEvent.Began(account.now()));
        for (HandReport report : before.told()) {
            account.take(new PortfolioEvent.ReportRecalled(account.now(), report));
        }
        account.open();
        account.seconds(3, Account.typed(900, "150", "Submitted"));
        account.take(
                new PortfolioEvent.ExecutionSeen(
                        account.now(), Account.execution("a.b.c.01", 0, false)));

        assertThat(before.told()).hasSize(2);
        assertThat(account.told()).isEmpty();
    }

    @Test
    void shouldTellAPersonsChangeOfAnOwnOrderAfterTheGrace() {
        Account account = Account.calm();
        asked(account, "7-tp", "150");
        account.seconds(6, Account.own(901, "7-tp", "150", "Submitted"));
        account.seconds(4, Account.own(901, "7-tp", "155", "Submitted"));
        assertThat(account.told()).isEmpty();
        account.seconds(9, Account.own(901, "7-tp", "155", "Submitted"));

        assertThat(account.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        HandReport.Intervened.class,
                        told -> assertThat(told.what()).contains("155").contains("150"));
    }

    @Test
    void shouldNotMistakeAMongersOwnModifyForAPerson() {
        Account account = Account.calm();
        asked(account, "7-tp", "150");
        account.seconds(6, Account.own(901, "7-tp", "150", "Submitted"));
        account.second(Account.own(901, "7-tp", "155", "Submitted"));
        asked(account, "7-tp", "155");
        account.seconds(12, Account.own(901, "7-tp", "155", "Submitted"));

        assertThat(account.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTellAPersonsCancelOfAnOwnOrderUnlessItsMongerAskedForIt(boolean askedFor) {
        Account account = Account.calm();
        asked(account, "7-tp", "150");
        account.seconds(6, Account.own(901, "7-tp", "150", "Submitted"));
        if (askedFor) {
            account.take(new PortfolioEvent.OrderClosed(account.now(), "7-tp"));
        }
        account.take(
                new PortfolioEvent.StatusSeen(
                        account.now(), new PermId(901), "Cancelled", Quantity.ZERO));
        account.seconds(12);

        assertThat(account.told()).hasSize(askedFor ? 0 : 1);
    }

    @Test
    void shouldTellAPositionThatTheWholeListNoLongerNamesAsZero() {
        Account account = Account.calm();
        AccountPosition held =
                new AccountPosition(Account.SPY, Quantity.ofShares(100), Price.of("150"));
        account.take(new PortfolioEvent.PositionSeen(account.now(), held));
        account.take(new PortfolioEvent.PositionSeen(account.now(), held));
        account.restart();

        assertThat(account.said(PortfolioCommand.TellPosition.class))
                .extracting(tell -> tell.position().quantity())
                .containsExactly(Quantity.ofShares(100), Quantity.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldTellTheSameWhateverTheOrderOfCallbacks(long seed) {
        Account account = Account.calm();
        List<PortfolioEvent> events = new ArrayList<>();
        for (int copy = 0; copy < 2; copy++) {
            events.add(seen(account, Account.typed(900, "150", "Submitted")));
            events.add(
                    new PortfolioEvent.ExecutionSeen(
                            account.now(), Account.execution("a.b.c.01", 0, false)));
            events.add(
                    new PortfolioEvent.ExecutionSeen(
                            account.now(), Account.execution("a.b.d.01", 0, false)));
            events.add(seen(account, Account.own(901, "7-tp", "150", "Submitted")));
        }
        Collections.shuffle(events, new Random(seed));
        events.forEach(account::take);

        assertThat(account.told())
                .as("seed %d", seed)
                .containsExactlyInAnyOrder(
                        new HandReport.OrderTyped(
                                Author.PERSON, Account.typed(900, "150", "Submitted")),
                        new HandReport.Filled(
                                Author.PERSON, Account.execution("a.b.c.01", 0, false), false),
                        new HandReport.Filled(
                                Author.PERSON, Account.execution("a.b.d.01", 0, false), false));
    }

    private static PortfolioEvent seen(Account account, ObservedOrder order) {
        return new PortfolioEvent.OrderSeen(account.now(), order);
    }

    private static void asked(Account account, String reference, String limit) {
        account.take(
                new PortfolioEvent.OrderAsked(
                        account.now(),
                        reference,
                        new OrderTerms.Limit(Price.of(limit)),
                        Quantity.ofShares(100)));
    }
}
