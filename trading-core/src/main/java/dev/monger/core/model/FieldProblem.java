package dev.monger.core.model;

/**
 * One thing that is wrong with an assignment as a person wrote it.
 *
 * @param key the dotted name of the field, for example {@code sizing.unit}, or of its group
 * @param value what was written; empty when the field is missing
 * @param wanted what would be right
 */
public record FieldProblem(String key, String value, String wanted) {}
