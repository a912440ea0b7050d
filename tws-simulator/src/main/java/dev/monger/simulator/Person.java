package dev.monger.simulator;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.front.DraftDesk;
import dev.monger.simulator.front.Front;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The human in front of TWS, who types, transmits, changes and cancels orders, those of API clients
 * too; and the hand that moves the market in a test.
 */
public final class Person {
    private final Backend backend;
    private final Supplier<Front> front;

    Person(Backend backend, Supplier<Front> front) {
        this.backend = backend;
        this.front = front;
    }

    /** Types an order and transmits it. */
    public PlaceOutcome place(String account, String symbol, OrderTerms terms) {
        Market market = backend.venue().market(symbol);
        if (market == null) {
            return unlisted(symbol);
        }
        return told(backend.place(OrderOrigin.person(account), market.instrument(), terms, 0));
    }

    /** What became of typing an order without transmitting it. */
    public sealed interface Typed {
        /** TWS holds it. */
        record Held(DraftDesk.Draft draft) implements Typed {}

        /** TWS does not take it. */
        record Refused(PlaceOutcome.Refused why) implements Typed {}
    }

    /** Types an order and does not transmit it. */
    public Typed type(String account, String symbol, OrderTerms terms) {
        Market market = backend.venue().market(symbol);
        if (market == null) {
            return new Typed.Refused(unlisted(symbol));
        }
        Instrument instrument = market.instrument();
        PlaceOutcome.Refused problem = backend.problem(instrument, terms);
        if (problem != null) {
            return new Typed.Refused(problem);
        }
        return new Typed.Held(front.get().drafts().type(account, instrument, terms));
    }

    /** A draft that TWS holds, be it a person's or a client's, or null. */
    public DraftDesk.@Nullable Draft draft(int number) {
        return front.get().drafts().get(number);
    }

    /** Changes a draft that nobody has transmitted. */
    public Typed change(DraftDesk.Draft draft, OrderTerms terms) {
        PlaceOutcome.Refused problem = backend.problem(draft.instrument(), terms);
        return problem != null
                ? new Typed.Refused(problem)
                : new Typed.Held(front.get().drafts().change(draft, terms));
    }

    /** Transmits a draft, with all that hang on it. */
    public PlaceOutcome transmit(DraftDesk.Draft draft) {
        return told(front.get().drafts().transmit(draft));
    }

    /** Throws a draft away. */
    public void discard(DraftDesk.Draft draft) {
        front.get().drafts().discard(draft);
        front.get().flush();
    }

    /** Cancels any order, an API client's too. */
    public PlaceOutcome cancel(long permId) {
        BrokerOrder order = backend.order(permId);
        if (order == null) {
            return unknown(permId);
        }
        boolean cancelled = backend.cancel(order, "");
        return told(
                cancelled
                        ? new PlaceOutcome.Taken(order)
                        : new PlaceOutcome.Refused(
                                10148,
                                "Order "
                                        + permId
                                        + " cannot be cancelled, state: "
                                        + order.status().wireName()));
    }

    /** Changes any order's size and prices, an API client's too. */
    public PlaceOutcome change(long permId, OrderTerms terms) {
        BrokerOrder order = backend.order(permId);
        return order == null
                ? unknown(permId)
                : told(backend.change(order, order.instrument(), terms));
    }

    /** Lends the shares that a held short sale waits for. */
    public PlaceOutcome locate(long permId) {
        BrokerOrder order = backend.order(permId);
        if (order == null) {
            return unknown(permId);
        }
        return told(
                backend.locate(order)
                        ? new PlaceOutcome.Taken(order)
                        : new PlaceOutcome.Refused(
                                404, "Order " + permId + " does not wait for shares."));
    }

    /** Shares of a symbol can be borrowed from now on, or not. */
    public void setShortable(String symbol, boolean shortable) {
        backend.setShortable(symbol, shortable);
        front.get().flush();
    }

    /** Closes the connection of an API client; false when it is not there. */
    public boolean disconnect(int clientId) {
        return front.get().disconnect(clientId);
    }

    /** Puts the quote of a listed instrument somewhere; held, it stays there. */
    public void quote(int conId, Quote quote, boolean hold) {
        backend.venue().force(conId, quote, hold, backend.venueListener());
        front.get().flush();
    }

    /** Lets others trade in a listed instrument. */
    public void print(int conId, long priceE8, long shares) {
        backend.venue().print(conId, priceE8, shares, backend.venueListener());
        front.get().flush();
    }

    /** Halts (1, 2) or resumes (0) a listed instrument. */
    public void halt(int conId, int kind) {
        backend.venue().halt(conId, kind, backend.venueListener());
        front.get().flush();
    }

    private PlaceOutcome told(PlaceOutcome outcome) {
        front.get().flush();
        return outcome;
    }

    private static PlaceOutcome.Refused unlisted(String symbol) {
        return new PlaceOutcome.Refused(200, "No security definition has been found for " + symbol);
    }

    private static PlaceOutcome unknown(long permId) {
        return new PlaceOutcome.Refused(135, "Can't find order with permId " + permId);
    }
}
