package dev.monger.simulator;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;

/**
 * The human in front of TWS, who types, changes and cancels orders, and the hand that moves the
 * market in a test.
 */
public final class Person {
    private final Backend backend;
    private final Runnable flush;

    Person(Backend backend, Runnable flush) {
        this.backend = backend;
        this.flush = flush;
    }

    /** Types an order. */
    public PlaceOutcome place(String account, String symbol, OrderTerms terms) {
        Market market = backend.venue().market(symbol);
        if (market == null) {
            return new PlaceOutcome.Refused(
                    200, "No security definition has been found for " + symbol);
        }
        PlaceOutcome outcome =
                backend.place(OrderOrigin.person(account), market.instrument(), terms, 0);
        flush.run();
        return outcome;
    }

    /** Cancels any order, an API client's too. */
    public PlaceOutcome cancel(long permId) {
        BrokerOrder order = backend.order(permId);
        if (order == null) {
            return unknown(permId);
        }
        boolean cancelled = backend.cancel(order, "");
        flush.run();
        return cancelled
                ? new PlaceOutcome.Taken(order)
                : new PlaceOutcome.Refused(
                        10148,
                        "Order "
                                + permId
                                + " cannot be cancelled, state: "
                                + order.status().wireName());
    }

    /** Changes any order's size and prices, an API client's too. */
    public PlaceOutcome change(long permId, OrderTerms terms) {
        BrokerOrder order = backend.order(permId);
        if (order == null) {
            return unknown(permId);
        }
        PlaceOutcome outcome = backend.change(order, order.instrument(), terms);
        flush.run();
        return outcome;
    }

    /** Puts the quote of a listed instrument somewhere; held, it stays there. */
    public void quote(int conId, Quote quote, boolean hold) {
        backend.venue().force(conId, quote, hold, backend.venueListener());
        flush.run();
    }

    /** Lets others trade in a listed instrument. */
    public void print(int conId, long priceE8, long shares) {
        backend.venue().print(conId, priceE8, shares, backend.venueListener());
        flush.run();
    }

    /** Halts (1, 2) or resumes (0) a listed instrument. */
    public void halt(int conId, int kind) {
        backend.venue().halt(conId, kind, backend.venueListener());
        flush.run();
    }

    private static PlaceOutcome unknown(long permId) {
        return new PlaceOutcome.Refused(135, "Can't find order with permId " + permId);
    }
}
