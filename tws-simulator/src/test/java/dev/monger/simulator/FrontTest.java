package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontTest {

    private final TwsSimulator simulator = Desk.simulator(FrontSettings.usual());

    @Test
    void shouldGreetAClient() {
        // When
        TwsClientFake client = new TwsClientFake(simulator, 200);
        client.say(new SessionRequest.StartApi(7, ""));

        // Then
        assertThat(client.heard.get(0))
                .isEqualTo(new SessionMessage.ManagedAccounts(List.of("DU1234567")));
        assertThat(client.heard.get(1)).isEqualTo(new SessionMessage.NextValidId(1));
        assertThat(client.story())
                .containsExactly(
                        "error -1 2104", "error -1 2104", "error -1 2106", "error -1 2158");
    }

    @Test
    void shouldRefuseAClientIdInUseAndFreeItWhenTheClientLeaves() {
        // Given
        TwsClientFake first = TwsClientFake.started(simulator, 7);

        // When
        TwsClientFake second = TwsClientFake.started(simulator, 7);
        first.hangUp();
        TwsClientFake third = TwsClientFake.started(simulator, 7);

        // Then
        assertThat(second.closed).isTrue();
        assertThat(third.closed).isFalse();
    }

    @Test
    void shouldTellAMarketOrderAsTwsDoes() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(Desk.place(1, Order.builder("BUY", 100 * Decimals.ONE, "MKT")));

        // Then
        assertThat(client.story())
                .containsExactly(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "execDetails 1 100",
                        "openOrder 1 Filled",
                        "orderStatus 1 Filled 100/0",
                        "openOrder 1 Filled commission",
                        "orderStatus 1 Filled 100/0",
                        "commissionReport");
    }

    @Test
    void shouldTellARestingOrderItsChangeAndItsCancel() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(Desk.place(1, Desk.limit("BUY", 100, 9000)));
        client.say(Desk.place(1, Desk.limit("BUY", 50, 9001)));
        client.say(OrderRequest.CancelOrder.of(1));
        client.say(OrderRequest.CancelOrder.of(1));
        client.say(OrderRequest.CancelOrder.of(2));

        // Then
        assertThat(client.story())
                .containsExactly(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/100",
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/50",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/50",
                        "orderStatus 1 Cancelled 0/50",
                        "error 1 202",
                        "error 1 10148",
                        "error 2 10147");
    }

    @Test
    void shouldHoldABracketUntilItsLastPartIsTransmitted() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(Desk.place(1, Desk.limit("BUY", 100, 9990).transmit(false)));
        client.say(Desk.place(2, Desk.limit("SELL", 100, 10100).parentId(1).transmit(false)));
        List<String> before = client.story();
        client.say(
                Desk.place(
                        3,
                        Order.builder("SELL", 100 * Decimals.ONE, "STP")
                                .auxPriceE8(9900 * Desk.CENT)
                                .parentId(1)));

        // Then
        assertThat(before).isEmpty();
        assertThat(client.story())
                .containsExactly(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/100",
                        "openOrder 2 PreSubmitted",
                        "orderStatus 2 PreSubmitted 0/100 child",
                        "openOrder 3 PreSubmitted",
                        "orderStatus 3 PreSubmitted 0/100 child,trigger");
        OrderMessage.OpenOrder child = client.heard(OrderMessage.OpenOrder.class).getLast();
        assertThat(child.order().ocaGroup()).isEqualTo("1795442401");
        assertThat(child.order().parentId()).isEqualTo(1);
    }

    @Test
    void shouldRefuseByCodeAndForgetTheOrder() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        Contract unknown = Contract.of("NOPE", "STK", "SMART", "USD");

        // When
        client.say(new OrderRequest.PlaceOrder(1, unknown, Desk.limit("BUY", 100, 9000).build()));
        client.say(
                Desk.place(
                        2,
                        Order.builder("BUY", 100 * Decimals.ONE, "LMT")
                                .limitPriceE8(900_000_001L)));
        client.say(Desk.place(3, Desk.limit("BUY", 100, 9000).parentId(99)));
        client.say(Desk.place(4, Desk.limit("BUY", 100, 9000)));
        client.say(Desk.place(4, Desk.limit("SELL", 100, 9000)));
        client.say(Desk.place(2, Desk.limit("BUY", 100, 9000)));

        // Then
        assertThat(client.story())
                .contains(
                        "error 1 200",
                        "error 2 110",
                        "error 3 10006",
                        "error 4 105",
                        "error 2 103");
        assertThat(simulator.backend().allOrders()).hasSize(1);
    }

    @Test
    void shouldShowOthersOrdersToTheMasterOnly() {
        // Given
        TwsClientFake master = TwsClientFake.started(simulator, 0);
        TwsClientFake owner = TwsClientFake.started(simulator, 7);
        TwsClientFake other = TwsClientFake.started(simulator, 8);

        // When
        owner.say(Desk.place(1, Order.builder("BUY", 100 * Decimals.ONE, "MKT")));

        // Then
        assertThat(master.story()).isEqualTo(owner.story());
        assertThat(other.story()).isEmpty();
    }

    @Test
    void shouldShowAPersonsOrderUnboundToTheMasterAndBindItWhenAsked() {
        // Given
        TwsClientFake zero = TwsClientFake.started(simulator, 0);
        OrderTerms terms =
                new OrderTerms(
                        true,
                        10,
                        OrderKind.LIMIT,
                        OrderTerms.Prices.limit(9000 * Desk.CENT),
                        OrderTerms.Life.GTC,
                        "",
                        0,
                        "");

        // When
        simulator.person().place("DU1234567", "IBM", terms);
        zero.say(new OrderRequest.RequestAllOpenOrders());
        zero.say(new OrderRequest.RequestOpenOrders());

        // Then
        assertThat(zero.story())
                .containsExactly(
                        "openOrder 0 PreSubmitted",
                        "orderStatus 0 PreSubmitted 0/10",
                        "openOrder 0 Submitted",
                        "orderStatus 0 Submitted 0/10",
                        "openOrder 0 Submitted",
                        "orderStatus 0 Submitted 0/10",
                        "openOrderEnd",
                        "orderBound -2",
                        "openOrder -2 Submitted",
                        "orderStatus -2 Submitted 0/10",
                        "openOrderEnd");
    }

    @Test
    void shouldGiveAPersonsFillTheUnsetOrderId() {
        // Given
        TwsClientFake zero = TwsClientFake.started(simulator, 0);
        OrderTerms terms =
                new OrderTerms(
                        true,
                        10,
                        OrderKind.MARKET,
                        OrderTerms.Prices.NONE,
                        OrderTerms.Life.DAY,
                        "",
                        0,
                        "");

        // When
        simulator.person().place("DU1234567", "IBM", terms);

        // Then
        assertThat(zero.story()).contains("execDetails 2147483647 10");
    }

    @Test
    void shouldRefuseOrdersWhenReadOnly() {
        // Given
        TwsSimulator readOnly = Desk.simulator(FrontSettings.usual().withReadOnly(true));
        TwsClientFake client = TwsClientFake.started(readOnly, 7);

        // When
        client.say(Desk.place(1, Desk.limit("BUY", 100, 9000)));

        // Then
        assertThat(client.story()).containsExactly("error 1 321");
    }

    @Test
    void shouldAnswerAWhatIfWithMarginsAndPlaceNothing() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(Desk.place(1, Desk.limit("BUY", 100, 10000).whatIf(true)));

        // Then
        OrderMessage.OpenOrder answer = client.heard(OrderMessage.OpenOrder.class).getFirst();
        assertThat(answer.state().margins().initialChangeE8()).isEqualTo(2500 * Decimals.ONE);
        assertThat(answer.state().commissionE8()).isEqualTo(Decimals.ONE);
        assertThat(simulator.backend().allOrders()).isEmpty();
    }

    @Test
    void shouldDropSessionsAndKeepTheBrokerWhenTheFrontRestarts() {
        // Given
        TwsClientFake before = TwsClientFake.started(simulator, 7);
        before.say(Desk.place(1, Desk.limit("BUY", 100, 9000).orderRef("mine")));

        // When
        simulator.restartFront();
        TwsClientFake after = TwsClientFake.started(simulator, 7);
        after.say(new OrderRequest.RequestOpenOrders());

        // Then
        assertThat(before.closed).isTrue();
        OrderMessage.OpenOrder open = after.heard(OrderMessage.OpenOrder.class).getFirst();
        assertThat(open.order().orderRef()).isEqualTo("mine");
        assertThat(simulator.backend().nextOrderId(7)).isEqualTo(2);
    }

    @Test
    void shouldCommitTheFaultsItIsToldTo() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        simulator.faults().switchOn(Fault.of(FaultKind.EXECUTION_FIRST).once());
        simulator
                .faults()
                .switchOn(Fault.of(FaultKind.LATE_COMMISSION).once().with("delayMillis", 30_000));
        simulator.faults().switchOn(Fault.of(FaultKind.DUPLICATE_STATUS).once());

        // When
        client.say(Desk.place(1, Order.builder("BUY", 100 * Decimals.ONE, "MKT")));
        List<String> atOnce = client.story();
        simulator.advanceTo(Desk.START + 30 * Desk.SECOND);

        // Then
        assertThat(atOnce)
                .startsWith(
                        "execDetails 1 100",
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "orderStatus 1 PreSubmitted 0/100")
                .doesNotContain("commissionReport");
        assertThat(client.story()).endsWith("commissionReport");
    }

    @Test
    void shouldSwallowAnOrderOrDropTheConnection() {
        // Given
        TwsClientFake swallowed = TwsClientFake.started(simulator, 7);
        TwsClientFake dropped = TwsClientFake.started(simulator, 8);

        // When
        simulator.faults().switchOn(Fault.of(FaultKind.SWALLOWED_ORDER).once());
        swallowed.say(Desk.place(1, Desk.limit("BUY", 100, 9000)));
        simulator.faults().switchOn(Fault.of(FaultKind.DROP_AFTER_ORDER).once());
        dropped.say(Desk.place(1, Desk.limit("BUY", 100, 9000)));

        // Then
        assertThat(swallowed.story()).isEmpty();
        assertThat(dropped.story()).isEmpty();
        assertThat(dropped.closed).isTrue();
        assertThat(simulator.backend().openOrders()).hasSize(1);
    }
}
