package dev.monger.core.model;

/**
 * The name of one fleet command; a command is obeyed once.
 *
 * @param value as its issuer wrote it
 */
public record CommandId(String value) implements Comparable<CommandId> {

    /** Refuses an empty one. */
    public CommandId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Condition failed: a command id is not blank");
        }
    }

    @Override
    public int compareTo(CommandId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
