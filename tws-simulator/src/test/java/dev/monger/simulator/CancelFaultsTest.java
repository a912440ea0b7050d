package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with cancels. */
class CancelFaultsTest {
    private static final BackendSettings.Latency SLOW_CANCELS =
            new BackendSettings.Latency(0, Desk.SECOND);

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.CANCEL_REFUSED)
    void shouldRefuseToCancelALiveOrder() {
        for (String code : List.of("10147", "10148", "161")) {
            // Given
            int id = stage.simulator.backend().nextOrderId(7);
            stage.rests(client, id, Desk.limit("BUY", 1, 9000));
            stage.on(Fault.of(FaultKind.CANCEL_REFUSED).with("code", code).once());
            client.heard.clear();

            // When
            client.say(OrderRequest.CancelOrder.of(id));

            // Then
            assertThat(client.story()).containsExactly("error " + id + " " + code);
        }
        assertThat(stage.simulator.backend().openOrders()).hasSize(3);
    }

    @Test
    @Shows(FaultKind.CANCEL_REFUSED)
    void shouldSayThatACancelFailedAndCancelAllTheSame() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 1, 9000));
        stage.on(Fault.of(FaultKind.CANCEL_REFUSED).with("order", "ends").once());
        client.heard.clear();

        // When
        client.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(client.story()).containsExactly("error 1 10147");
        assertThat(stage.simulator.backend().openOrders()).isEmpty();
    }

    @Test
    @Shows(FaultKind.CANCEL_WITHOUT_STATUS)
    void shouldConfirmACancelBy202Alone() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 1, 9000));
        stage.on(FaultKind.CANCEL_WITHOUT_STATUS);
        client.heard.clear();

        // When
        client.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(client.story()).containsExactly("error 1 202");
        assertThat(stage.simulator.backend().openOrders()).isEmpty();
    }

    @Test
    @Shows(FaultKind.EXECUTION_AFTER_CANCEL)
    void shouldFillAnOrderAfterItsCancel() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9000));
        stage.on(
                Fault.of(FaultKind.EXECUTION_AFTER_CANCEL)
                        .with("percent", 40)
                        .with("delayMillis", 700));
        client.heard.clear();

        // When
        client.say(OrderRequest.CancelOrder.of(1));
        stage.pass(699);
        List<String> before = client.story();
        stage.pass(1);

        // Then
        assertThat(before).containsExactly("orderStatus 1 Cancelled 0/100", "error 1 202");
        assertThat(client.story())
                .containsSubsequence(
                        "error 1 202",
                        "execDetails 1 40",
                        "orderStatus 1 Cancelled 40/60",
                        "commissionReport");
        OrderMessage.ExecDetails told = client.heard(OrderMessage.ExecDetails.class).getFirst();
        assertThat(told.execution().priceE8()).isEqualTo(9000 * Desk.CENT);
        assertThat(stage.held()).isEqualTo(40);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.CANCEL_REFUSED)
    void shouldStayMuteUntilACancelHasArrivedAtTheExchange() {
        // Given
        FaultStage slow = FaultStage.withLatency(SLOW_CANCELS);
        TwsClientFake far = slow.client(7);
        slow.rests(far, 1, Desk.limit("BUY", 1, 9000));
        slow.on(Fault.of(FaultKind.CANCEL_REFUSED).with("order", "ends").once());
        far.heard.clear();

        // When
        far.say(OrderRequest.CancelOrder.of(1));
        slow.pass(1000);
        List<String> told = far.story();
        slow.rests(far, 2, Desk.limit("BUY", 1, 9000));
        far.heard.clear();
        far.say(OrderRequest.CancelOrder.of(2));
        slow.pass(1000);

        // Then
        assertThat(told).containsExactly("error 1 10147");
        assertThat(far.story())
                .containsExactly(
                        "orderStatus 2 PendingCancel 0/1",
                        "orderStatus 2 Cancelled 0/1",
                        "error 2 202");
        assertThat(slow.simulator.backend().openOrders()).isEmpty();
    }

    @Test
    @Shows(FaultKind.EXECUTION_AFTER_CANCEL)
    void shouldCountTheTimeOfALateFillFromTheEndOfItsOrder() {
        // Given
        FaultStage slow = FaultStage.withLatency(SLOW_CANCELS);
        TwsClientFake far = slow.client(7);
        slow.rests(far, 1, Desk.limit("BUY", 100, 9000));
        slow.on(Fault.of(FaultKind.EXECUTION_AFTER_CANCEL).with("delayMillis", 700));
        far.say(OrderRequest.CancelOrder.of(1));

        // When
        slow.pass(1699);
        List<String> before = far.story();
        slow.pass(1);

        // Then
        assertThat(before).endsWith("orderStatus 1 Cancelled 0/100", "error 1 202");
        assertThat(far.story()).containsSubsequence("error 1 202", "execDetails 1 100");
        assertThat(slow.held()).isEqualTo(100);
        BooksAudit.of(slow.simulator);
    }
}
