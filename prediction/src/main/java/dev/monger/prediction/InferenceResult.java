package dev.monger.prediction;

/** What a prediction source says. */
public sealed interface InferenceResult {

    /**
     * A direction.
     *
     * @param source the source's name and version, for example {@code ema-cross/1}
     * @param bullish up, or down
     * @param confidenceMillionths from 0 to 1_000_000
     * @param horizonNanos how long it is meant to hold, in exchange time
     * @param lastInputNanos exchange time of the last input the source saw
     */
    record Direction(
            String source,
            boolean bullish,
            int confidenceMillionths,
            long horizonNanos,
            long lastInputNanos)
            implements InferenceResult {}

    /** The source sees no direction. */
    record Undecided(String source, String reason) implements InferenceResult {}

    /** The source failed. */
    record Failed(String source, String reason) implements InferenceResult {}
}
