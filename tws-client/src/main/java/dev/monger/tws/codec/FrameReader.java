package dev.monger.tws.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of bytes, however split, into frames of a length and a payload.
 *
 * <p>Give it bytes with {@link #append}, then call {@link #next} until it has no whole frame. A
 * frame that claims to be longer than the protocol allows ends the stream: nothing after it can be
 * trusted.
 */
public final class FrameReader {

    /** The longest payload the protocol allows. */
    public static final int MAX_PAYLOAD = 0xFFFFFF;

    private static final int LENGTH_BYTES = 4;
    private static final int FIRST_CAPACITY = 4096;

    private ByteBuffer held = ByteBuffer.allocate(FIRST_CAPACITY).flip();

    /** What stands next in the stream. */
    public sealed interface Frame {

        /**
         * A whole frame.
         *
         * @param payload a view that is valid until the next call of {@link FrameReader#append}
         */
        record Whole(ByteBuffer payload) implements Frame {}

        /** Not all bytes of a frame are there yet. */
        record Partial() implements Frame {

            private static final Partial INSTANCE = new Partial();
        }

        /**
         * A frame longer than the protocol allows; the connection must be closed.
         *
         * @param length what it claims
         */
        record Oversized(long length) implements Frame {}
    }

    /** Takes all remaining bytes. */
    public void append(ByteBuffer bytes) {
        int needed = held.remaining() + bytes.remaining();
        if (needed > held.capacity()) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(needed, held.capacity() * 2));
            held = larger.put(held);
        } else {
            held.compact();
        }
        held.put(bytes).flip();
    }

    /** Returns the next frame, if it is whole, and moves behind it. */
    public Frame next() {
        if (held.remaining() < LENGTH_BYTES) {
            return Frame.Partial.INSTANCE;
        }
        int start = held.position();
        long length = Integer.toUnsignedLong(held.getInt(start));
        if (length > MAX_PAYLOAD) {
            return new Frame.Oversized(length);
        }
        if (held.remaining() < LENGTH_BYTES + length) {
            return Frame.Partial.INSTANCE;
        }
        ByteBuffer payload = held.slice(start + LENGTH_BYTES, (int) length).asReadOnlyBuffer();
        held.position(start + LENGTH_BYTES + (int) length);
        return new Frame.Whole(payload);
    }

    /** Tells how many whole frames are there to be read. */
    public int wholeFrames() {
        int count = 0;
        for (int at = held.position(); isWhole(at); at = behind(at)) {
            count++;
        }
        return count;
    }

    /**
     * Returns the payloads of all whole frames without moving, each valid as those of {@link #next}
     * are.
     */
    public List<ByteBuffer> peekWhole() {
        List<ByteBuffer> payloads = new ArrayList<>();
        for (int at = held.position(); isWhole(at); at = behind(at)) {
            payloads.add(held.slice(at + LENGTH_BYTES, held.getInt(at)).asReadOnlyBuffer());
        }
        return payloads;
    }

    private boolean isWhole(int at) {
        int left = held.limit() - at;
        if (left < LENGTH_BYTES) {
            return false;
        }
        long length = Integer.toUnsignedLong(held.getInt(at));
        return length <= MAX_PAYLOAD && left >= LENGTH_BYTES + length;
    }

    private int behind(int at) {
        return at + LENGTH_BYTES + held.getInt(at);
    }

    /** Tells how many bytes wait for the rest of their frame. */
    public int heldBytes() {
        return held.remaining();
    }

    /** Forgets everything, for a new connection. */
    public void clear() {
        held = ByteBuffer.allocate(FIRST_CAPACITY).flip();
    }
}
