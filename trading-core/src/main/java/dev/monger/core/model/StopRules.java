package dev.monger.core.model;

/**
 * What happens to the position when things end or break.
 *
 * @param onStop what a stop does with the position
 * @param replaceRemovedStop whether a stop-loss that a person removed is placed again
 */
public record StopRules(PositionOnStop onStop, boolean replaceRemovedStop) {

    /** A stop flattens; a person's removal is respected. */
    public static final StopRules DEFAULT = new StopRules(PositionOnStop.FLATTEN, false);

    /** What a stop does with the position. */
    public enum PositionOnStop {
        /** Close it, and prove that it is closed. */
        FLATTEN,
        /** Cancel entries, prove the stop-loss, hand over. */
        KEEP
    }
}
