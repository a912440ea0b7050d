package dev.monger.core.model;

/**
 * The confidences on which a prediction is acted.
 *
 * @param fromMillionths lowest, 0 to 1_000_000
 * @param toMillionths highest, itself inside
 */
public record ConfidenceBand(int fromMillionths, int toMillionths) {

    /** Refuses a band outside of 0 to 1_000_000, or turned round. */
    public ConfidenceBand {
        if (fromMillionths < 0 || toMillionths > 1_000_000 || fromMillionths > toMillionths) {
            throw new IllegalArgumentException(
                    "Condition failed: a confidence band within 0 to 1000000 millionths, not "
                            + fromMillionths
                            + " to "
                            + toMillionths);
        }
    }

    /** Tells whether a confidence is inside. */
    public boolean contains(int millionths) {
        return fromMillionths <= millionths && millionths <= toMillionths;
    }
}
