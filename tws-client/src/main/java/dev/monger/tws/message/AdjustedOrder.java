package dev.monger.tws.message;

/**
 * What a stop becomes once a trigger price is reached.
 *
 * @param orderType empty when it stays as it is; TWS writes None
 * @param trailingUnit 0 amount, 100 per cent
 */
public record AdjustedOrder(
        String orderType,
        long triggerPriceE8,
        long stopPriceE8,
        long stopLimitPriceE8,
        long trailingAmountE8,
        int trailingUnit) {

    /** Never adjusted. */
    public static final AdjustedOrder NONE =
            new AdjustedOrder(
                    "", Decimals.UNSET, Decimals.UNSET, Decimals.UNSET, Decimals.UNSET, 0);
}
