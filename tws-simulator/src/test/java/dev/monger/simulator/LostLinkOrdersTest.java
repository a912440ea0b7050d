package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of orders, changes and cancels that clients send while TWS has lost its link. */
class LostLinkOrdersTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldLetOrdersChangesAndCancelsWaitWithoutBeingTold() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        stage.rests(client, 2, Desk.limit("BUY", 100, 9901));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);

        // When
        stage.rests(client, 1, Desk.limit("BUY", 100, 9800));
        client.say(OrderRequest.CancelOrder.of(2));
        stage.rests(client, 3, Desk.limit("BUY", 100, 9902));
        List<String> meanwhile = client.story();
        List<Long> limits = limits();
        stage.pass(10_000);

        // Then
        assertThat(meanwhile).containsExactly("error -1 1100", "orderStatus 3 PendingSubmit 0/100");
        assertThat(limits).containsExactly(9900L, 9901L);
        assertThat(client.story().subList(2, client.story().size()))
                .containsExactly(
                        "error -1 1102",
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/100",
                        "orderStatus 2 Cancelled 0/100",
                        "error 2 202",
                        "openOrder 3 PreSubmitted",
                        "orderStatus 3 PreSubmitted 0/100",
                        "openOrder 3 Submitted",
                        "orderStatus 3 Submitted 0/100");
        assertThat(limits()).containsExactly(9800L, 9902L);
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.ORDER_HELD_IN_OUTAGE})
    void shouldThrowChangesAndCancelsAwayWhenToldSo() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        stage.rests(client, 2, Desk.limit("BUY", 100, 9901));
        client.heard.clear();
        stage.on(Fault.of(FaultKind.ORDER_HELD_IN_OUTAGE).with("resubmit", "no"));
        stage.on(FaultKind.LINK_STORM);

        // When
        stage.rests(client, 1, Desk.limit("BUY", 100, 9800));
        client.say(OrderRequest.CancelOrder.of(2));
        stage.pass(10_000);

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error -1 1100", "error -1 1102", "error 1 10328", "error 2 10328");
        assertThat(limits()).containsExactly(9900L, 9901L);
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.ORDER_HELD_IN_OUTAGE})
    void shouldTellWhoeverHasTheClientsIdByThenWhatBecameOfItsOrders() {
        // Given a change that waits at TWS, and the client gone and back meanwhile
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        stage.on(Fault.of(FaultKind.ORDER_HELD_IN_OUTAGE).with("resubmit", "no"));
        stage.on(FaultKind.LINK_STORM);
        stage.rests(client, 1, Desk.limit("BUY", 100, 9800));
        client.hangUp();
        TwsClientFake again = stage.client(7);
        again.heard.clear();

        // When
        stage.pass(10_000);

        // Then
        assertThat(again.story()).containsExactly("error -1 1102", "error 1 10328");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldAnswerTheClientsPresentSessionWhenItSendsAnOrderOn() {
        // Given
        stage.on(FaultKind.LINK_STORM);
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        client.hangUp();
        TwsClientFake again = stage.client(7);
        again.heard.clear();

        // When
        stage.pass(10_000);

        // Then
        assertThat(again.story())
                .contains("openOrder 1 Submitted", "orderStatus 1 Submitted 0/100");
    }

    @Test
    @Shows(FaultKind.ORDER_HELD_IN_OUTAGE)
    void shouldForgetWhatItDidInAnEarlierOutage() {
        // Given
        Fault deletes = Fault.of(FaultKind.ORDER_HELD_IN_OUTAGE).with("resubmit", "no");
        stage.rests(client, 1, Desk.limit("BUY", 50, 9000));
        stage.on(deletes.once());
        stage.simulator.linkNotice(1100);
        client.say(OrderRequest.CancelOrder.of(1));
        stage.simulator.linkNotice(1102);
        stage.simulator.linkNotice(1100);
        client.heard.clear();

        // When
        client.say(OrderRequest.CancelOrder.of(1));
        stage.simulator.linkNotice(1102);

        // Then
        assertThat(client.story())
                .containsExactly("error -1 1102", "orderStatus 1 Cancelled 0/50", "error 1 202");
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.ORDER_HELD_IN_OUTAGE})
    void shouldForgetWhatWaitedWhenTwsRestarts() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        stage.rests(client, 2, Desk.limit("BUY", 100, 9901));
        stage.on(FaultKind.LINK_STORM);
        stage.rests(client, 1, Desk.limit("BUY", 100, 9800));
        client.say(OrderRequest.CancelOrder.of(2));

        // When
        stage.simulator.restartFront();
        stage.pass(10_000);

        // Then
        assertThat(limits()).containsExactly(9900L, 9901L);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellWhatHappenedBeforeItSendsOnWhatWaited() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);
        client.say(OrderRequest.CancelOrder.of(1));
        Desk.quote(stage.simulator, 9980);

        // When
        stage.pass(10_000);

        // Then
        assertThat(client.story())
                .containsSubsequence(
                        "error -1 1102",
                        "execDetails 1 100",
                        "orderStatus 1 Filled 100/0",
                        "error 1 10148");
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.CANCEL_REFUSED})
    void shouldRefuseACancelThatWaitedOnceItIsSentOn() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        stage.on(FaultKind.CANCEL_REFUSED);
        stage.on(FaultKind.LINK_STORM);
        client.heard.clear();

        // When
        client.say(OrderRequest.CancelOrder.of(1));
        List<String> meanwhile = client.story();
        stage.pass(10_000);

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(client.story()).containsExactly("error -1 1102", "error 1 10147");
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.CANCEL_REFUSED})
    void shouldKeepARefusedCancelMutedOverALostLink() {
        // Given
        long way = 1_000_000_000L;
        FaultStage slow = FaultStage.withLatency(new BackendSettings.Latency(0, way));
        TwsClientFake trader = slow.client(7);
        slow.rests(trader, 1, Desk.limit("BUY", 100, 9900));
        slow.on(Fault.of(FaultKind.CANCEL_REFUSED).with("order", "ends"));
        trader.heard.clear();
        trader.say(OrderRequest.CancelOrder.of(1));
        slow.on(FaultKind.LINK_STORM);

        // When
        slow.pass(10_000);

        // Then
        assertThat(slow.simulator.backend().openOrders()).isEmpty();
        assertThat(trader.story())
                .containsExactly("error 1 10147", "error -1 1100", "error -1 1102");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTakeNoIdTwiceForAnOrderThatWaited() {
        // Given
        client.say(Desk.place(5, Desk.market("BUY", 1)));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);

        // When
        client.say(Desk.place(4, Desk.market("BUY", 1)));
        stage.pass(10_000);

        // Then
        assertThat(client.story()).endsWith("error -1 1102", "error 4 103");
        assertThat(stage.held()).isEqualTo(1);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldLetAGlobalCancelAndAWhatIfOrderWait() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);

        // When
        client.say(Desk.place(2, Desk.market("BUY", 1).whatIf(true)));
        client.say(OrderRequest.RequestGlobalCancel.PLAIN);
        List<String> meanwhile = client.story();
        int open = stage.simulator.backend().openOrders().size();
        stage.pass(10_000);

        // Then
        assertThat(meanwhile).containsExactly("error -1 1100");
        assertThat(open).isEqualTo(1);
        assertThat(client.story())
                .containsExactly(
                        "error -1 1100",
                        "error -1 1102",
                        "openOrder 2 PreSubmitted commission",
                        "orderStatus 1 Cancelled 0/100",
                        "error 1 202");
    }

    private List<Long> limits() {
        return stage.simulator.backend().openOrders().stream()
                .map(order -> order.limitE8() / Desk.CENT)
                .toList();
    }
}
