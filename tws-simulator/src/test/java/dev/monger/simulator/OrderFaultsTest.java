package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with orders. */
class OrderFaultsTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.DUPLICATE_STATUS)
    void shouldTellAStatusThreeTimes() {
        // Given
        stage.on(Fault.of(FaultKind.DUPLICATE_STATUS).with("copies", 3).once());

        // When
        stage.rests(client, 1, Desk.limit("BUY", 100, 9000));

        // Then
        assertThat(client.story())
                .containsExactly(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "orderStatus 1 PreSubmitted 0/100",
                        "orderStatus 1 PreSubmitted 0/100",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/100");
    }

    @Test
    @Shows(FaultKind.MISSING_STATUS)
    void shouldTellNoStatusOfAnImmediateFill() {
        // Given
        stage.on(FaultKind.MISSING_STATUS);

        // When
        stage.buys(client, 1, 100);
        stage.rests(client, 2, Desk.limit("BUY", 100, 9000));

        // Then
        assertThat(client.story())
                .contains("execDetails 1 100", "orderStatus 2 Submitted 0/100")
                .noneMatch(line -> line.startsWith("orderStatus 1"));
    }

    @Test
    @Shows(FaultKind.MISSING_STATUS)
    void shouldTellAllStatusesOfAnImmediateFillButTheLast() {
        // Given
        stage.on(Fault.of(FaultKind.MISSING_STATUS).with("which", "filled"));

        // When
        stage.buys(client, 1, 100);

        // Then
        assertThat(client.story())
                .contains("orderStatus 1 PreSubmitted 0/100")
                .doesNotContain("orderStatus 1 Filled 100/0");
    }

    @Test
    @Shows(FaultKind.SWALLOWED_ORDER)
    void shouldSwallowAnOrder() {
        // Given
        stage.on(Fault.of(FaultKind.SWALLOWED_ORDER).once());

        // When
        stage.buys(client, 1, 100);
        stage.buys(client, 2, 100);

        // Then
        assertThat(client.story()).isNotEmpty().noneMatch(line -> line.contains(" 1 "));
        assertThat(stage.held()).isEqualTo(100);
    }

    @Test
    @Shows(FaultKind.DROP_BEFORE_ORDER)
    void shouldDropBeforeAnOrderAndGiveItsIdOutAgain() {
        // Given
        stage.rests(client, 5, Desk.limit("BUY", 100, 9000));
        stage.on(Fault.of(FaultKind.DROP_BEFORE_ORDER).once());

        // When
        stage.rests(client, 6, Desk.limit("BUY", 100, 9000));
        TwsClientFake again = new TwsClientFake(stage.simulator, 200);
        again.say(new SessionRequest.StartApi(7, ""));

        // Then
        assertThat(client.closed).isTrue();
        assertThat(again.heard(SessionMessage.NextValidId.class))
                .containsExactly(new SessionMessage.NextValidId(6));
        assertThat(stage.simulator.backend().openOrders()).hasSize(1);
    }

    @Test
    @Shows(FaultKind.DROP_AFTER_ORDER)
    void shouldDropAfterAnOrderWasTaken() {
        // Given
        stage.on(Fault.of(FaultKind.DROP_AFTER_ORDER).once());

        // When
        stage.rests(client, 6, Desk.limit("BUY", 100, 9000));
        TwsClientFake again = new TwsClientFake(stage.simulator, 200);
        again.say(new SessionRequest.StartApi(7, ""));

        // Then
        assertThat(client.closed).isTrue();
        assertThat(client.story()).isEmpty();
        assertThat(again.heard(SessionMessage.NextValidId.class))
                .containsExactly(new SessionMessage.NextValidId(7));
        assertThat(stage.simulator.backend().openOrders()).hasSize(1);
    }

    @Test
    @Shows(FaultKind.SECOND_INCARNATION)
    void shouldMakeASecondOrderOfAModifyAndListTheOldOneLast() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9000).orderRef("mine"));
        stage.on(Fault.of(FaultKind.SECOND_INCARNATION).once());

        // When
        stage.rests(client, 1, Desk.limit("BUY", 100, 9100).orderRef("mine"));
        client.heard.clear();
        client.say(new OrderRequest.RequestOpenOrders());

        // Then
        List<OrderMessage.OpenOrder> listed = client.heard(OrderMessage.OpenOrder.class);
        assertThat(listed).extracting(OrderMessage.OpenOrder::orderId).containsExactly(1, 1);
        assertThat(listed.get(0).permId()).isGreaterThan(listed.get(1).permId());
        assertThat(listed).extracting(one -> one.order().orderRef()).containsOnly("mine");
        assertThat(listed)
                .extracting(one -> one.order().limitPriceE8() / Desk.CENT)
                .containsExactly(9100L, 9000L);
        assertThat(client.story()).endsWith("openOrderEnd");
    }

    @Test
    @Shows(FaultKind.SECOND_INCARNATION)
    void shouldCancelOneIncarnationAfterTheOther() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9000));
        stage.on(Fault.of(FaultKind.SECOND_INCARNATION).once());
        stage.rests(client, 1, Desk.limit("BUY", 100, 9100));

        // When
        client.say(OrderRequest.CancelOrder.of(1));
        int afterOne = stage.simulator.backend().openOrders().size();
        Desk.quote(stage.simulator, 8990);
        client.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(afterOne).isEqualTo(1);
        assertThat(stage.held()).as("the old one filled").isEqualTo(100);
        assertThat(client.story()).endsWith("error 1 10148");
    }

    @Test
    @Shows(FaultKind.INFO_CODE)
    void shouldSayHarmlessCodesOfAnOrderThatStaysLive() {
        for (String code : List.of("399", "404", "10349", "2109")) {
            // Given
            client.heard.clear();
            stage.on(Fault.of(FaultKind.INFO_CODE).with("code", code).once());

            // When
            int id = stage.simulator.backend().nextOrderId(7);
            stage.rests(client, id, Desk.limit("BUY", 1, 9000));

            // Then
            assertThat(client.story())
                    .contains("error " + id + " " + code)
                    .endsWith("orderStatus " + id + " Submitted 0/1");
        }
        assertThat(stage.simulator.backend().openOrders()).hasSize(4);
    }

    @Test
    @Shows(FaultKind.UNKNOWN_CODE)
    void shouldSayACodeNobodyKnows() {
        // Given
        stage.on(Fault.of(FaultKind.UNKNOWN_CODE).once());
        stage.rests(client, 1, Desk.limit("BUY", 1, 9000));
        stage.on(Fault.of(FaultKind.UNKNOWN_CODE).with("code", 4711).once());

        // When
        stage.rests(client, 2, Desk.limit("BUY", 1, 9000));

        // Then
        List<Integer> codes =
                client.heard(SessionMessage.ErrorMessage.class).stream()
                        .map(SessionMessage.ErrorMessage::code)
                        .toList();
        assertThat(codes.get(0)).isBetween(29_000, 29_999);
        assertThat(codes.get(1)).isEqualTo(4711);
        assertThat(stage.simulator.backend().openOrders()).hasSize(2);
    }

    @Test
    @Shows(FaultKind.UNKNOWN_STATUS)
    void shouldTellAStatusNobodyKnows() {
        // Given
        stage.on(Fault.of(FaultKind.UNKNOWN_STATUS).once());
        stage.rests(client, 1, Desk.limit("BUY", 1, 9000));
        stage.on(Fault.of(FaultKind.UNKNOWN_STATUS).with("follows", "no").once());

        // When
        client.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(client.story())
                .containsSequence(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 WarnState7 0/1",
                        "orderStatus 1 PreSubmitted 0/1")
                .endsWith("orderStatus 1 WarnState7 0/1", "error 1 202");
    }

    @Test
    @Shows(FaultKind.MISSING_PARENT)
    void shouldRefuseAChildThatFollowsTooFast() {
        // Given
        stage.on(FaultKind.MISSING_PARENT);
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990).transmit(false));

        // When
        stage.pass(49);
        stage.rests(client, 2, Desk.limit("SELL", 100, 10100).parentId(1));
        stage.pass(1);
        stage.rests(client, 3, Desk.limit("SELL", 100, 10100).parentId(1));

        // Then
        assertThat(client.story())
                .startsWith("error 2 10006", "openOrder 1 PreSubmitted")
                .contains("openOrder 3 PreSubmitted");
    }

    @Test
    @Shows(FaultKind.INACTIVE_ORDER)
    void shouldRejectForMarginOrWithoutAWord() {
        // Given
        stage.on(Fault.of(FaultKind.INACTIVE_ORDER).once());
        stage.rests(client, 1, Desk.limit("BUY", 100, 9000));
        stage.on(Fault.of(FaultKind.INACTIVE_ORDER).with("why", "silent").once());

        // When
        stage.rests(client, 2, Desk.limit("BUY", 100, 9000));

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error 1 201",
                        "openOrder 1 Inactive",
                        "orderStatus 1 Inactive 0/100",
                        "openOrder 2 Inactive",
                        "orderStatus 2 Inactive 0/100");
        assertThat(stage.simulator.backend().openOrders()).isEmpty();
    }

    @Test
    @Shows(FaultKind.INACTIVE_ORDER)
    void shouldHoldASaleForLocateAndLetItGo() {
        // Given
        stage.on(Fault.of(FaultKind.INACTIVE_ORDER).with("why", "locate").with("heldMillis", 9000));

        // When
        stage.rests(client, 1, Desk.limit("BUY", 100, 9000));
        client.heard.clear();
        stage.rests(client, 2, Desk.limit("SELL", 100, 9990));
        List<String> held = client.story();
        stage.pass(9000);

        // Then
        assertThat(held)
                .containsExactly(
                        "openOrder 2 Inactive",
                        "orderStatus 2 Inactive 0/100 locate",
                        "error 2 404");
        assertThat(client.story()).contains("execDetails 2 100");
        assertThat(stage.held()).isEqualTo(-100);
    }

    @Test
    @Shows(FaultKind.ORDER_HELD_IN_OUTAGE)
    void shouldSendOnWhatWaitedForTheLink() {
        // Given
        stage.on(FaultKind.ORDER_HELD_IN_OUTAGE);
        stage.on(Fault.of(FaultKind.LINK_STORM).with("outageMillis", 30_000));

        // When
        stage.buys(client, 1, 100);
        stage.rests(client, 2, Desk.limit("BUY", 50, 9000));
        client.say(OrderRequest.CancelOrder.of(2));
        List<String> meanwhile = client.story();
        long heldMeanwhile = stage.held();
        stage.pass(30_000);

        // Then
        assertThat(meanwhile)
                .containsExactly(
                        "error -1 1100",
                        "orderStatus 1 PendingSubmit 0/100",
                        "orderStatus 2 PendingSubmit 0/50");
        assertThat(heldMeanwhile).isZero();
        assertThat(client.story())
                .contains("error -1 1102", "execDetails 1 100")
                .endsWith("orderStatus 2 Cancelled 0/50", "error 2 202");
        assertThat(stage.held()).isEqualTo(100);
    }

    @Test
    @Shows(FaultKind.ORDER_HELD_IN_OUTAGE)
    void shouldDeleteWhatWaitedForTheLinkWhenTwsRestarts() {
        // Given
        stage.on(FaultKind.ORDER_HELD_IN_OUTAGE);
        stage.simulator.linkNotice(1100);
        stage.buys(client, 1, 100);

        // When
        stage.simulator.restartFront();
        stage.simulator.linkNotice(1102);

        // Then
        assertThat(stage.simulator.backend().allOrders()).isEmpty();
        assertThat(stage.simulator.backend().nextOrderId(7)).isEqualTo(2);
    }

    @Test
    @Shows(FaultKind.ORDER_HELD_IN_OUTAGE)
    void shouldHoldWhatBelongsToAWaitingOrderAndItsIdOverAReconnect() {
        // Given
        stage.on(Fault.of(FaultKind.ORDER_HELD_IN_OUTAGE).once());
        stage.simulator.linkNotice(1100);
        stage.rests(client, 1, Desk.limit("BUY", 50, 9000));
        client.hangUp();
        TwsClientFake again = new TwsClientFake(stage.simulator, 200);
        again.say(new SessionRequest.StartApi(7, ""));
        int next = again.heard(SessionMessage.NextValidId.class).getFirst().orderId();
        again.heard.clear();

        // When
        again.say(OrderRequest.CancelOrder.of(1));
        List<String> meanwhile = again.story();
        stage.simulator.linkNotice(1102);

        // Then
        assertThat(next).isEqualTo(2);
        assertThat(meanwhile).isEmpty();
        assertThat(again.story())
                .contains("openOrder 1 Submitted")
                .endsWith("orderStatus 1 Cancelled 0/50", "error 1 202");
    }

    @Test
    @Shows(FaultKind.ORDER_HELD_IN_OUTAGE)
    void shouldLoseWhatWaitedForTheLinkWhenItIsNotResubmitted() {
        // Given
        stage.on(Fault.of(FaultKind.ORDER_HELD_IN_OUTAGE).with("resubmit", "no"));
        stage.simulator.linkNotice(1100);
        stage.buys(client, 1, 100);

        // When
        stage.simulator.linkNotice(1102);
        stage.pass(0);

        // Then
        assertThat(client.story()).endsWith("error -1 1102", "error 1 10328");
        assertThat(stage.simulator.backend().allOrders()).extracting(BrokerOrder::permId).isEmpty();
    }
}
