package dev.monger.core.model;

import java.time.Duration;
import java.util.List;

/**
 * Where predictions come from, besides the signals other programs send.
 *
 * @param indicators indicator rules, the first with an opinion wins, for example {@code ema-cross 3
 *     8}; empty leaves the signals alone
 * @param bar length of the bars the rules look at
 * @param bars how many closed bars they are given
 */
public record PredictionRules(List<String> indicators, Duration bar, int bars) {

    private static final List<Duration> BAR_LENGTHS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1));

    /** No indicators; a minute's bars, sixty of them. */
    public static final PredictionRules DEFAULT =
            new PredictionRules(List.of(), Duration.ofMinutes(1), 60);

    /** Refuses bars that the broker does not follow, and numbers of them that cannot be meant. */
    public PredictionRules {
        indicators = List.copyOf(indicators);
        Bounds.within("predictions.bars", bars, 2, 1000);
        if (!BAR_LENGTHS.contains(bar)) {
            throw new IllegalArgumentException(
                    "Condition failed: predictions.bar must be 5, 10, 15 or 30 seconds, 1, 2, 5, 15 or"
                            + " 30 minutes or an hour, not "
                            + bar);
        }
    }
}
