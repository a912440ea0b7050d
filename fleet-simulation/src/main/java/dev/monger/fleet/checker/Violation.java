package dev.monger.fleet.checker;

/**
 * Something that must never be, and was.
 *
 * @param invariant its number in the architecture; 0 when something broke that has no number
 * @param atNanos when it was seen, market time since the story began
 * @param text what is wrong, with names and numbers
 */
public record Violation(int invariant, long atNanos, String text) {

    @Override
    public String toString() {
        return "invariant " + invariant + ": " + text;
    }
}
