package dev.monger.core.model;

/**
 * An account at the broker.
 *
 * @param value as the broker writes it
 */
public record AccountId(String value) implements Comparable<AccountId> {

    /** Refuses an empty one. */
    public AccountId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Condition failed: an account id is not blank");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
