package dev.monger.core.model;

/**
 * How much is traded.
 *
 * @param unit size of one entry, whole shares or contracts
 * @param maximum largest own position, working entries counted
 */
public record Sizing(Quantity unit, Quantity maximum) {

    /** One share, never more. */
    public static final Sizing DEFAULT = new Sizing(Quantity.ofShares(1), Quantity.ofShares(1));

    /** Refuses sizes that are not above zero, or a unit above the maximum. */
    public Sizing {
        if (unit.signum() <= 0 || maximum.compareTo(unit) < 0) {
            throw new IllegalArgumentException(
                    "Condition failed: a unit above zero and at most the maximum, not unit "
                            + unit
                            + " with maximum "
                            + maximum);
        }
    }
}
