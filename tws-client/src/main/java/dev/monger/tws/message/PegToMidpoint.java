package dev.monger.tws.message;

/**
 * Sizes and offsets of orders pegged to the best price or the midpoint.
 *
 * @param competeAgainstBestOffsetE8 Decimals.INFINITY for up to the midpoint
 */
public record PegToMidpoint(
        int minTradeQuantity,
        int minCompeteSize,
        long competeAgainstBestOffsetE8,
        long midOffsetAtWholeE8,
        long midOffsetAtHalfE8) {

    /** Not pegged. */
    public static final PegToMidpoint NONE =
            new PegToMidpoint(
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET);
}
