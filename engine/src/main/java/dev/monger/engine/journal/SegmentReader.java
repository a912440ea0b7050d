package dev.monger.engine.journal;

import dev.monger.engine.EngineInput;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Reads one segment from its front. One owner. */
public final class SegmentReader {

    private ByteBuffer segment;
    private final SchemaTable schemas = new SchemaTable();
    private final InputReader inputs;
    private final SegmentHeader header;
    private int offset;
    private long nextIndex;

    private SegmentReader(
            ByteBuffer segment, SegmentHeader header, int headerLength, ClassLoader loader) {
        this.segment = segment;
        this.header = header;
        this.offset = headerLength;
        this.nextIndex = header.firstIndex();
        this.inputs = new InputReader(schemas, new AvroReader(loader));
    }

    /** What the front of a segment says. */
    public sealed interface Opening {

        /** A header of ours. */
        record Opened(SegmentReader reader) implements Opening {}

        /** The header was not written to its end, and nothing follows it. */
        record Unfinished() implements Opening {}

        /** Not a segment that this program reads. */
        record Refused(String reason) implements Opening {}
    }

    /**
     * Reads the header.
     *
     * @param segment the whole segment, from its position to its limit
     * @param loader knows the generated record classes
     */
    public static Opening open(ByteBuffer segment, ClassLoader loader) {
        ByteBuffer bytes = segment.slice();
        if (bytes.remaining() < 4 * Integer.BYTES) {
            return isZero(bytes, 0) || startsLikeOurs(bytes)
                    ? new Opening.Unfinished()
                    : new Opening.Refused("it does not begin like a journal of Monger");
        }
        if (bytes.getLong(0) != Frames.MAGIC) {
            return isZero(bytes, 0)
                    ? new Opening.Unfinished()
                    : new Opening.Refused("it does not begin like a journal of Monger");
        }
        int version = bytes.getInt(8);
        if (version != SegmentHeader.FORMAT_VERSION) {
            return new Opening.Refused(
                    "its format is "
                            + version
                            + ", this program reads format "
                            + SegmentHeader.FORMAT_VERSION);
        }
        int length = bytes.getInt(12);
        int checkAt = 4 * Integer.BYTES + length;
        if (length < 0 || length > Frames.BODY_MAX) {
            return new Opening.Refused("its header is damaged");
        }
        if (bytes.limit() < checkAt + Integer.BYTES) {
            return new Opening.Unfinished();
        }
        if (checkOf(bytes, 0, checkAt) != bytes.getInt(checkAt)) {
            return new Opening.Refused("its header is damaged");
        }
        ByteSource source = new ByteSource(bytes.slice(4 * Integer.BYTES, length));
        SegmentHeader header =
                new SegmentHeader(
                        source.getString(),
                        source.getString(),
                        source.getString(),
                        source.getString(),
                        source.getVariable());
        return new Opening.Opened(
                new SegmentReader(bytes, header, checkAt + Integer.BYTES, loader));
    }

    /** What the segment says of itself. */
    public SegmentHeader header() {
        return header;
    }

    /** Where the next frame begins. */
    public long offset() {
        return offset;
    }

    /**
     * Goes on in a longer copy of the same segment, for reading behind a writer. What was already
     * read must be in it.
     */
    public void extend(ByteBuffer longer) {
        ByteBuffer bytes = longer.slice();
        if (bytes.limit() < offset) {
            throw new IllegalArgumentException(
                    "Condition failed: at least the " + offset + " bytes that were read");
        }
        segment = bytes;
    }

    /** Reads what comes next; after anything but an entry or a note, the same again. */
    public Decoded next() {
        int left = segment.limit() - offset;
        if (left == 0) {
            return new Decoded.End(offset);
        }
        if (left < Frames.FRAME_HEADER) {
            return new Decoded.TruncatedTail(offset, "a frame's header of " + left + " bytes");
        }
        int length = segment.getInt(offset);
        if (Frames.checkOfLength(length) != segment.getInt(offset + Integer.BYTES)
                || length < 0
                || length > Frames.BODY_MAX) {
            return isZero(segment, offset)
                    ? new Decoded.TruncatedTail(offset, left + " zeros")
                    : new Decoded.Corrupt(offset, "the length does not match its check");
        }
        int bodyAt = offset + Frames.FRAME_HEADER;
        int end = bodyAt + length;
        if (end > segment.limit()) {
            return new Decoded.TruncatedTail(
                    offset,
                    "a record of " + length + " bytes of which " + (left - 12) + " are there");
        }
        if (checkOf(segment, bodyAt, length) != segment.getInt(bodyAt - Integer.BYTES)) {
            String reason = "the record does not match its check";
            return end == segment.limit() || isZero(segment, end)
                    ? new Decoded.TruncatedTail(offset, reason)
                    : new Decoded.Corrupt(offset, reason);
        }
        return decode(segment.slice(bodyAt, length).asReadOnlyBuffer(), end);
    }

    private Decoded decode(ByteBuffer body, int end) {
        try {
            ByteSource source = new ByteSource(body.duplicate());
            int kind = source.getByte();
            Decoded decoded;
            if (kind == Frames.SCHEMA_NOTE) {
                int number = source.getSmall("a schema's number");
                Schema schema = new Schema.Parser().parse(source.getString());
                schemas.note(number, schema);
                decoded = new Decoded.SchemaNote(schema.getFullName(), body, end);
            } else {
                decoded = new Decoded.Entry(recordOf(InputKind.of(kind), source), body, end);
                nextIndex++;
            }
            source.requireEnd();
            offset = end;
            return decoded;
        } catch (MalformedJournalException | SchemaParseException malformed) {
            return new Decoded.Corrupt(offset, String.valueOf(malformed.getMessage()));
        }
    }

    private JournalRecord recordOf(InputKind kind, ByteSource source) {
        long index = source.getVariable();
        if (index != nextIndex) {
            throw new MalformedJournalException(
                    "record " + index + " where " + nextIndex + " comes next");
        }
        Origin origin = new Origin((int) source.getVariable(), source.getVariable());
        int outcomeCode = source.getByte();
        StepOutcome outcome =
                switch (outcomeCode) {
                    case 1 -> new StepOutcome.Taken(source.getLong());
                    case 2 -> new StepOutcome.Failed();
                    default ->
                            throw new MalformedJournalException(
                                    "an outcome of kind " + outcomeCode);
                };
        EngineInput input = inputs.read(kind, source);
        return new JournalRecord(index, origin, input, outcome);
    }

    private static boolean startsLikeOurs(ByteBuffer bytes) {
        for (int at = 0; at < Math.min(bytes.limit(), Long.BYTES); at++) {
            if (bytes.get(at) != (byte) (Frames.MAGIC >>> (56 - 8 * at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(ByteBuffer bytes, int from) {
        for (int at = from; at < bytes.limit(); at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int checkOf(ByteBuffer bytes, int from, int length) {
        CRC32C check = new CRC32C();
        check.update(bytes.slice(from, length));
        return (int) check.getValue();
    }
}
