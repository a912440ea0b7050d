package dev.monger.core.model;

/**
 * The broker's name of one execution; the part behind the last dot is its revision.
 *
 * @param value four or five parts between dots
 */
public record ExecId(String value) implements Comparable<ExecId> {

    /** Refuses an empty one. */
    public ExecId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Condition failed: an execution id is not blank");
        }
    }

    @Override
    public int compareTo(ExecId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
