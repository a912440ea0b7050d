package dev.monger.simulator;

import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.MarketSource;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderRequest;

/**
 * A simulator whose market stands still but for the test, with IBM at 100.00 to 100.01, and short
 * ways to say orders.
 */
final class Desk {
    static final long SECOND = 1_000_000_000L;
    static final long START = 1_795_530_600L * SECOND;
    static final long CENT = 1_000_000L;
    static final int IBM = 8314;
    static final Contract CONTRACT = Contract.of("IBM", "STK", "SMART", "USD");

    private Desk() {}

    static TwsSimulator simulator(FrontSettings front) {
        return simulator(SimulatorSettings.usual(1).withFront(front));
    }

    /** The same at an exchange that closes. */
    static TwsSimulator simulatorWithHours() {
        SimulatorSettings usual = SimulatorSettings.usual(1);
        return simulator(
                new SimulatorSettings(
                        1, usual.instruments(), false, usual.backend(), usual.front()));
    }

    static TwsSimulator simulator(SimulatorSettings settings) {
        MarketSource silence =
                new MarketSource() {
                    @Override
                    public long nextNanos() {
                        return NOTHING_LEFT;
                    }

                    @Override
                    public MarketEvent next() {
                        throw new AssertionError("nothing to tell");
                    }
                };
        TwsSimulator simulator = new TwsSimulator(settings, silence, START);
        quote(simulator, 10000);
        return simulator;
    }

    static void quote(TwsSimulator simulator, long bid) {
        simulator.person().quote(IBM, new Quote(bid * CENT, 500, (bid + 1) * CENT, 500), false);
    }

    /** Asks for bars of a minute that are kept up to date. */
    static MarketDataRequest.RequestHistoricalData keptBars(int id) {
        return new MarketDataRequest.RequestHistoricalData(
                id, CONTRACT, false, "", "1 min", "600 S", true, "TRADES", 2, true, "");
    }

    static OrderRequest.PlaceOrder place(int id, OrderBuilder order) {
        return new OrderRequest.PlaceOrder(id, CONTRACT, order.build());
    }

    static OrderBuilder market(String action, long shares) {
        return Order.builder(action, shares * Decimals.ONE, "MKT");
    }

    static OrderBuilder limit(String action, long shares, long price) {
        return Order.builder(action, shares * Decimals.ONE, "LMT").limitPriceE8(price * CENT);
    }
}
