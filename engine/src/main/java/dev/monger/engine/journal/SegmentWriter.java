package dev.monger.engine.journal;

import dev.monger.engine.EngineInput;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.Schema;

/** Turns one segment's header and records into bytes. The buffers are the caller's to keep. */
public final class SegmentWriter {

    private final SchemaTable schemas = new SchemaTable();
    private final InputWriter inputs = new InputWriter(schemas);
    private final ByteSink sink = new ByteSink();
    private long nextIndex;

    /** Begins a segment whose first record has the header's index. */
    public SegmentWriter(SegmentHeader header) {
        nextIndex = header.firstIndex();
    }

    /** Returns the header's bytes, the first of a segment. */
    public static ByteBuffer encode(SegmentHeader header) {
        ByteSink sink = new ByteSink();
        sink.putLong(Frames.MAGIC);
        sink.putInt(SegmentHeader.FORMAT_VERSION);
        sink.putInt(0);
        int start = sink.size();
        sink.putString(header.programVersion());
        sink.putString(header.service());
        sink.putString(header.subject());
        sink.putString(header.journalId());
        sink.putVariable(header.firstIndex());
        sink.setInt(start - Integer.BYTES, sink.size() - start);
        sink.putInt(Frames.checkOf(sink.array(), 0, sink.size()));
        return sink.toBuffer();
    }

    /**
     * Returns the bytes of a record, before it the note of its schema where this segment has none
     * yet.
     */
    public ByteBuffer encode(JournalRecord record) {
        if (record.index() != nextIndex) {
            throw new IllegalStateException(
                    "Invariant: record " + nextIndex + " comes next, not " + record.index());
        }
        sink.clear();
        Optional<Schema> schema = schemaOf(record.input());
        if (schema.isPresent() && !schemas.knows(schema.get())) {
            int note = beginFrame();
            sink.putByte(Frames.SCHEMA_NOTE);
            sink.putVariable(schemas.note(schema.get()));
            sink.putString(schema.get().toString());
            endFrame(note);
        }
        int frame = beginFrame();
        sink.putByte(InputKind.of(record.input()).code());
        sink.putVariable(record.index());
        sink.putVariable(record.origin().partition());
        sink.putVariable(record.origin().offset());
        switch (record.outcome()) {
            case StepOutcome.Taken taken -> {
                sink.putByte(1);
                sink.putLong(taken.outputHash());
            }
            case StepOutcome.Failed _ -> sink.putByte(2);
        }
        inputs.write(record.input(), sink);
        endFrame(frame);
        nextIndex++;
        return sink.toBuffer();
    }

    private static Optional<Schema> schemaOf(EngineInput input) {
        return switch (input) {
            case EngineInput.RecordRead read -> Optional.of(read.value().getSchema());
            case EngineInput.HttpCommand command -> Optional.of(command.command().getSchema());
            case EngineInput.Started _,
                    EngineInput.LinkOpened _,
                    EngineInput.LinkClosed _,
                    EngineInput.BytesRead _,
                    EngineInput.CaughtUp _,
                    EngineInput.TopicsLost _,
                    EngineInput.PredictionMade _,
                    EngineInput.ProcessChanged _,
                    EngineInput.Woke _ ->
                    Optional.empty();
        };
    }

    private int beginFrame() {
        int start = sink.size();
        sink.putInt(0);
        sink.putInt(0);
        sink.putInt(0);
        return start;
    }

    private void endFrame(int start) {
        int body = start + Frames.FRAME_HEADER;
        int length = sink.size() - body;
        if (length > Frames.BODY_MAX) {
            throw new IllegalArgumentException(
                    "Condition failed: an input of at most "
                            + Frames.BODY_MAX
                            + " bytes, not "
                            + length);
        }
        sink.setInt(start, length);
        sink.setInt(start + Integer.BYTES, Frames.checkOfLength(length));
        sink.setInt(start + 2 * Integer.BYTES, Frames.checkOf(sink.array(), body, length));
    }
}
