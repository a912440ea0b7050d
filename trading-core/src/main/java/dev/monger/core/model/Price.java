package dev.monger.core.model;

import java.math.BigDecimal;

/**
 * A price of one share or contract, in the contract's currency.
 *
 * @param units the amount in units of 1e-8
 */
public record Price(long units) implements Comparable<Price> {

    /** Nothing. */
    public static final Price ZERO = new Price(0);

    /** Reads a decimal text such as {@code 150.25}. */
    public static Price of(String decimal) {
        return new Price(FixedPoint.unitsOf(new BigDecimal(decimal)));
    }

    /** Returns the value of a quantity at this price, without a contract multiplier. */
    public Money times(Quantity quantity) {
        return new Money(FixedPoint.multiply(units, quantity.units()));
    }

    /** Returns the sum. */
    public Price plus(Price other) {
        return new Price(Math.addExact(units, other.units));
    }

    /** Returns the difference. */
    public Price minus(Price other) {
        return new Price(Math.subtractExact(units, other.units));
    }

    /** Returns the amount with its sign turned. */
    public Price negated() {
        return new Price(Math.negateExact(units));
    }

    /** Returns the size of the amount without its sign. */
    public Price absolute() {
        return new Price(Math.absExact(units));
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
    public Price min(Price other) {
        return units <= other.units ? this : other;
    }

    /** Returns the larger of two. */
    public Price max(Price other) {
        return units >= other.units ? this : other;
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(units, other.units);
    }

    @Override
    public String toString() {
        return FixedPoint.decimalOf(units).toPlainString();
    }
}
