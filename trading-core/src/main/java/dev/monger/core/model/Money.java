package dev.monger.core.model;

import java.math.BigDecimal;

/**
 * An amount of the account's or the contract's currency.
 *
 * @param units the amount in units of 1e-8
 */
public record Money(long units) implements Comparable<Money> {

    /** Nothing. */
    public static final Money ZERO = new Money(0);

    /** Reads a decimal text such as {@code 150.25}. */
    public static Money of(String decimal) {
        return new Money(FixedPoint.unitsOf(new BigDecimal(decimal)));
    }

    /** Returns the sum. */
    public Money plus(Money other) {
        return new Money(Math.addExact(units, other.units));
    }

    /** Returns the difference. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(units, other.units));
    }

    /** Returns the amount with its sign turned. */
    public Money negated() {
        return new Money(Math.negateExact(units));
    }

    /** Returns the size of the amount without its sign. */
    public Money absolute() {
        return new Money(Math.absExact(units));
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
    public Money min(Money other) {
        return units <= other.units ? this : other;
    }

    /** Returns the larger of two. */
    public Money max(Money other) {
        return units >= other.units ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(units, other.units);
    }

    @Override
    public String toString() {
        return FixedPoint.decimalOf(units).toPlainString();
    }
}
