package dev.monger.simulator.server;

import static dev.monger.simulator.server.InteropStage.CENT;
import static dev.monger.simulator.server.InteropStage.CLIENT;
import static dev.monger.simulator.server.InteropStage.IBM;
import static dev.monger.simulator.server.InteropStage.ibm;
import static dev.monger.simulator.server.InteropStage.limit;
import static dev.monger.simulator.server.InteropStage.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Margins;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @stoqey/ib} trades: every order, status and execution is what the books say. */
class StoqeyOrdersIT {
    private InteropStage stage;
    private StoqeyClient client;

    @BeforeEach
    void connect() throws Exception {
        stage = new InteropStage();
        client = StoqeyClient.connected(stage.server, CLIENT);
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        stage.close();
    }

    @Test
    void shouldRestChangeAndCancelALimit() throws Exception {
        // When
        client.call("placeOrder", 1, ibm(), wish("BUY", 100, "LMT", "lmtPrice", 90));
        client.call("placeOrder", 1, ibm(), wish("BUY", 60, "LMT", "lmtPrice", 91.5));
        client.call("placeOrder", 1, ibm(), wish("BUY", 50, "LMT", "lmtPrice", 91.5));
        client.call("cancelOrder", 1, "");
        client.call("cancelOrder", 1, "");
        client.call("cancelOrder", 2, "");

        // Then
        BrokerOrder order = stage.order(1);
        client.expect(
                Books.open(limit("BUY", 100, 9000), order, "PreSubmitted", false),
                Books.status(order, "PreSubmitted", 0, 100, ""),
                Books.open(limit("BUY", 100, 9000), order, "Submitted", false),
                Books.status(order, "Submitted", 0, 100, ""),
                Books.open(limit("BUY", 60, 9150), order, "PreSubmitted", false),
                Books.status(order, "PreSubmitted", 0, 60, ""),
                Books.open(limit("BUY", 60, 9150), order, "Submitted", false),
                Books.status(order, "Submitted", 0, 60, ""),
                Books.open(limit("BUY", 50, 9150), order, "Submitted", false),
                Books.status(order, "Submitted", 0, 50, ""),
                Books.status(order, "Cancelled", 0, 50, ""));
        assertThat(client.expectError(1, 202)).isEqualTo("Order Canceled - reason:");
        assertThat(client.expectError(1, 10148)).contains("state: Cancelled");
        assertThat(client.expectError(2, 10147)).contains("is not found");
        client.expectNothingElse();
    }

    @Test
    void shouldFillAMarketOrderAndListItAfterwards() throws Exception {
        // Given
        OrderBuilder written = Order.builder("BUY", 100 * Decimals.ONE, "MKT").orderRef("mine");

        // When
        client.call("placeOrder", 1, ibm(), wish("BUY", 100, "MKT", "orderRef", "mine"));

        // Then
        BrokerOrder order = stage.order(1);
        Execution one = stage.executions().getFirst();
        expectFilled(written, order, one);
        client.call("reqOpenOrders");
        client.expect(new OrderMessage.OpenOrderEnd());
        client.call("reqExecutions", 5, filter());
        client.expect(
                Books.execution(5, order, one),
                Books.commission(one),
                new OrderMessage.ExecDetailsEnd(5));
        client.call("reqCompletedOrders", true);
        client.expect(Books.completed(written, order), new OrderMessage.CompletedOrdersEnd());
        client.expectNothingElse();
    }

    private void expectFilled(OrderBuilder written, BrokerOrder order, Execution one)
            throws Exception {
        client.expect(
                Books.open(written, order, "PreSubmitted", false),
                Books.status(order, "PreSubmitted", 0, order.filledShares(), ""),
                Books.execution(-1, order, one),
                Books.open(written, order, "Filled", false),
                Books.filled(order),
                Books.open(written, order, "Filled", true),
                Books.filled(order),
                Books.commission(one));
    }

    @Test
    void shouldAnswerWhatIf() throws Exception {
        // When
        client.call(
                "placeOrder", 1, ibm(), wish("BUY", 100, "LMT", "lmtPrice", 90, "whatIf", true));

        // Then
        long million = 1_000_000 * Decimals.ONE;
        long margin = 2250 * Decimals.ONE;
        long commission = Decimals.ONE;
        Margins margins =
                new Margins(
                        0,
                        0,
                        million,
                        margin,
                        margin,
                        -commission,
                        margin,
                        margin,
                        million - commission);
        OrderState state =
                new OrderState(
                        "PreSubmitted",
                        margins,
                        commission,
                        commission,
                        150 * CENT,
                        "USD",
                        "",
                        Margins.NONE,
                        Decimals.UNSET,
                        "",
                        List.of(),
                        "");
        OrderBuilder written = limit("BUY", 100, 9000).whatIf(true);
        client.expect(
                new OrderMessage.OpenOrder(
                        1,
                        CLIENT,
                        0,
                        Books.contract(
                                stage.ask(one -> one.venue().markets().getFirst()).instrument()),
                        Books.told(written, 9100 * CENT).build(),
                        state));
        client.expectNothingElse();
    }

    @Test
    void shouldRefuseByCode() throws Exception {
        // When
        Map<String, Object> bag = ibm();
        bag.put("secType", "BAG");
        bag.put("comboLegs", List.of(leg("BUY"), leg("SELL")));
        client.call("placeOrder", 1, bag, wish("BUY", 1, "LMT", "lmtPrice", 1));
        client.call("placeOrder", 1, ibm(), wish("BUY", 10, "LMT", "lmtPrice", 90.001));
        client.call("placeOrder", 1, ibm(), wish("BUY", 10, "LMT", "lmtPrice", 90, "parentId", 9));
        client.call("placeOrder", 1, ibm(), wish("BUY", 10, "PEG MID"));
        client.call("placeOrder", 1, ibm(), wish("BUY", 100_000, "LMT", "lmtPrice", 90));
        client.call("placeOrder", 1, ibm(), wish("BUY", 10, "LMT", "lmtPrice", 90));
        client.call("placeOrder", 0, ibm(), wish("BUY", 10, "LMT", "lmtPrice", 90));
        client.call("reqAutoOpenOrders", true);

        // Then
        client.expectError(1, 200);
        client.expectError(1, 110);
        client.expectError(1, 10006);
        client.expectError(1, 387);
        assertThat(client.expectError(1, 201)).contains("YOUR ORDER IS NOT ACCEPTED");
        BrokerOrder rejected = stage.order(1);
        client.expect(
                Books.open(limit("BUY", 100_000, 9000), rejected, "Inactive", false),
                Books.status(rejected, "Inactive", 0, 100_000, ""));
        client.expectError(1, 103);
        client.expectError(0, 10149);
        client.expectError(-1, 327);
        client.expectNothingElse();
    }

    private static Map<String, Object> leg(String action) {
        Map<String, Object> leg = new LinkedHashMap<>();
        leg.put("conId", IBM);
        leg.put("ratio", 1);
        leg.put("action", action);
        leg.put("exchange", "SMART");
        return leg;
    }

    @Test
    void shouldBindOrdersOfPeopleToClientZero() throws Exception {
        // Given
        try (StoqeyClient zero = StoqeyClient.connected(stage.server, 0)) {
            zero.call("reqAutoOpenOrders", true);
            zero.expectNothingElse();

            // When
            BrokerOrder order =
                    stage.ask(simulator -> {
                        simulator
                                .person()
                                .place(
                                        Books.ACCOUNT,
                                        "IBM",
                                        OrdersByHand.limit(true, 10, 9000 * CENT));
                        return simulator.backend().openOrders().getFirst();
                    });

            // Then
            OrderBuilder told = limit("BUY", 10, 9000).timeInForce("GTC");
            zero.expect(new OrderMessage.OrderBound(order.permId(), 0, order.origin().orderId()));
            assertThat(order.origin().orderId()).isNegative();
            zero.expect(
                    Books.open(told, order, "PreSubmitted", false),
                    Books.status(order, "PreSubmitted", 0, 10, ""),
                    Books.open(told, order, "Submitted", false),
                    Books.status(order, "Submitted", 0, 10, ""));
            zero.call("cancelOrder", order.origin().orderId(), "");
            zero.expect(Books.status(order, "Cancelled", 0, 10, ""));
            zero.expectError(order.origin().orderId(), 202);
        }
        client.expectNothingElse();
    }

    private static Map<String, Object> filter() {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("clientId", Integer.toString(CLIENT));
        filter.put("acctCode", "");
        filter.put("time", "");
        filter.put("symbol", "IBM");
        filter.put("secType", "STK");
        filter.put("exchange", "SMART");
        filter.put("side", "BUY");
        return filter;
    }
}
