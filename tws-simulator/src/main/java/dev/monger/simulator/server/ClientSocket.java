package dev.monger.simulator.server;

import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One client's socket: bytes that wait to be written, and the session they come from.
 *
 * <p>What waits is bounded. A client that is behind gets its ticks conflated by the session; one
 * that leaves {@link #MOST_WAITING_BYTES} unread all the same, or takes nothing for {@link
 * #LONGEST_DEAF_NANOS} while something waits, is cut off.
 */
final class ClientSocket implements ConnectionOutput {

    /** Bytes that may wait: many times the largest answer there is, a day of small bars. */
    static final int MOST_WAITING_BYTES = 8 << 20;

    /** How long a client may take nothing at all, in machine time. */
    static final long LONGEST_DEAF_NANOS = 30_000_000_000L;

    private static final int USUAL_BYTES = 64 << 10;

    private static final int MOST_KEPT_BYTES = 1 << 20;

    /** The machine's own copy of what is written at once should stay small. */
    private static final int MOST_WRITTEN_AT_ONCE = 256 << 10;

    private final SocketChannel channel;
    private final SelectionKey key;
    private byte[] waiting = new byte[USUAL_BYTES];
    private int from;
    private int to;
    private boolean overflown;
    private boolean broken;
    private boolean closing;
    private boolean full;
    private boolean behind;
    private long takenNanos;
    private @Nullable Connection connection;

    ClientSocket(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    void serves(Connection session) {
        connection = session;
    }

    @Override
    public void send(byte[] bytes) {
        if (overflown || to - from > MOST_WAITING_BYTES - bytes.length) {
            overflown = true;
            return;
        }
        if (to + bytes.length > waiting.length) {
            makeRoom(bytes.length);
        }
        System.arraycopy(bytes, 0, waiting, to, bytes.length);
        to += bytes.length;
    }

    private void makeRoom(int more) {
        int needed = to - from + more;
        byte[] target =
                needed <= waiting.length ? waiting : new byte[Math.max(needed, 2 * waiting.length)];
        System.arraycopy(waiting, from, target, 0, to - from);
        to -= from;
        from = 0;
        waiting = target;
    }

    @Override
    public boolean isBehind() {
        return behind;
    }

    @Override
    public void close() {
        closing = true;
    }

    boolean isDrained() {
        return from == to;
    }

    /** Reads what there is; false when the client is gone. */
    boolean read(ByteBuffer buffer, long nowNanos) {
        Connection session = connection;
        if (session == null) {
            return true;
        }
        try {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                return false;
            }
            // What comes while the last words leave is not heard any more.
            if (count > 0 && !closing) {
                byte[] bytes = new byte[count];
                buffer.flip().get(bytes);
                session.received(bytes, nowNanos);
            }
            return true;
        } catch (IOException e) {
            // A reset is how many clients leave.
            return false;
        }
    }

    /** The socket takes bytes again. */
    void writable() {
        full = false;
    }

    /**
     * Writes what the socket takes; false when the client is gone, when it does not read, or when
     * everything before a close has left.
     *
     * @param wallNanos machine time
     */
    boolean write(long wallNanos) {
        while (!isDrained() && !overflown) {
            if (full || !flush(wallNanos)) {
                return !broken && wallNanos - takenNanos < LONGEST_DEAF_NANOS;
            }
            if (behind) {
                behind = false;
                caughtUp();
            }
        }
        return !overflown && !closing;
    }

    /** Ticks that were kept back leave now; the client may be behind again after them. */
    private void caughtUp() {
        Connection session = connection;
        if (session != null && !closing) {
            session.caughtUp();
        }
    }

    /** Writes; true when everything has left. */
    private boolean flush(long wallNanos) {
        try {
            int before = from;
            int written;
            do {
                int length = Math.min(to - from, MOST_WRITTEN_AT_ONCE);
                written = channel.write(ByteBuffer.wrap(waiting, from, length));
                from += written;
            } while (written > 0 && from < to);
            if (from > before || !behind) {
                takenNanos = wallNanos;
            }
        } catch (IOException e) {
            broken = true;
            return false;
        }
        if (from < to) {
            full = true;
            behind = true;
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            return false;
        }
        from = 0;
        to = 0;
        if (waiting.length > MOST_KEPT_BYTES) {
            waiting = new byte[USUAL_BYTES];
        }
        key.interestOps(SelectionKey.OP_READ);
        return true;
    }

    /** The socket is closed; the session hears of it unless it closed itself. */
    void gone() {
        Connection session = connection;
        if (session != null && !session.isClosed()) {
            session.closedByPeer();
        }
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost: the client is gone in any case.
            to = from;
        }
    }
}
