package dev.monger.core.model;

import org.jspecify.annotations.Nullable;

/** A group of an assignment refuses one of its values, and knows which. */
final class FieldRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final String value;
    private final String wanted;
    private final @Nullable String against;

    FieldRefusedException(String key, String value, String wanted) {
        this(key, value, wanted, null);
    }

    /** The value does not fit beside that of another field. */
    FieldRefusedException(String key, String value, String wanted, @Nullable String against) {
        super("Condition failed: " + key + " must be " + wanted + ", not " + value);
        this.key = key;
        this.value = value;
        this.wanted = wanted;
        this.against = against;
    }

    FieldProblem problem() {
        return new FieldProblem(key, value, wanted, against);
    }
}
