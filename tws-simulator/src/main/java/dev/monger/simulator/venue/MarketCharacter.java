package dev.monger.simulator.venue;

/**
 * How the generated market of one instrument behaves.
 *
 * @param startPriceE8 the first price, units of 1e-8
 * @param spreadTicks the usual distance between bid and ask, in ticks
 * @param sizeShares the usual displayed size
 * @param volatilityBasisPoints standard deviation of one regular day, in hundredths of a percent
 * @param tradesPerThousandQuotes how many quotes in a thousand are followed by a trade
 */
public record MarketCharacter(
        long startPriceE8,
        int spreadTicks,
        long sizeShares,
        int volatilityBasisPoints,
        int tradesPerThousandQuotes) {

    /** Refuses what would make no market. */
    public MarketCharacter {
        if (startPriceE8 <= 0 || spreadTicks < 1 || sizeShares < 1 || volatilityBasisPoints < 0) {
            throw new IllegalArgumentException(
                    "Condition failed: start price, spread and size above zero, volatility not below");
        }
    }
}
