package dev.monger.fleet.world;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.journal.Decoded;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.ReplayComparison;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.SegmentReader;
import dev.monger.engine.journal.SegmentWriter;
import dev.monger.engine.journal.StepOutcome;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One monger's journal, in the bytes that a disk would hold; it survives the process. */
public final class KeptJournal {

    private final SegmentWriter writer;
    private ByteBuffer disk = ByteBuffer.allocate(1 << 14);
    private long records;

    KeptJournal(String name) {
        SegmentHeader header = new SegmentHeader("simulated", "monger", name, name, 0);
        writer = new SegmentWriter(header);
        keep(SegmentWriter.encode(header));
    }

    void append(EngineInput input, long outputHash) {
        keep(
                writer.encode(
                        new JournalRecord(
                                records, Origin.NONE, input, new StepOutcome.Taken(outputHash))));
        records++;
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
        return records;
    }

    /** Returns a copy of what the disk holds. */
    public byte[] bytes() {
        return Arrays.copyOf(disk.array(), disk.position());
    }

    /** Steps a new engine through all that is kept, and tells where it wants something else. */
    public ReplayComparison.Report replay(Engine engine) {
        ReplayComparison comparison = new ReplayComparison(engine);
        SegmentReader.Opening opening =
                SegmentReader.open(ByteBuffer.wrap(bytes()), KeptJournal.class.getClassLoader());
        if (!(opening instanceof SegmentReader.Opening.Opened(SegmentReader segment))) {
            throw new IllegalStateException("Invariant: what was kept can be read: " + opening);
        }
        Decoded end = comparison.step(segment);
        if (!(end instanceof Decoded.End)) {
            throw new IllegalStateException("Invariant: what was kept is whole: " + end);
        }
        return comparison.report();
    }
}
