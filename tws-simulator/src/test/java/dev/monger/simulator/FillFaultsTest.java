package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.Mishaps;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with fills. */
class FillFaultsTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.EXECUTION_FIRST)
    void shouldTellTheExecutionBeforeTheOrder() {
        // Given
        stage.on(FaultKind.EXECUTION_FIRST);

        // When
        stage.buys(client, 1, 100);

        // Then
        assertThat(client.story()).startsWith("execDetails 1 100", "openOrder 1 PreSubmitted");
    }

    @Test
    @Shows(FaultKind.EXECUTION_FIRST)
    void shouldTellTheExecutionBetweenOrderAndStatus() {
        // Given
        stage.on(Fault.of(FaultKind.EXECUTION_FIRST).with("before", "status"));

        // When
        stage.buys(client, 1, 100);

        // Then
        assertThat(client.story())
                .startsWith(
                        "openOrder 1 PreSubmitted",
                        "execDetails 1 100",
                        "orderStatus 1 PreSubmitted 0/100");
    }

    @Test
    @Shows(FaultKind.LATE_COMMISSION)
    void shouldTellTheCommissionMinutesLate() {
        // Given
        stage.on(Fault.of(FaultKind.LATE_COMMISSION).with("delayMillis", 180_000));

        // When
        stage.buys(client, 1, 100);
        stage.pass(179_999);
        List<String> before = client.story();
        stage.pass(1);

        // Then
        assertThat(before).doesNotContain("commissionReport");
        assertThat(client.story()).endsWith("commissionReport");
    }

    @Test
    @Shows(FaultKind.EARLY_COMMISSION)
    void shouldTellTheCommissionBeforeTheExecution() {
        // Given
        stage.on(FaultKind.EARLY_COMMISSION);

        // When
        stage.buys(client, 1, 100);

        // Then
        assertThat(client.story()).containsSequence("commissionReport", "execDetails 1 100");
    }

    @Test
    @Shows(FaultKind.UNSET_COMMISSION)
    void shouldTellMinusOneOrTheLargestNumberBeforeTheTrueCommission() {
        // Given
        stage.on(Fault.of(FaultKind.UNSET_COMMISSION).once());
        stage.buys(client, 1, 100);
        stage.on(Fault.of(FaultKind.UNSET_COMMISSION).with("value", "max").once());

        // When
        stage.buys(client, 2, 100);
        stage.pass(60_000);

        // Then
        assertThat(client.heard(OrderMessage.CommissionReport.class))
                .extracting(OrderMessage.CommissionReport::commissionE8)
                .containsExactly(-Decimals.ONE, Decimals.UNSET, Decimals.ONE, Decimals.ONE);
    }

    @Test
    @Shows(FaultKind.FILLS_AFTER_LINK_LOSS)
    void shouldTellFillsAfterTheLinkWasLost() {
        // Given
        TwsClientFake other = stage.client(8);
        stage.on(Fault.of(FaultKind.FILLS_AFTER_LINK_LOSS).with("fillsMillis", 2000).once());

        // When
        stage.buys(client, 1, 100);
        List<String> atOnce = client.story();
        stage.pass(1999);
        List<String> before = client.story();
        stage.pass(10_000);

        // Then
        assertThat(atOnce)
                .containsExactly(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "error -1 1100");
        assertThat(before).doesNotContain("execDetails 1 100");
        assertThat(client.story())
                .containsSubsequence(
                        "error -1 1100",
                        "execDetails 1 100",
                        "orderStatus 1 Filled 100/0",
                        "error -1 1102");
        assertThat(other.story()).containsExactly("error -1 1100", "error -1 1102");
    }

    @Test
    @Shows(FaultKind.FILLS_AFTER_LINK_LOSS)
    void shouldLetNothingOvertakeTheFillsThatStayAway() {
        // Given
        stage.on(
                Fault.of(FaultKind.FILLS_AFTER_LINK_LOSS)
                        .with("fillsMillis", 9000)
                        .with("outageMillis", 1000)
                        .once());
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.heard.clear();

        // When
        stage.simulator.person().print(Desk.IBM, 9985 * Desk.CENT, 40);
        stage.pass(2000);
        stage.simulator.person().print(Desk.IBM, 9985 * Desk.CENT, 60);
        stage.pass(20_000);

        // Then
        assertThat(client.story().stream().filter(one -> one.startsWith("orderStatus")))
                .containsExactly(
                        "orderStatus 1 Submitted 40/60",
                        "orderStatus 1 Filled 100/0",
                        "orderStatus 1 Filled 100/0");
        assertThat(client.story()).containsSubsequence("execDetails 1 40", "error -1 1102");
    }

    @Test
    @Shows(FaultKind.FILLS_AFTER_LINK_LOSS)
    void shouldTellFillsInTheSameBatchAsTheLostLink() {
        // Given
        stage.on(Fault.of(FaultKind.FILLS_AFTER_LINK_LOSS).once());

        // When
        stage.buys(client, 1, 100);

        // Then
        assertThat(client.story())
                .containsSequence("error -1 1100", "execDetails 1 100", "openOrder 1 Filled");
    }

    @Test
    @Shows(FaultKind.CORRECTION)
    void shouldCorrectAPriceAndTheBooks() {
        // Given
        stage.on(Fault.of(FaultKind.CORRECTION).with("ticks", 3));

        // When
        stage.buys(client, 1, 100);
        stage.pass(5000);

        // Then
        List<Execution> told = told();
        assertThat(told).hasSize(2);
        assertThat(told.get(1).execId())
                .isEqualTo(told.get(0).execId().replaceFirst("\\.01$", ".02"));
        assertThat(told.get(1).priceE8()).isEqualTo(told.get(0).priceE8() + 3 * Desk.CENT);
        assertThat(told.get(1).sharesE8()).isEqualTo(told.get(0).sharesE8());
        assertThat(stage.books().basisE8()).isEqualTo(100 * told.get(1).priceE8() + Decimals.ONE);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.CORRECTION)
    void shouldRealizeNothingByACorrectionOfAPurchase() {
        // Given
        stage.buys(client, 1, 100);
        Desk.quote(stage.simulator, 12000);
        stage.on(Fault.of(FaultKind.CORRECTION).with("ticks", 3));

        // When
        stage.buys(client, 2, 100);
        stage.pass(5000);

        // Then
        assertThat(told()).hasSize(3);
        assertThat(stage.books().realizedE8()).isZero();
        assertThat(stage.books().basisE8())
                .isEqualTo(100 * (10001 + 12004) * Desk.CENT + 2 * Decimals.ONE);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.CORRECTION)
    void shouldCorrectASaleAsIfItHadBeenMadeThatWay() {
        // Given
        stage.buys(client, 1, 200);
        stage.on(Fault.of(FaultKind.CORRECTION).with("ticks", 3).with("shares", -40).once());
        client.say(Desk.place(2, Desk.market("SELL", 100)));
        Desk.quote(stage.simulator, 12000);
        stage.buys(client, 3, 50);
        stage.simulator
                .backend()
                .mishaps()
                .move(FaultStage.ACCOUNT, Desk.IBM, new Mishaps.Move.Split(2));

        // When
        stage.pass(5000);

        // Then
        assertThat(told()).hasSize(4);
        assertThat(stage.held()).isEqualTo(2 * (200 - 60 + 50));
        assertThat(stage.books().cashE8() + stage.books().basisE8())
                .isEqualTo(stage.books().startCashE8() + stage.books().realizedE8());
        long costOfSold = (200 * 10001 * Desk.CENT + Decimals.ONE) / 200 * 60;
        assertThat(stage.books().realizedE8())
                .isEqualTo(60 * 10003 * Desk.CENT - Decimals.ONE - costOfSold);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.CORRECTION)
    void shouldCorrectASizeEvenAfterThePositionWasClosed() {
        // Given
        stage.on(Fault.of(FaultKind.CORRECTION).with("shares", -30).with("ticks", 0).once());
        stage.buys(client, 1, 100);
        client.say(Desk.place(2, Desk.market("SELL", 100)));

        // When
        stage.pass(5000);

        // Then
        assertThat(told())
                .extracting(one -> FaultStage.shares(one.sharesE8()))
                .containsExactly(100L, 100L, 70L);
        assertThat(stage.held()).isEqualTo(-30);
        assertThat(stage.executions()).hasSize(2);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.CORRECTION)
    void shouldGiveAWorkingOrderBackWhatACorrectionTook() {
        // Given
        stage.on(Fault.of(FaultKind.CORRECTION).with("shares", -10).once());
        stage.rests(client, 1, Desk.limit("BUY", 800, 10001));

        // When
        stage.pass(5000);
        Desk.quote(stage.simulator, 9999);
        Desk.quote(stage.simulator, 9998);

        // Then
        assertThat(stage.held()).isEqualTo(800);
        assertThat(client.story()).contains("orderStatus 1 Filled 800/0");
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.SHORT_EXECUTION_MEMORY)
    void shouldForgetExecutionsOlderThanItReaches() {
        // Given
        stage.on(Fault.of(FaultKind.SHORT_EXECUTION_MEMORY).with("reachMillis", 30_000));
        stage.buys(client, 1, 100);
        stage.pass(30_001);
        stage.buys(client, 2, 50);
        client.heard.clear();

        // When
        client.say(new OrderRequest.RequestExecutions(9, ExecutionFilter.NONE));

        // Then
        assertThat(client.story()).containsExactly("execDetails 2 50", "commissionReport");
        assertThat(client.heard(OrderMessage.ExecDetailsEnd.class)).hasSize(1);
    }

    @Test
    @Shows(FaultKind.UNKNOWN_ZONE)
    void shouldTellTimesInZonesNobodyKnows() {
        // Given
        stage.on(Fault.of(FaultKind.UNKNOWN_ZONE).once());
        stage.buys(client, 1, 100);
        stage.on(Fault.of(FaultKind.UNKNOWN_ZONE).with("zone", "localized"));

        // When
        stage.buys(client, 2, 100);
        TwsClientFake greeted = stage.client(8);

        // Then
        assertThat(told().get(0).time()).isEqualTo("20261124 09:30:00 Mars/Olympus Mons");
        assertThat(told().get(1).time()).startsWith("20261124 09:30:00 \u4e2d\u56fd");
        assertThat(greeted.greeting).contains("20261124 09:30:00 \u4e2d\u56fd");
    }

    @Test
    @Shows(FaultKind.PAPER_REMAINDER)
    void shouldRejectTheRemainderOfAMarketOrder() {
        // Given
        stage.on(FaultKind.PAPER_REMAINDER);

        // When
        stage.buys(client, 1, 700);
        stage.pass(0);

        // Then
        assertThat(client.story())
                .contains("execDetails 1 500")
                .endsWith("orderStatus 1 Cancelled 500/200", "error 1 201");
        assertThat(stage.held()).isEqualTo(500);
        assertThat(stage.simulator.backend().openOrders()).isEmpty();
    }

    @Test
    @Shows(FaultKind.PAPER_LIMIT)
    void shouldFillALimitOnlyWhenTheQuoteComesToIt() {
        // Given
        stage.on(FaultKind.PAPER_LIMIT);
        stage.rests(client, 1, Desk.limit("BUY", 100, 9999));

        // When
        stage.simulator.person().print(Desk.IBM, 9990 * Desk.CENT, 1000);
        long byPrint = stage.held();
        stage.simulator
                .person()
                .quote(Desk.IBM, new Quote(9998 * Desk.CENT, 500, 9999 * Desk.CENT, 500), false);

        // Then
        assertThat(byPrint).isZero();
        assertThat(stage.held()).isEqualTo(100);
        assertThat(client.story()).contains("execDetails 1 100");
    }

    private List<Execution> told() {
        return client.heard(OrderMessage.ExecDetails.class).stream()
                .map(OrderMessage.ExecDetails::execution)
                .toList();
    }
}
