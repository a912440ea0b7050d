package dev.monger.engine.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes, written front to back and used again after {@link #clear}. */
final class ByteSink {

    private byte[] bytes = new byte[512];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The array behind, valid to {@link #size}, until the next write. */
    byte[] array() {
        return bytes;
    }

    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(Arrays.copyOf(bytes, size));
    }

    void putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        ensure(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    /** Writes Avro's variable-length zig-zag form. */
    void putVariable(long value) {
        long rest = (value << 1) ^ (value >> 63);
        ensure(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void putRaw(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** Writes a length and the bytes, as Avro does. */
    void putBytes(byte[] source) {
        putVariable(source.length);
        putRaw(source, 0, source.length);
    }

    void putString(String text) {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void setInt(int position, int value) {
        for (int at = 0; at < Integer.BYTES; at++) {
            bytes[position + at] = (byte) (value >>> (24 - 8 * at));
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
