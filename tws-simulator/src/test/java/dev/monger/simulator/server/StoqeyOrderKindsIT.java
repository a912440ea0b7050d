package dev.monger.simulator.server;

import static dev.monger.simulator.server.InteropStage.CENT;
import static dev.monger.simulator.server.InteropStage.CLIENT;
import static dev.monger.simulator.server.InteropStage.IBM;
import static dev.monger.simulator.server.InteropStage.ibm;
import static dev.monger.simulator.server.InteropStage.limit;
import static dev.monger.simulator.server.InteropStage.wish;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderCondition;
import dev.monger.tws.message.OrderConditions;
import dev.monger.tws.message.OrderMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @stoqey/ib} places every kind of order and reads every field of it back. */
class StoqeyOrderKindsIT {
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
    void shouldShowStopsWithTheirFields() throws Exception {
        // When, Then
        expectHeld(
                "trigger",
                List.of(
                        new Shown(
                                wish("SELL", 10, "STP", "auxPrice", 95.5, "triggerMethod", 4),
                                plain("SELL", "STP").auxPriceE8(9550 * CENT).triggerMethod(4)),
                        new Shown(
                                wish("SELL", 10, "STP LMT", "auxPrice", 95, "lmtPrice", 94.5),
                                plain("SELL", "STP LMT")
                                        .auxPriceE8(9500 * CENT)
                                        .limitPriceE8(9450 * CENT)),
                        new Shown(
                                wish("SELL", 10, "TRAIL", "auxPrice", 2, "tif", "GTC"),
                                plain("SELL", "TRAIL").auxPriceE8(200 * CENT).timeInForce("GTC")),
                        new Shown(
                                wish("SELL", 10, "TRAIL", "trailingPercent", 5),
                                plain("SELL", "TRAIL").trailingPercentE8(5 * Decimals.ONE)),
                        new Shown(trailLimit(), trailLimitTold())));
    }

    private static Map<String, Object> trailLimit() {
        Map<String, Object> order = wish("SELL", 10, "TRAIL LIMIT", "auxPrice", 2);
        order.put("trailStopPrice", 97);
        order.put("lmtPriceOffset", 0.1);
        return order;
    }

    private static OrderBuilder trailLimitTold() {
        return plain("SELL", "TRAIL LIMIT")
                .auxPriceE8(200 * CENT)
                .limitPriceE8(9690 * CENT)
                .limitPriceOffsetE8(10 * CENT);
    }

    @Test
    void shouldShowOrdersThatWaitForAnAuctionOrACondition() throws Exception {
        // When, Then
        expectHeld(
                "",
                List.of(
                        new Shown(wish("BUY", 10, "MOC"), plain("BUY", "MOC")),
                        new Shown(
                                wish("BUY", 10, "LOC", "lmtPrice", 99),
                                plain("BUY", "LOC").limitPriceE8(9900 * CENT)),
                        new Shown(
                                wish("BUY", 10, "MKT", "tif", "OPG"),
                                plain("BUY", "MKT").timeInForce("OPG")),
                        new Shown(conditional(), conditionalTold())));
    }

    /** An order as the client is told to send it, and as TWS shows it. */
    private record Shown(Map<String, Object> wish, OrderBuilder told) {}

    private void expectHeld(String whyHeld, List<Shown> kinds) throws Exception {
        for (int id = 1; id <= kinds.size(); id++) {
            client.call("placeOrder", id, ibm(), kinds.get(id - 1).wish());
            expectHeld(id, kinds.get(id - 1), whyHeld);
        }
        client.call("reqAllOpenOrders");
        for (int id = 1; id <= kinds.size(); id++) {
            expectHeld(id, kinds.get(id - 1), whyHeld);
        }
        client.expect(new OrderMessage.OpenOrderEnd());
        client.call("reqGlobalCancel");
        for (int id = 1; id <= kinds.size(); id++) {
            client.expect(Books.status(stage.order(id), "Cancelled", 0, 10, ""));
            client.expectError(id, 202);
        }
        client.expectNothingElse();
    }

    private void expectHeld(int id, Shown shown, String whyHeld) throws Exception {
        BrokerOrder order = stage.order(id);
        client.expect(
                Books.open(shown.told(), order, "PreSubmitted", false),
                Books.status(order, "PreSubmitted", 0, 10, whyHeld));
    }

    private static Map<String, Object> conditional() {
        Map<String, Object> price = new LinkedHashMap<>();
        price.put("type", 1);
        price.put("conjunctionConnection", "o");
        price.put("price", 120.5);
        price.put("strValue", "120.5");
        price.put("conId", IBM);
        price.put("exchange", "SMART");
        price.put("isMore", true);
        price.put("triggerMethod", 2);
        Map<String, Object> time = new LinkedHashMap<>();
        time.put("type", 3);
        time.put("conjunctionConnection", "a");
        time.put("time", "20991231-21:00:00");
        time.put("strValue", "20991231-21:00:00");
        time.put("isMore", true);
        Map<String, Object> order = wish("BUY", 10, "LMT", "lmtPrice", 90);
        order.put("conditions", List.of(price, time));
        order.put("conditionsIgnoreRth", true);
        order.put("conditionsCancelOrder", false);
        return order;
    }

    private static OrderBuilder conditionalTold() {
        return limit("BUY", 10, 9000)
                .conditions(
                        new OrderConditions(
                                List.of(
                                        new OrderCondition.Price(
                                                false, true, 12_050 * CENT, IBM, "SMART", 2),
                                        new OrderCondition.Time(true, true, "20991231-21:00:00")),
                                true,
                                false));
    }

    private static OrderBuilder plain(String action, String type) {
        return Order.builder(action, 10 * Decimals.ONE, type);
    }
}
