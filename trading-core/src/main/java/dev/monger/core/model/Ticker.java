package dev.monger.core.model;

/**
 * The name under which one contract is traded by one monger, for example SPY.
 *
 * @param value upper-case letters, digits, dot, dash
 */
public record Ticker(String value) implements Comparable<Ticker> {

    /** Refuses an empty one. */
    public Ticker {
        if (!value.matches("[A-Z0-9][A-Z0-9.-]{0,31}")) {
            throw new IllegalArgumentException(
                    "Condition failed: a ticker of 1 to 32 upper-case letters, digits, dots or dashes");
        }
    }

    @Override
    public int compareTo(Ticker other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
