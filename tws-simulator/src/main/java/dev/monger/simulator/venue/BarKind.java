package dev.monger.simulator.venue;

/** What a bar is made of. */
public enum BarKind {
    /** Trades. */
    TRADES,
    /** Best bid. */
    BID,
    /** Best ask. */
    ASK,
    /** The middle of bid and ask. */
    MIDPOINT
}
