package dev.monger.core.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an assignment as a person wrote it.
 *
 * @param key the dotted name of the field, for example {@code sizing.unit}
 * @param value what was written, or taken where nothing was; empty when the field is missing
 * @param wanted what would be right
 * @param against the other field beside which the value does not fit; null when it is wrong alone
 */
public record FieldProblem(String key, String value, String wanted, @Nullable String against) {

    /** A value that is wrong whatever stands beside it. */
    public FieldProblem(String key, String value, String wanted) {
        this(key, value, wanted, null);
    }
}
