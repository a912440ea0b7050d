package dev.monger.engine.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteSink} wrote; anything else is a {@link MalformedJournalException}. */
final class ByteSource {

    private final ByteBuffer buffer;

    ByteSource(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    int remaining() {
        return buffer.remaining();
    }

    int getByte() {
        need(1);
        return buffer.get() & 0xFF;
    }

    int getInt() {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    long getLong() {
        need(Long.BYTES);
        return buffer.getLong();
    }

    long getVariable() {
        long raw = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = getByte();
            raw |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw new MalformedJournalException("a number of more than ten bytes");
    }

    /** Reads a number that counts or points at something. */
    int getSmall(String what) {
        long value = getVariable();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedJournalException(what + " is " + value);
        }
        return (int) value;
    }

    byte[] getRaw(int length) {
        need(length);
        byte[] copy = new byte[length];
        buffer.get(copy);
        return copy;
    }

    byte[] getBytes() {
        return getRaw(getSmall("a length"));
    }

    String getString() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    void requireEnd() {
        if (buffer.hasRemaining()) {
            throw new MalformedJournalException(buffer.remaining() + " bytes too many");
        }
    }

    private void need(int length) {
        if (length > buffer.remaining()) {
            throw new MalformedJournalException(
                    "wants " + length + " bytes where " + buffer.remaining() + " are left");
        }
    }
}
