package dev.monger.tws.session;

/**
 * How urgent a message is when more is to be said than the pace allows.
 *
 * <p>Messages of one lane leave in the order they were given, but lanes overtake each other: all
 * orders of one bracket belong in one lane, and so do an order and its changes.
 */
public enum Lane {
    /** Cancels and orders that only reduce; may use the whole pace, the reserve included. */
    EXIT,
    /** Orders that open; at most their share of the pace. */
    ENTRY,
    /** Everything else; leaves the reserve alone. */
    DATA
}
