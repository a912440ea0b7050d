package dev.monger.core.model;

/**
 * What happens to the position when things end or break.
 *
 * @param onStop what a stop does with the position
 * @param onSigterm what the end of the process does with it
 * @param replaceRemovedStop whether a stop-loss that a person removed is placed again
 */
public record StopRules(
        PositionOnStop onStop, PositionOnStop onSigterm, boolean replaceRemovedStop) {

    /** A stop flattens, the end of a process keeps; a person's removal is respected. */
    public static final StopRules DEFAULT =
            new StopRules(PositionOnStop.FLATTEN, PositionOnStop.KEEP, false);

    /** What an end does with the position. */
    public enum PositionOnStop {
        /** Close it, and prove that it is closed. */
        FLATTEN,
        /** Cancel entries, prove the stop-loss, hand over. */
        KEEP
    }
}
