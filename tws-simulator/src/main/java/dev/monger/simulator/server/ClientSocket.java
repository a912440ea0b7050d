package dev.monger.simulator.server;

import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One client's socket: bytes that wait to be written, and the session they come from. */
final class ClientSocket implements ConnectionOutput {
    /**
     * A client that leaves more than this unread is cut off, since it would cost the memory of all.
     */
    private static final long MOST_WAITING_BYTES = 64L << 20;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean closing;
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
        waiting.add(ByteBuffer.wrap(bytes));
        waitingBytes += bytes.length;
    }

    @Override
    public void close() {
        closing = true;
    }

    boolean isDrained() {
        return waiting.isEmpty();
    }

    /** Reads what there is; false when the client is gone. */
    boolean read(ByteBuffer buffer, long nowNanos) {
        Connection session = connection;
        if (session == null || closing) {
            return !closing;
        }
        try {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                return false;
            }
            if (count > 0) {
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

    /**
     * Writes what the socket takes; false when the client is gone or everything before a close has
     * left.
     */
    boolean write() {
        try {
            while (!waiting.isEmpty()) {
                ByteBuffer first = waiting.peekFirst();
                waitingBytes -= channel.write(first);
                if (first.hasRemaining()) {
                    break;
                }
                waiting.removeFirst();
            }
        } catch (IOException e) {
            return false;
        }
        boolean drained = waiting.isEmpty();
        if (key.isValid()) {
            key.interestOps(
                    drained ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
        return !(closing && drained) && waitingBytes < MOST_WAITING_BYTES;
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
            waiting.clear();
        }
    }
}
