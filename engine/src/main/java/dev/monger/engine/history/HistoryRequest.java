package dev.monger.engine.history;

/** What the loop wants to ask of the broker. */
public sealed interface HistoryRequest {

    /** The recent past, then every change as it comes. */
    record Follow(long durationNanos) implements HistoryRequest {}

    /** A stretch of the past. */
    record Refill(BarSeries.Hole hole) implements HistoryRequest {}

    /** Stop following, before following again. */
    record Unfollow() implements HistoryRequest {}
}
