package dev.monger.core.model;

import java.util.Comparator;
import java.util.List;

/**
 * How much is traded. The price that chooses is that of the entry: of the last tier that begins at
 * or below it both sizes hold, and below the first tier the sizes without a price.
 *
 * @param unit size of one entry, whole shares or contracts
 * @param maximum largest own position, working entries counted
 * @param tiers other sizes from a price on, by rising price; none for the same at any price
 */
public record Sizing(Quantity unit, Quantity maximum, List<PriceTier> tiers) {

    static final String TIERS = "sizing.tiers";

    /** One share, never more. */
    public static final Sizing DEFAULT = new Sizing(Quantity.ofShares(1), Quantity.ofShares(1));

    /**
     * Refuses sizes that are not above zero, a unit above the maximum, a price that stands twice.
     */
    public Sizing {
        tiers = tiers.stream().sorted(Comparator.comparing(PriceTier::from)).toList();
        requireFit("sizing", unit, maximum);
        for (int i = 1; i < tiers.size(); i++) {
            Price from = tiers.get(i).from();
            if (from.equals(tiers.get(i - 1).from())) {
                throw new FieldRefusedException(
                        TIERS + "." + from, "twice", "one tier for each price");
            }
        }
    }

    /** The same sizes at any price. */
    public Sizing(Quantity unit, Quantity maximum) {
        this(unit, maximum, List.of());
    }

    static void requireFit(String group, Quantity unit, Quantity maximum) {
        if (unit.signum() <= 0) {
            throw new FieldRefusedException(
                    group + ".unit", unit.toString(), "a number of shares above zero");
        }
        if (maximum.compareTo(unit) < 0) {
            throw new FieldRefusedException(
                    group + ".maximum",
                    maximum.toString(),
                    "at least the unit, " + unit,
                    group + ".unit");
        }
    }

    /** Returns the size of one entry at a price. */
    public Quantity unitAt(Price price) {
        Quantity found = unit;
        for (PriceTier tier : tiers) {
            found = tier.from().compareTo(price) <= 0 ? tier.unit() : found;
        }
        return found;
    }

    /** Returns the largest own position for an entry at a price. */
    public Quantity maximumAt(Price price) {
        Quantity found = maximum;
        for (PriceTier tier : tiers) {
            found = tier.from().compareTo(price) <= 0 ? tier.maximum() : found;
        }
        return found;
    }

    /** Returns the largest position of any tier. */
    public Quantity largestMaximum() {
        Quantity most = maximum;
        for (PriceTier tier : tiers) {
            most = most.max(tier.maximum());
        }
        return most;
    }
}
