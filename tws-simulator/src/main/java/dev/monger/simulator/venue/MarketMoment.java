package dev.monger.simulator.venue;

import java.math.BigInteger;

/**
 * One instrument's market as it stood at a moment; prices in units of 1e-8, 0 where there is none.
 *
 * @param quote the top of book
 * @param lastE8 the last trade's price
 * @param lastShares the last trade's size
 * @param lastNanos the last trade's time, nanoseconds since the Unix epoch
 * @param trades the day's number of trades
 * @param volumeShares shares traded in the day
 * @param openE8 the day's first price
 * @param highE8 the day's highest price
 * @param lowE8 the day's lowest price
 * @param figures the rest of the day's figures
 */
public record MarketMoment(
        Quote quote,
        long lastE8,
        long lastShares,
        long lastNanos,
        int trades,
        long volumeShares,
        long openE8,
        long highE8,
        long lowE8,
        Figures figures) {

    /**
     * What changes seldom.
     *
     * @param closeE8 the last price of the day before
     * @param halted 0 trading, 1 halted, 2 halted for volatility
     * @param valueE4 the day's trades times their prices, units of 1e-4
     * @param lastRegularE8 the last trade in regular hours
     */
    public record Figures(long closeE8, int halted, long valueE4, long lastRegularE8) {}

    /** The day's volume-weighted average price, 0 before the first trade. */
    public long averageE8() {
        return volumeShares == 0
                ? 0
                : BigInteger.valueOf(figures.valueE4())
                        .multiply(BigInteger.valueOf(10_000))
                        .divide(BigInteger.valueOf(volumeShares))
                        .longValueExact();
    }

    /** The same without a quote, as a closed market shows it. */
    public MarketMoment withoutQuote() {
        return new MarketMoment(
                Quote.NONE,
                lastE8,
                lastShares,
                lastNanos,
                trades,
                volumeShares,
                openE8,
                highE8,
                lowE8,
                figures);
    }
}
