package dev.monger.simulator.venue;

/** Where the market's events come from, in the order of their times. */
public interface MarketSource {

    /** The value of {@link #nextNanos} when nothing is left. */
    long NOTHING_LEFT = Long.MAX_VALUE;

    /** The time of the next event, or {@link #NOTHING_LEFT}. */
    long nextNanos();

    /** Takes the next event; only when there is one. */
    MarketEvent next();
}
