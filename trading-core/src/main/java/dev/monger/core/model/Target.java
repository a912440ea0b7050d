package dev.monger.core.model;

/** How far from the entry price an exit is placed. */
public sealed interface Target {

    /**
     * A fixed distance.
     *
     * @param distance in the contract's currency, above zero
     */
    record Absolute(Price distance) implements Target {

        /** Refuses a distance that is not above zero. */
        public Absolute {
            if (distance.signum() <= 0) {
                throw new IllegalArgumentException(
                        "Condition failed: a target distance above zero");
            }
        }
    }

    /**
     * A part of the entry price.
     *
     * @param millionths 10_000 is one per cent
     */
    record Fraction(int millionths) implements Target {

        /** Refuses a part outside of 1 to 999_999 millionths. */
        public Fraction {
            if (millionths < 1 || millionths > 999_999) {
                throw new IllegalArgumentException(
                        "Condition failed: a target fraction of 1 to 999999 millionths");
            }
        }
    }

    /** Returns the distance from an entry price, before rounding to the contract's increments. */
    default Price distanceAt(Price entry) {
        return switch (this) {
            case Absolute absolute -> absolute.distance();
            case Fraction fraction ->
                    new Price(FixedPoint.multiply(entry.units(), fraction.millionths() * 100L));
        };
    }
}
