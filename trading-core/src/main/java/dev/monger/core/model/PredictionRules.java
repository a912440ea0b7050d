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

    /** No indicators; a minute's bars, sixty of them. */
    public static final PredictionRules DEFAULT =
            new PredictionRules(List.of(), Duration.ofMinutes(1), 60);

    /** Refuses bars that the broker does not follow, and numbers of them that cannot be meant. */
    public PredictionRules {
        indicators = List.copyOf(indicators);
        Bounds.require("predictions.bars", bars);
        Bounds.require("predictions.bar", bar);
    }
}
