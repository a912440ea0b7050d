package dev.monger.simulator.server;

import static dev.monger.simulator.server.InteropStage.CENT;
import static dev.monger.simulator.server.InteropStage.CLIENT;
import static dev.monger.simulator.server.InteropStage.ibm;
import static dev.monger.simulator.server.InteropStage.limit;
import static dev.monger.simulator.server.InteropStage.wish;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code @stoqey/ib} trades brackets and groups: what one order does to others is as TWS tells it.
 */
class StoqeyFamiliesIT {
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
    void shouldWorkABracketToItsEnd() throws Exception {
        // Given
        placeBracket();
        BrokerOrder parent = stage.order(1);
        BrokerOrder profit = stage.order(2);
        BrokerOrder loss = stage.order(3);
        String group = Long.toString(parent.permId());
        OrderBuilder entry = limit("BUY", 100, 9900);
        OrderBuilder target = limit("SELL", 100, 10100).parentId(1).ocaGroup(group);
        OrderBuilder stop = stop().parentId(1).ocaGroup(group);
        client.expect(
                Books.open(entry, parent, "PreSubmitted", false),
                Books.status(parent, "PreSubmitted", 0, 100, ""),
                Books.open(entry, parent, "Submitted", false),
                Books.status(parent, "Submitted", 0, 100, ""),
                Books.open(target, profit, "PreSubmitted", false),
                Books.status(profit, "PreSubmitted", 1, 100, "child"),
                Books.open(stop, loss, "PreSubmitted", false),
                Books.status(loss, "PreSubmitted", 1, 100, "child,trigger"));

        // When
        stage.quote(9899, 500);
        stage.print(10105, 100);

        // Then
        expectFilled(entry, parent, 0, stage.executions().get(0));
        client.expect(
                Books.open(target, profit, "Submitted", false),
                Books.status(profit, "Submitted", 1, 100, ""),
                Books.open(stop, loss, "PreSubmitted", false),
                Books.status(loss, "PreSubmitted", 1, 100, "trigger"));
        expectFilled(target, profit, 1, stage.executions().get(1));
        client.expect(Books.status(loss, "Cancelled", 1, 100, ""));
        client.expectError(3, 202);
        client.call("reqCompletedOrders", false);
        client.expect(
                Books.completed(entry, parent),
                Books.completed(target, profit),
                Books.completed(stop, loss),
                new OrderMessage.CompletedOrdersEnd());
        client.expectNothingElse();
    }

    private void placeBracket() throws Exception {
        Map<String, Object> entry = wish("BUY", 100, "LMT", "lmtPrice", 99, "transmit", false);
        Map<String, Object> target = wish("SELL", 100, "LMT", "lmtPrice", 101, "parentId", 1);
        target.put("transmit", false);
        client.call("placeOrder", 1, ibm(), entry);
        client.call("placeOrder", 2, ibm(), target);
        client.call(
                "placeOrder", 3, ibm(), wish("SELL", 100, "STP", "auxPrice", 98, "parentId", 1));
    }

    private static OrderBuilder stop() {
        return Order.builder("SELL", 100 * Decimals.ONE, "STP").auxPriceE8(9800 * CENT);
    }

    private void expectFilled(OrderBuilder told, BrokerOrder order, int parentId, Execution one)
            throws Exception {
        client.expect(
                Books.execution(-1, order, one),
                Books.open(told, order, "Filled", false),
                Books.filled(order, parentId),
                Books.open(told, order, "Filled", true),
                Books.filled(order, parentId),
                Books.commission(one));
    }

    @Test
    void shouldCancelTheRestOfAGroup() throws Exception {
        // Given
        Object[] group = {"lmtPrice", 101, "ocaGroup", "g", "ocaType", 1};
        client.call("placeOrder", 1, ibm(), wish("SELL", 10, "LMT", group));
        client.call("placeOrder", 2, ibm(), wish("SELL", 10, "LMT", group));
        BrokerOrder one = stage.order(1);
        BrokerOrder other = stage.order(2);
        OrderBuilder written = limit("SELL", 10, 10100).ocaGroup("g").ocaType(1);
        for (BrokerOrder order : List.of(one, other)) {
            client.expect(
                    Books.open(written, order, "PreSubmitted", false),
                    Books.status(order, "PreSubmitted", 0, 10, ""),
                    Books.open(written, order, "Submitted", false),
                    Books.status(order, "Submitted", 0, 10, ""));
        }

        // When
        stage.print(10105, 100);

        // Then
        expectFilled(written, one, 0, stage.executions().getFirst());
        client.expect(Books.status(other, "Cancelled", 0, 10, ""));
        client.expectError(2, 202);
        client.expectNothingElse();
    }
}
