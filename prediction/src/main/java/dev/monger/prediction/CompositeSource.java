package dev.monger.prediction;

import java.util.List;

/**
 * Asks several sources; of those that see a direction, the first one counts, so that the order in
 * which they are given resolves every conflict.
 */
public final class CompositeSource implements PredictionSource {

    private final List<PredictionSource> byPriority;

    /**
     * Asks these, the most important first.
     *
     * @throws IllegalArgumentException when there is none
     */
    public CompositeSource(List<PredictionSource> byPriority) {
        if (byPriority.isEmpty()) {
            throw new IllegalArgumentException("Condition failed: one prediction source or more");
        }
        this.byPriority = List.copyOf(byPriority);
    }

    @Override
    public String name() {
        return String.join(" then ", byPriority.stream().map(PredictionSource::name).toList());
    }

    @Override
    public int barsNeeded() {
        return byPriority.stream().mapToInt(PredictionSource::barsNeeded).max().orElse(0);
    }

    /** The first direction; else the first failure, lest it go unnoticed; else undecided. */
    @Override
    public InferenceResult predict(Features features) {
        List<InferenceResult> results =
                byPriority.stream().map(source -> source.predict(features)).toList();
        return results.stream()
                .filter(InferenceResult.Direction.class::isInstance)
                .findFirst()
                .or(() ->
                        results.stream()
                                .filter(InferenceResult.Failed.class::isInstance)
                                .findFirst())
                .orElse(results.getFirst());
    }
}
