package dev.monger.engine.journal;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineOutput;
import java.util.List;
import java.util.Optional;

/**
 * Steps a fresh engine through a journal and compares what it asks for with what the journal says
 * it asked for then. Segments are given in their order; the engine goes on from one to the next.
 */
public final class ReplayComparison {

    private final Engine engine;
    private final OutputHash hash = new OutputHash();
    private long steps;
    private long passedOver;
    private long differences;
    private Optional<Difference> first = Optional.empty();

    /** Begins with an engine that has taken no input yet. */
    public ReplayComparison(Engine engine) {
        this.engine = engine;
    }

    /**
     * A step that asked for something else.
     *
     * @param index of the journal record
     * @param offset of its frame in its segment
     * @param record the input and the hash of what was asked for then
     * @param outputs what this engine asks for; the journal keeps only a hash of the other
     */
    public record Difference(
            long index, long offset, JournalRecord record, List<EngineOutput> outputs) {}

    /**
     * The result so far.
     *
     * @param steps taken
     * @param passedOver inputs that had stopped the service then
     * @param differences steps whose outputs differ
     * @param first of them
     */
    public record Report(
            long steps, long passedOver, long differences, Optional<Difference> first) {}

    /**
     * Steps through a segment to its end.
     *
     * @return where and why reading ended: {@link Decoded.End}, or the damage found
     */
    public Decoded step(SegmentReader segment) {
        long offset = segment.offset();
        while (true) {
            Decoded decoded = segment.next();
            switch (decoded) {
                case Decoded.Entry entry -> {
                    compare(entry.record(), offset);
                    offset = entry.nextOffset();
                }
                case Decoded.SchemaNote note -> offset = note.nextOffset();
                case Decoded.End _, Decoded.TruncatedTail _, Decoded.Corrupt _ -> {
                    return decoded;
                }
            }
        }
    }

    /** Returns what was found so far. */
    public Report report() {
        return new Report(steps, passedOver, differences, first);
    }

    private void compare(JournalRecord record, long offset) {
        switch (record.outcome()) {
            case StepOutcome.Failed _ -> passedOver++;
            case StepOutcome.Taken taken -> {
                steps++;
                List<EngineOutput> outputs = engine.step(record.input());
                if (hash.of(outputs) != taken.outputHash()) {
                    differences++;
                    if (first.isEmpty()) {
                        first =
                                Optional.of(
                                        new Difference(record.index(), offset, record, outputs));
                    }
                }
            }
        }
    }
}
