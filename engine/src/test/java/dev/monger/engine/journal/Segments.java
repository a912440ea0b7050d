package dev.monger.engine.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Segments in memory. */
final class Segments {

    static final SegmentHeader HEADER = new SegmentHeader("0.1.0", "monger", "SPY", "journal-1", 0);

    private Segments() {}

    static byte[] of(List<JournalRecord> records) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        append(segment, SegmentWriter.encode(HEADER));
        SegmentWriter writer = new SegmentWriter(HEADER);
        for (JournalRecord record : records) {
            append(segment, writer.encode(record));
        }
        return segment.toByteArray();
    }

    private static void append(ByteArrayOutputStream segment, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        segment.writeBytes(copy);
    }

    static SegmentReader reader(byte[] segment) {
        return ((SegmentReader.Opening.Opened) open(segment)).reader();
    }

    static SegmentReader.Opening open(byte[] segment) {
        return SegmentReader.open(ByteBuffer.wrap(segment), Segments.class.getClassLoader());
    }

    /** Reads the entries, and what ended them. */
    static Decoded readInto(List<JournalRecord> records, byte[] segment) {
        SegmentReader reader = reader(segment);
        while (true) {
            Decoded decoded = reader.next();
            if (decoded instanceof Decoded.Entry entry) {
                records.add(entry.record());
            } else if (!(decoded instanceof Decoded.SchemaNote)) {
                return decoded;
            }
        }
    }

    static List<JournalRecord> read(byte[] segment) {
        List<JournalRecord> records = new ArrayList<>();
        readInto(records, segment);
        return records;
    }
}
