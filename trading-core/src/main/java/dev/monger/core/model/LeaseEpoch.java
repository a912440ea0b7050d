package dev.monger.core.model;

/**
 * The number of a monger session, never used twice for one ticker.
 *
 * @param value above zero
 */
public record LeaseEpoch(long value) implements Comparable<LeaseEpoch> {

    /** Refuses an empty one. */
    public LeaseEpoch {
        if (value <= 0) {
            throw new IllegalArgumentException("Condition failed: a lease epoch above zero");
        }
    }

    @Override
    public int compareTo(LeaseEpoch other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
