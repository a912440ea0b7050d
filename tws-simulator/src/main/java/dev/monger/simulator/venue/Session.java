package dev.monger.simulator.venue;

/** The part of the trading day. */
public enum Session {
    /** Nothing trades. */
    CLOSED,
    /** Before the opening bell; only orders that allow it trade. */
    PRE_MARKET,
    /** Regular hours. */
    REGULAR,
    /** After the closing bell; only orders that allow it trade. */
    AFTER_HOURS;

    /** Whether anything can trade. */
    public boolean isOpen() {
        return this != CLOSED;
    }
}
