package dev.monger.tws.session;

/** How fresh the data of a subscription is. */
public enum DataKind {
    /** As it happens. */
    LIVE,
    /** The last live values before the market closed, or before they stopped. */
    FROZEN,
    /** Some fifteen minutes old. */
    DELAYED,
    /** The last delayed values. */
    DELAYED_FROZEN;

    /** Returns the kind TWS means by a number; a number that is not known is the worst. */
    public static DataKind of(int marketDataType) {
        return switch (marketDataType) {
            case 1 -> LIVE;
            case 2 -> FROZEN;
            case 3 -> DELAYED;
            default -> DELAYED_FROZEN;
        };
    }
}
