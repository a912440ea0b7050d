package dev.monger.prediction;

import java.util.ArrayList;
import java.util.List;

/** Makes the prediction sources of a setting: rules apart by semicolons, the first one first. */
public final class SourceSettings {

    private SourceSettings() {}

    /** What a setting turned out to be. */
    public sealed interface Read {

        /** The source to ask. */
        record Source(PredictionSource source) implements Read {}

        /** No prediction is to be made here; signals may still come from elsewhere. */
        record None() implements Read {}

        /** Everything that is wrong with the setting. */
        record Refused(List<String> problems) implements Read {}
    }

    /** Reads for example {@code ema-cross 3 8; rsi 14 30 70}, or nothing. */
    public static Read read(String setting) {
        if (setting.isBlank()) {
            return new Read.None();
        }
        List<PredictionSource> sources = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String text : setting.split(";", -1)) {
            switch (RuleText.parse(text.strip())) {
                case RuleText.Parsed.Rule(IndicatorRule rule) ->
                        sources.add(new IndicatorSource(rule));
                case RuleText.Parsed.Refused(List<String> found) -> problems.addAll(found);
            }
        }
        if (!problems.isEmpty()) {
            return new Read.Refused(List.copyOf(problems));
        }
        return new Read.Source(
                sources.size() == 1 ? sources.getFirst() : new CompositeSource(sources));
    }
}
