package dev.monger.tws.message;

/** Prices of orders at the BOX exchange and of pegged-to-stock orders. */
public record BoxOrder(
        long startingPriceE8,
        long stockReferencePriceE8,
        long deltaE8,
        long stockRangeLowerE8,
        long stockRangeUpperE8) {

    /** No such prices. */
    public static final BoxOrder NONE =
            new BoxOrder(
                    Decimals.UNSET, Decimals.UNSET, Decimals.UNSET, Decimals.UNSET, Decimals.UNSET);
}
