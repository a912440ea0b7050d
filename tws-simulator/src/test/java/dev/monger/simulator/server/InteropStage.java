package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A simulator whose market for IBM only moves when the test says so, at 100.00 to 100.01, and ways
 * to write what {@code @stoqey/ib} is told to ask.
 */
final class InteropStage implements Closeable {
    static final int CLIENT = 21;
    static final int IBM = 8314;
    static final long CENT = 1_000_000L;
    private static final long LONGEST_NANOS = 30_000_000_000L;

    final SimulatorServer server;

    InteropStage() throws Exception {
        server =
                SimulatorServer.start(
                        "--always-open", "--history=0", "--symbols=IBM", "--quantum=10");
        quote(10000, 500);
        print(10000, 100);
    }

    <T> T ask(Function<TwsSimulator, T> question) {
        return server.ask(question);
    }

    void quote(long bid, long shares) {
        ask(simulator -> {
            simulator
                    .person()
                    .quote(IBM, new Quote(bid * CENT, shares, (bid + 1) * CENT, shares), true);
            return true;
        });
    }

    void print(long price, long shares) {
        ask(simulator -> {
            simulator.person().print(IBM, price * CENT, shares);
            return true;
        });
    }

    void halt() {
        ask(simulator -> {
            simulator.person().halt(IBM, 2);
            return true;
        });
    }

    void right(DataRights.Right right) {
        ask(simulator -> {
            simulator.setRight(IBM, right);
            return true;
        });
    }

    /** The order a client placed under an id, waited for. */
    BrokerOrder order(int orderId) {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (System.nanoTime() < deadline) {
            Optional<BrokerOrder> order =
                    ask(simulator ->
                            Optional.ofNullable(simulator.backend().order(CLIENT, orderId)));
            if (order.isPresent()) {
                return order.get();
            }
        }
        throw new AssertionError("order " + orderId + " does not come");
    }

    List<Execution> executions() {
        return ask(simulator -> simulator.backend().executions());
    }

    /** The contract as the client is told to send it. */
    static Map<String, Object> ibm() {
        return named("IBM", "STK");
    }

    static Map<String, Object> named(String symbol, String secType) {
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("symbol", symbol);
        contract.put("secType", secType);
        contract.put("exchange", "SMART");
        contract.put("currency", "USD");
        return contract;
    }

    /** An order as the client is told to send it; {@code more} are names and values. */
    static Map<String, Object> wish(String action, long quantity, String type, Object... more) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("action", action);
        order.put("totalQuantity", quantity);
        order.put("orderType", type);
        order.put("tif", "DAY");
        order.put("transmit", true);
        for (int i = 0; i < more.length; i += 2) {
            order.put(more[i].toString(), more[i + 1]);
        }
        return order;
    }

    /** The same order as our own words have it. */
    static OrderBuilder limit(String action, long shares, long price) {
        return Order.builder(action, shares * Decimals.ONE, "LMT").limitPriceE8(price * CENT);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
