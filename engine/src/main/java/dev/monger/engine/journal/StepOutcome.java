package dev.monger.engine.journal;

/** What the journal remembers of a step. */
public sealed interface StepOutcome {

    /** The step was taken; the hash is {@link OutputHash#of} what it asked for. */
    record Taken(long outputHash) implements StepOutcome {}

    /**
     * The step broke an invariant and the service stopped; nothing it asked for was done. A replay
     * passes over such an input, or no later process could start.
     */
    record Failed() implements StepOutcome {}
}
