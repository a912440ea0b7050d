package dev.monger.core.model;

import java.time.Duration;

/**
 * Which predictions are acted on.
 *
 * @param bullish confidences on which an upward prediction is acted
 * @param bearish confidences on which a downward prediction is acted
 * @param inverted whether up is traded as down and down as up
 * @param allowShort whether a position may be sold short
 * @param maximumAge exchange time since the last input the source saw, beyond which it is too old
 */
public record SignalRules(
        ConfidenceBand bullish,
        ConfidenceBand bearish,
        boolean inverted,
        boolean allowShort,
        Duration maximumAge) {

    /** Acts on confidences of 60 % and above, long only, no older than 30 seconds. */
    public static final SignalRules DEFAULT =
            new SignalRules(
                    new ConfidenceBand(600_000, 1_000_000),
                    new ConfidenceBand(600_000, 1_000_000),
                    false,
                    false,
                    Duration.ofSeconds(30));

    /** Refuses an age that is not above zero. */
    public SignalRules {
        Bounds.require("signals.maximumAge", maximumAge);
    }
}
