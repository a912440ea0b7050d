package dev.monger.core.model;

/**
 * From a price on, orders must be priced in whole steps of an increment.
 *
 * @param from the lowest price for which the increment holds
 * @param increment the step, above zero
 */
public record PriceIncrement(Price from, Price increment) {

    /** Refuses a step that is not above zero. */
    public PriceIncrement {
        if (increment.signum() <= 0) {
            throw new IllegalArgumentException("Condition failed: a price increment above zero");
        }
    }
}
