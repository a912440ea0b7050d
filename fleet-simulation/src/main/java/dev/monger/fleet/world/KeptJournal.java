package dev.monger.fleet.world;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.journal.Decoded;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.ReplayComparison;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.SegmentReader;
import dev.monger.engine.journal.SegmentWriter;
import dev.monger.engine.journal.StepOutcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One monger's journal, in the bytes that a disk would hold; it survives the process. */
public final class KeptJournal {

    private final SegmentWriter writer;
    private ByteBuffer disk = ByteBuffer.allocate(1 << 14);
    private @Nullable SegmentReader follower;
    private final List<Step> unwritten = new ArrayList<>();
    private final OutputHash hash = new OutputHash();
    private long written;

    KeptJournal(String name) {
        SegmentHeader header = new SegmentHeader("simulated", "monger", name, name, 0);
        writer = new SegmentWriter(header);
        keep(SegmentWriter.encode(header));
    }

    /** What was taken in and what came of it, both of which nobody changes. */
    private record Step(EngineInput input, List<EngineOutput> outputs) {}

    /** Keeps a step; bytes are made of it once somebody reads them. */
    void append(EngineInput input, List<EngineOutput> outputs) {
        unwritten.add(new Step(input, outputs));
    }

    private void write() {
        for (Step step : unwritten) {
            StepOutcome outcome = new StepOutcome.Taken(hash.of(step.outputs()));
            keep(writer.encode(new JournalRecord(written, Origin.NONE, step.input(), outcome)));
            written++;
        }
        unwritten.clear();
    }

    private void keep(ByteBuffer encoded) {
        if (disk.remaining() < encoded.remaining()) {
            int enough = Math.addExact(disk.position(), encoded.remaining());
            ByteBuffer larger = ByteBuffer.allocate(Math.multiplyExact(enough, 2));
            disk = larger.put(disk.flip());
        }
        disk.put(encoded.duplicate());
    }

    /** How many inputs are kept. */
    public long records() {
        return written + unwritten.size();
    }

    /** Returns a copy of what the disk holds. */
    public byte[] bytes() {
        write();
        return Arrays.copyOf(disk.array(), disk.position());
    }

    /** Steps a new engine through all that is kept, and tells where it wants something else. */
    public ReplayComparison.Report replay(Engine engine) {
        return compared(opened(), engine);
    }

    /**
     * Steps an engine that has taken all that was kept until the last time through what was kept
     * since then: what a start needs to replay, without stepping the beginning again and again.
     */
    ReplayComparison.Report catchUp(Engine engine) {
        SegmentReader behind = follower;
        if (behind == null) {
            behind = opened();
            follower = behind;
        } else {
            behind.extend(kept());
        }
        return compared(behind, engine);
    }

    private static ReplayComparison.Report compared(SegmentReader segment, Engine engine) {
        ReplayComparison comparison = new ReplayComparison(engine);
        Decoded end = comparison.step(segment);
        if (!(end instanceof Decoded.End)) {
            throw new IllegalStateException("Invariant: what was kept is whole: " + end);
        }
        return comparison.report();
    }

    private SegmentReader opened() {
        SegmentReader.Opening opening =
                SegmentReader.open(kept(), KeptJournal.class.getClassLoader());
        if (!(opening instanceof SegmentReader.Opening.Opened(SegmentReader segment))) {
            throw new IllegalStateException("Invariant: what was kept can be read: " + opening);
        }
        return segment;
    }

    private ByteBuffer kept() {
        write();
        return disk.duplicate().flip();
    }
}
