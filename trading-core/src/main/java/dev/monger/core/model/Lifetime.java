package dev.monger.core.model;

/** How long the broker keeps an order working. */
public sealed interface Lifetime {

    /** Until it is cancelled: protection. */
    record GoodTillCancelled() implements Lifetime {}

    /** Until a moment of exchange time: entries, so that one held by a gateway dies by itself. */
    record GoodTillDate(long exchangeNanos) implements Lifetime {}

    /** Until the end of the trading day: closing orders. */
    record Day() implements Lifetime {}
}
