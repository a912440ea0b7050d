package dev.monger.core.model;

/**
 * How much is traded from a price on.
 *
 * @param from the lowest price of an entry for which the tier holds, above zero
 * @param unit size of one entry, whole shares or contracts
 * @param maximum largest own position, working entries counted
 */
public record PriceTier(Price from, Quantity unit, Quantity maximum) {

    /** Refuses a price or sizes that are not above zero, or a unit above the maximum. */
    public PriceTier {
        String key = Sizing.TIERS + "." + from;
        if (from.signum() <= 0) {
            throw new FieldRefusedException(key, from.toString(), "a price above zero");
        }
        Sizing.requireFit(key, unit, maximum);
    }
}
