package dev.monger.simulator.venue;

/**
 * Open, high, low and close over a stretch of time.
 *
 * @param startSecond when it begins, seconds since the Unix epoch
 * @param openE8 first price, units of 1e-8
 * @param highE8 highest price
 * @param lowE8 lowest price
 * @param closeE8 last price
 * @param shares traded volume, −1 for bars that are not of trades
 * @param averageE8 volume-weighted average price, −1e8 for bars that are not of trades
 * @param count number of trades, −1 for bars that are not of trades
 */
public record Bar(
        long startSecond,
        long openE8,
        long highE8,
        long lowE8,
        long closeE8,
        long shares,
        long averageE8,
        int count) {}
