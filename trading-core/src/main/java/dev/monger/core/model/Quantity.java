package dev.monger.core.model;

import java.math.BigDecimal;

/**
 * A number of shares or contracts; negative means sold or short.
 *
 * @param units the amount in units of 1e-8
 */
public record Quantity(long units) implements Comparable<Quantity> {

    /** Nothing. */
    public static final Quantity ZERO = new Quantity(0);

    /** Reads a decimal text such as {@code 150.25}. */
    public static Quantity of(String decimal) {
        return new Quantity(FixedPoint.unitsOf(new BigDecimal(decimal)));
    }

    /** Makes a whole number of shares. */
    public static Quantity ofShares(long shares) {
        return new Quantity(Math.multiplyExact(shares, FixedPoint.ONE));
    }

    /** Returns the sum. */
    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(units, other.units));
    }

    /** Returns the difference. */
    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(units, other.units));
    }

    /** Returns the amount with its sign turned. */
    public Quantity negated() {
        return new Quantity(Math.negateExact(units));
    }

    /** Returns the size of the amount without its sign. */
    public Quantity absolute() {
        return new Quantity(Math.absExact(units));
    }

    /** Returns -1, 0 or 1. */
    public int signum() {
        return Long.signum(units);
    }

    /** Tells whether the amount is nothing. */
    public boolean isZero() {
        return units == 0;
    }

    /** Returns the smaller of two. */
    public Quantity min(Quantity other) {
        return units <= other.units ? this : other;
    }

    /** Returns the larger of two. */
    public Quantity max(Quantity other) {
        return units >= other.units ? this : other;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(units, other.units);
    }

    @Override
    public String toString() {
        return FixedPoint.decimalOf(units).toPlainString();
    }
}
