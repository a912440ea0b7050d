package dev.monger.simulator.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Our orders in one instrument, matched against its top of book.
 *
 * <p>The queue model: an order that reaches the opposite quote takes at most the size displayed
 * there, and what it took is gone until that side of the quote changes. What is left rests. A
 * resting limit fills at its own price when the opposite quote comes to it or through it, at most
 * the displayed size; when a trade prints through its price, at most the trade's size; and when a
 * trade prints at its price, what is left of that trade after the shares that stood before it.
 * Those are the shares displayed at its price when it came there first; they shrink with trades and
 * with the display.
 */
public final class OrderBook {
    private static final long QUEUE_UNKNOWN = -1;

    private final Map<Long, Working> orders = new LinkedHashMap<>();
    private Quote quote = Quote.NONE;
    private long askTaken;
    private long bidTaken;
    private boolean trading = true;

    /** Takes an order: what can trade trades at once, the rest waits. */
    public void submit(VenueOrder order, long nanos, FillSink sink) {
        Working working = new Working(order);
        if (orders.putIfAbsent(order.key(), working) != null) {
            throw new IllegalArgumentException(
                    "Condition failed: key not in the book, key " + order.key());
        }
        takeQuote(working, nanos, true, sink);
        joinQueue(working);
    }

    /** Takes an order out; false when it is not there. */
    public boolean remove(long key) {
        return orders.remove(key) != null;
    }

    /** Makes an order smaller, keeping its place; one that shrinks to nothing leaves. */
    public void reduceTo(long key, long shares) {
        Working working = orders.get(key);
        if (working != null && shares < working.shares) {
            working.shares = shares;
            if (shares <= 0) {
                orders.remove(key);
            }
        }
    }

    /** Shares of the order that wait here; 0 when it is not here. */
    public long waitingShares(long key) {
        Working working = orders.get(key);
        return working == null ? 0 : working.shares;
    }

    /**
     * Shares that an order of a side and limit (or {@link VenueOrder#AT_MARKET}) could take at
     * once.
     */
    public long takeable(boolean buy, long limitE8) {
        if (!trading || !hasOpposite(buy)) {
            return 0;
        }
        long opposite = buy ? quote.askE8() : quote.bidE8();
        boolean reaches =
                limitE8 == VenueOrder.AT_MARKET
                        || (buy ? limitE8 >= opposite : limitE8 <= opposite);
        if (!reaches) {
            return 0;
        }
        return buy ? quote.askShares() - askTaken : quote.bidShares() - bidTaken;
    }

    /** Whether somebody stands on the side that an order of this side would take. */
    public boolean hasOpposite(boolean buy) {
        return buy ? quote.hasAsk() : quote.hasBid();
    }

    /** Halts or resumes; while halted orders wait. */
    void trading(boolean open, long nanos, FillSink sink) {
        trading = open;
        if (open) {
            match(nanos, sink);
        }
    }

    /** The top of book is now this; orders that arrive from here on trade against it. */
    void show(Quote now) {
        if (now.askE8() != quote.askE8() || now.askShares() != quote.askShares()) {
            askTaken = 0;
        }
        if (now.bidE8() != quote.bidE8() || now.bidShares() != quote.bidShares()) {
            bidTaken = 0;
        }
        quote = now;
    }

    /** Lets the waiting orders trade against the quote. */
    void match(long nanos, FillSink sink) {
        for (Working working : present()) {
            takeQuote(working, nanos, false, sink);
            joinQueue(working);
        }
    }

    /** The orders that wait now; a trade of this moment concerns only them. */
    List<Long> keys() {
        return new ArrayList<>(orders.keySet());
    }

    /** Others traded; of our orders only those that waited before it may have a share in it. */
    void traded(MarketEvent.Traded trade, List<Long> waited, FillSink sink) {
        long nanos = trade.timeNanos();
        long priceE8 = trade.priceE8();
        long left = trade.shares();
        for (long key : waited) {
            Working working = orders.get(key);
            if (left <= 0) {
                return;
            }
            if (!trading || working == null || working.atMarket()) {
                continue;
            }
            if (working.isThrough(priceE8)) {
                left -= fill(working, Math.min(left, working.shares), working.limitE8, nanos, sink);
            } else if (priceE8 == working.limitE8 && working.ahead != QUEUE_UNKNOWN) {
                long before = Math.min(working.ahead, left);
                working.ahead -= before;
                long reached = Math.min(left - before, working.shares);
                left -= fill(working, reached, working.limitE8, nanos, sink);
            }
        }
    }

    private List<Working> present() {
        // A copy, since a fill may add, shrink or remove others.
        return new ArrayList<>(orders.values());
    }

    private void takeQuote(Working working, long nanos, boolean arriving, FillSink sink) {
        if (!trading || orders.get(working.key) != working) {
            return;
        }
        boolean there = working.buy ? quote.hasAsk() : quote.hasBid();
        long opposite = working.buy ? quote.askE8() : quote.bidE8();
        if (!there || !working.reaches(opposite)) {
            return;
        }
        long displayed = working.buy ? quote.askShares() - askTaken : quote.bidShares() - bidTaken;
        long shares = Math.min(displayed, working.shares);
        if (shares <= 0) {
            return;
        }
        if (working.buy) {
            askTaken += shares;
        } else {
            bidTaken += shares;
        }
        boolean takes = arriving || working.atMarket();
        VenueFill fill =
                new VenueFill(
                        working.key, nanos, shares, takes ? opposite : working.limitE8, takes);
        deduct(working, shares);
        sink.filled(fill);
    }

    private long fill(Working working, long shares, long priceE8, long nanos, FillSink sink) {
        if (shares <= 0) {
            return 0;
        }
        deduct(working, shares);
        sink.filled(new VenueFill(working.key, nanos, shares, priceE8, false));
        return shares;
    }

    private void deduct(Working working, long shares) {
        working.shares -= shares;
        if (working.shares == 0) {
            orders.remove(working.key);
        }
    }

    private void joinQueue(Working working) {
        if (working.atMarket()) {
            return;
        }
        long touch = working.buy ? quote.bidE8() : quote.askE8();
        long displayed = working.buy ? quote.bidShares() : quote.askShares();
        boolean better =
                touch == 0 || (working.buy ? working.limitE8 > touch : working.limitE8 < touch);
        if (better) {
            working.ahead = 0;
        } else if (working.limitE8 == touch) {
            working.ahead =
                    working.ahead == QUEUE_UNKNOWN ? displayed : Math.min(working.ahead, displayed);
        }
    }

    private static final class Working {
        private final long key;
        private final boolean buy;
        private final long limitE8;
        private long shares;
        private long ahead = QUEUE_UNKNOWN;

        Working(VenueOrder order) {
            this.key = order.key();
            this.buy = order.buy();
            this.limitE8 = order.limitE8();
            this.shares = order.shares();
        }

        boolean atMarket() {
            return limitE8 == VenueOrder.AT_MARKET;
        }

        boolean reaches(long oppositeE8) {
            return atMarket() || (buy ? limitE8 >= oppositeE8 : limitE8 <= oppositeE8);
        }

        boolean isThrough(long priceE8) {
            return buy ? priceE8 < limitE8 : priceE8 > limitE8;
        }
    }
}
