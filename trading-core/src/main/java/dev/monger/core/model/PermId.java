package dev.monger.core.model;

/**
 * The broker's account-wide name of an order.
 *
 * @param value 64 bits; zero is not one
 */
public record PermId(long value) implements Comparable<PermId> {

    /** Refuses an empty one. */
    public PermId {
        if (value == 0) {
            throw new IllegalArgumentException("Condition failed: a permanent id is not zero");
        }
    }

    @Override
    public int compareTo(PermId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
