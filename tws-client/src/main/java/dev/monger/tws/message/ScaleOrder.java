package dev.monger.tws.message;

/**
 * How an order is split into levels of price.
 *
 * @param priceIncrementE8 the fields below it are on the wire only when it is above 0
 */
public record ScaleOrder(
        int initialLevelSize,
        int subsequentLevelSize,
        long priceIncrementE8,
        long priceAdjustValueE8,
        int priceAdjustInterval,
        long profitOffsetE8,
        boolean autoReset,
        int initialPosition,
        int initialFillQuantity,
        boolean randomPercent,
        String table,
        String activeStartTime,
        String activeStopTime) {

    /** Not a scale order. */
    public static final ScaleOrder NONE =
            new ScaleOrder(
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Integer.MAX_VALUE,
                    Decimals.UNSET,
                    false,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    false,
                    "",
                    "",
                    "");

    /** Tells whether the wire carries the fields below the increment. */
    public boolean isScaled() {
        return Decimals.isSet(priceIncrementE8) && priceIncrementE8 > 0;
    }
}
