package dev.monger.core.model;

/**
 * The broker's number of a contract.
 *
 * @param value above zero
 */
public record ConId(long value) implements Comparable<ConId> {

    /** Refuses an empty one. */
    public ConId {
        if (value <= 0) {
            throw new IllegalArgumentException("Condition failed: a contract id above zero");
        }
    }

    @Override
    public int compareTo(ConId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
