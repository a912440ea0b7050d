package dev.monger.tws.message;

/**
 * What a volatility order adds.
 *
 * @param type 1 daily, 2 annual
 * @param referencePriceType 1 average, 2 bid or ask
 */
public record VolatilityOrder(
        long volatilityE8,
        int type,
        DeltaNeutralOrder deltaNeutral,
        boolean continuousUpdate,
        int referencePriceType) {

    /** Not a volatility order. */
    public static final VolatilityOrder NONE =
            new VolatilityOrder(
                    Decimals.UNSET,
                    Integer.MAX_VALUE,
                    DeltaNeutralOrder.NONE,
                    false,
                    Integer.MAX_VALUE);
}
