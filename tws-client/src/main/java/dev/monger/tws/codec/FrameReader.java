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

    /** So that the last frame too can be read by words. */
    private static final int ROOM_BEHIND = HotMessages.ROOM_BEHIND;

    private byte[] held = new byte[FIRST_CAPACITY];
    private int from;
    private int to;
    private Frame.Whole whole = new Frame.Whole(ByteBuffer.wrap(held));

    /** What stands next in the stream. */
    public sealed interface Frame {

        /**
         * A whole frame.
         *
         * @param payload its bytes between position and limit, valid until the next call of {@link
         *     FrameReader#next} or {@link FrameReader#append}
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
        int more = bytes.remaining();
        if (to + more > held.length - ROOM_BEHIND) {
            makeRoom(more);
        }
        bytes.get(held, to, more);
        to += more;
    }

    private void makeRoom(int more) {
        int waiting = to - from;
        int needed = Math.addExact(waiting + more, ROOM_BEHIND);
        byte[] target = held;
        if (needed > held.length) {
            target = new byte[Math.max(needed, held.length * 2)];
            whole = new Frame.Whole(ByteBuffer.wrap(target));
        }
        System.arraycopy(held, from, target, 0, waiting);
        held = target;
        from = 0;
        to = waiting;
    }

    /** Returns the next frame, if it is whole, and moves behind it. */
    public Frame next() {
        int start = from + LENGTH_BYTES;
        if (start > to) {
            return Frame.Partial.INSTANCE;
        }
        int length = lengthAt(from);
        if (length < 0 || length > MAX_PAYLOAD) {
            return new Frame.Oversized(Integer.toUnsignedLong(length));
        }
        int end = start + length;
        if (end > to) {
            return Frame.Partial.INSTANCE;
        }
        from = end;
        if (from == to) {
            // Nothing waits, so what comes next may stand at the beginning again.
            from = 0;
            to = 0;
        }
        whole.payload().limit(end).position(start);
        return whole;
    }

    private int lengthAt(int index) {
        int high = (held[index] << 8) | (held[index + 1] & 0xff);
        int low = ((held[index + 2] & 0xff) << 8) | (held[index + 3] & 0xff);
        return (high << 16) | low;
    }

    /** Tells how many whole frames are there to be read. */
    public int wholeFrames() {
        int count = 0;
        for (int at = from; isWhole(at); at = behind(at)) {
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
        for (int at = from; isWhole(at); at = behind(at)) {
            payloads.add(ByteBuffer.wrap(held, at + LENGTH_BYTES, lengthAt(at)).asReadOnlyBuffer());
        }
        return payloads;
    }

    private boolean isWhole(int at) {
        int left = to - at;
        if (left < LENGTH_BYTES) {
            return false;
        }
        int length = lengthAt(at);
        return length >= 0 && length <= MAX_PAYLOAD && left >= LENGTH_BYTES + length;
    }

    private int behind(int at) {
        return at + LENGTH_BYTES + lengthAt(at);
    }

    /** Tells how many bytes wait for the rest of their frame. */
    public int heldBytes() {
        return to - from;
    }

    /** Forgets everything, for a new connection. */
    public void clear() {
        held = new byte[FIRST_CAPACITY];
        from = 0;
        to = 0;
        whole = new Frame.Whole(ByteBuffer.wrap(held));
    }
}
