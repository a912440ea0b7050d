package dev.monger.fleet.checker;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the broker or a person did that no rule can prevent, by ticker and time: it must be undone
 * in time, and is no violation at once.
 */
public final class Blame {

    private static final String ALL = "*";

    private final SortedMap<String, Long> hands = new TreeMap<>();
    private final SortedMap<String, Long> broker = new TreeMap<>();
    private final SortedMap<String, Long> touched = new TreeMap<>();
    private boolean booksMove;

    /** A person traded, or took something of ours away. */
    public void hand(String ticker, long nowNanos) {
        hands.put(ticker, nowNanos);
    }

    /** A person changed or cancelled an order of ours. */
    public void touched(String ticker, long nowNanos) {
        hand(ticker, nowNanos);
        touched.put(ticker, nowNanos);
    }

    /** The broker makes excess by itself until it is told to stop; it may be in any ticker. */
    public void broker(long untilNanos) {
        broker.merge(ALL, untilNanos, Math::max);
    }

    /** Positions move or executions change afterwards: books and ledgers differ for good. */
    public void booksMove() {
        booksMove = true;
    }

    boolean booksMoved() {
        return booksMove;
    }

    /** Whether a person changed or cancelled an order of ours in a ticker. */
    public boolean wasTouched(String ticker) {
        return touched.containsKey(ticker);
    }

    /** Whether a person or the broker did something to a ticker since then. */
    boolean since(String ticker, long nanos) {
        return hands.getOrDefault(ticker, Long.MIN_VALUE) >= nanos
                || broker.getOrDefault(ALL, Long.MIN_VALUE) >= nanos;
    }
}
