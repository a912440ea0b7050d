package dev.monger.core.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an assignment says.
 *
 * @param key the dotted name; a part {@code *} stands for a price
 * @param kind what may be written
 * @param standard what holds where nothing is written; null when it is required, or may be absent
 * @param required whether there is no assignment without it
 * @param sentence what it means, with its unit
 */
public record Field(
        String key, FieldKind kind, @Nullable String standard, boolean required, String sentence) {

    /** Returns the name without its groups. */
    public String lastPart() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Tells whether a key as it was written names this field. */
    public boolean names(String written) {
        int star = key.indexOf('*');
        if (star < 0) {
            return key.equals(written);
        }
        String head = key.substring(0, star);
        String tail = key.substring(star + 1);
        return written.length() > head.length() + tail.length()
                && written.startsWith(head)
                && written.endsWith(tail);
    }
}
