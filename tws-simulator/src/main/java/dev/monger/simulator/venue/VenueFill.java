package dev.monger.simulator.venue;

/**
 * A trade of one of our orders.
 *
 * @param key the order's key
 * @param timeNanos market time
 * @param shares how many
 * @param priceE8 at which price
 * @param removedLiquidity whether it took a displayed quote, or was itself waiting
 */
public record VenueFill(
        long key, long timeNanos, long shares, long priceE8, boolean removedLiquidity) {}
