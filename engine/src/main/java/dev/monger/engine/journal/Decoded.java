package dev.monger.engine.journal;

import java.nio.ByteBuffer;

/** What stands at a place of a segment. */
public sealed interface Decoded {

    /**
     * A whole record.
     *
     * @param record the input and what came of it
     * @param body the frame's body as written, read-only
     * @param nextOffset where the next frame begins
     */
    record Entry(JournalRecord record, ByteBuffer body, long nextOffset) implements Decoded {}

    /** A schema that the entries after it use. */
    record SchemaNote(String fullName, ByteBuffer body, long nextOffset) implements Decoded {}

    /** Nothing more was written. */
    record End(long offset) implements Decoded {}

    /**
     * The last write did not come to its end: the process or the machine stopped in it. What is
     * before the offset is whole.
     */
    record TruncatedTail(long offset, String reason) implements Decoded {}

    /** Bytes in the middle are not what was written; what follows cannot be trusted. */
    record Corrupt(long offset, String reason) implements Decoded {}
}
