package dev.monger.core.model;

/**
 * The number under which one session is known at one gateway.
 *
 * @param value 0 to 999
 */
public record ClientId(int value) implements Comparable<ClientId> {

    /** Refuses an empty one. */
    public ClientId {
        if (value < 0) {
            throw new IllegalArgumentException("Condition failed: a client id of zero or above");
        }
    }

    @Override
    public int compareTo(ClientId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
