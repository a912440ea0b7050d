package dev.monger.tws.message;

/**
 * The hedging order that goes with a volatility order.
 *
 * @param orderType empty when there is none; TWS writes None
 */
public record DeltaNeutralOrder(
        String orderType,
        long auxPriceE8,
        int conId,
        String settlingFirm,
        String clearingAccount,
        String clearingIntent,
        String openClose,
        boolean shortSale,
        int shortSaleSlot,
        String designatedLocation) {

    /** No hedging order. */
    public static final DeltaNeutralOrder NONE =
            new DeltaNeutralOrder("", Decimals.UNSET, 0, "", "", "", "", false, 0, "");
}
