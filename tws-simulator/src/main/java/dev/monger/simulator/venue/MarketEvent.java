package dev.monger.simulator.venue;

/** Something that happened on the exchange, told by a {@link MarketSource}. */
public sealed interface MarketEvent {

    /** Market time, nanoseconds since the Unix epoch. */
    long timeNanos();

    /** The instrument it happened to. */
    int conId();

    /** The top of book is now this. */
    record QuoteChanged(long timeNanos, int conId, Quote quote) implements MarketEvent {}

    /** Others traded with each other. */
    record Traded(long timeNanos, int conId, long priceE8, long shares) implements MarketEvent {}

    /** Trading was halted (1 general, 2 volatility) or resumed (0). */
    record HaltChanged(long timeNanos, int conId, int halted) implements MarketEvent {}
}
