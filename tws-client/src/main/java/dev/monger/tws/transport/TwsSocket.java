package dev.monger.tws.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A non-blocking socket with its selector, for the one thread that owns it.
 *
 * <p>The owner loops over {@link #select}; other threads may only call {@link #wakeup}. What cannot
 * be written at once is kept up to a bound; a peer that takes no more than that is not reading, and
 * the connection is given up rather than orders kept for later.
 */
public final class TwsSocket implements AutoCloseable {

    private static final int INCOMING_BYTES = 64 * 1024;
    private static final int DEFAULT_OUTGOING_BYTES = 1024 * 1024;

    private final Selector selector;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(INCOMING_BYTES);
    private final ByteBuffer outgoing;
    private Optional<SocketChannel> channel = Optional.empty();
    private Optional<String> failure = Optional.empty();

    /** Begins without a connection, keeping at most a mebibyte that the peer does not take. */
    public TwsSocket() {
        this(DEFAULT_OUTGOING_BYTES);
    }

    /** Begins without a connection, with another bound of bytes the peer does not take. */
    public TwsSocket(int outgoingBytes) {
        try {
            selector = Selector.open();
        } catch (IOException exhausted) {
            throw new UncheckedIOException("no selector can be opened", exhausted);
        }
        outgoing = ByteBuffer.allocate(outgoingBytes);
    }

    /**
     * Begins to connect; {@link #select} tells the outcome. Names are resolved here, which may take
     * a while, so a host in numbers is better.
     *
     * @throws IllegalArgumentException when a connection stands or is being made
     */
    public void connect(String host, int port) {
        if (channel.isPresent() || failure.isPresent()) {
            throw new IllegalArgumentException("Condition failed: no connection yet");
        }
        outgoing.clear();
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            failure = Optional.of("unknown host " + host);
            return;
        }
        try {
            SocketChannel opened = SocketChannel.open();
            channel = Optional.of(opened);
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            boolean at = opened.connect(address);
            // Also when it stands at once, the outcome is told by select.
            opened.register(selector, at ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT);
        } catch (IOException refused) {
            fail(refused.toString());
        }
    }

    /** Tells whether a connection stands or is being made. */
    public boolean isOpen() {
        return channel.isPresent();
    }

    /** Tells how many bytes the peer has not taken yet. */
    public int outgoingBytes() {
        return outgoing.position();
    }

    /**
     * Waits until something comes, {@link #wakeup} is called, or the time is over; then tells the
     * listener.
     *
     * @param timeoutNanos at most how long; 0 or less does not wait
     */
    public void select(long timeoutNanos, SocketListener listener) {
        if (tellFailure(listener)) {
            return;
        }
        waitFor(timeoutNanos);
        channel.ifPresent(open -> ready(open, listener));
        selector.selectedKeys().clear();
        tellFailure(listener);
    }

    private void waitFor(long timeoutNanos) {
        try {
            if (timeoutNanos <= 0) {
                selector.selectNow();
            } else {
                // Rounded up, and never 0, which would wait for ever.
                selector.select(TimeUnit.NANOSECONDS.toMillis(timeoutNanos - 1) + 1);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the selector is broken", broken);
        }
    }

    private void ready(SocketChannel open, SocketListener listener) {
        SelectionKey key = open.keyFor(selector);
        if (key == null || !key.isValid() || key.readyOps() == 0) {
            return;
        }
        try {
            if ((key.interestOps() & SelectionKey.OP_READ) == 0) {
                if (open.finishConnect()) {
                    key.interestOps(SelectionKey.OP_READ);
                    listener.connected();
                }
                return;
            }
            if (key.isWritable()) {
                flush(open);
            }
            if (key.isValid() && key.isReadable()) {
                read(open, listener);
            }
        } catch (IOException lost) {
            fail(lost.toString());
        }
    }

    private void read(SocketChannel open, SocketListener listener) throws IOException {
        incoming.clear();
        int count = open.read(incoming);
        if (count < 0) {
            fail("TWS closed the connection");
        } else if (count > 0) {
            listener.received(incoming.flip());
        }
    }

    /**
     * Writes bytes at once, or keeps what the socket does not take.
     *
     * @return false when there is no connection any more; {@link #select} then tells why
     */
    public boolean write(byte[] bytes) {
        if (channel.isEmpty() || failure.isPresent()) {
            return false;
        }
        if (bytes.length > outgoing.remaining()) {
            fail("TWS does not read: " + outgoing.position() + " bytes wait already");
            return false;
        }
        outgoing.put(bytes);
        try {
            flush(channel.get());
        } catch (IOException lost) {
            fail(lost.toString());
        }
        return channel.isPresent();
    }

    private void flush(SocketChannel open) throws IOException {
        outgoing.flip();
        try {
            open.write(outgoing);
        } finally {
            outgoing.compact();
        }
        SelectionKey key = open.keyFor(selector);
        if (key != null && key.isValid()) {
            boolean waits = outgoing.position() > 0;
            key.interestOps(
                    waits ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    /** Tells how many channels the selector still knows; for the test that none leaks. */
    int selectorKeys() {
        return selector.keys().size();
    }

    /** Makes a waiting {@link #select}, or the next one, return at once; for any thread. */
    public void wakeup() {
        selector.wakeup();
    }

    /** Closes the connection, if there is one; the listener is not told. */
    public void disconnect() {
        failure = Optional.empty();
        release();
    }

    private void fail(String reason) {
        failure = Optional.of(reason);
        release();
    }

    private void release() {
        channel.ifPresent(open -> {
            try {
                open.close();
                // Lets the selector forget the key, without which the descriptor leaks.
                selector.selectNow();
            } catch (IOException ignored) {
                // Nothing is left that could be done for a connection that is given up.
            }
        });
        channel = Optional.empty();
        outgoing.clear();
    }

    private boolean tellFailure(SocketListener listener) {
        Optional<String> reason = failure;
        failure = Optional.empty();
        reason.ifPresent(listener::disconnected);
        return reason.isPresent();
    }

    /** Closes the connection and the selector for good. */
    @Override
    public void close() {
        disconnect();
        try {
            selector.close();
        } catch (IOException ignored) {
            // The process ends or forgets this socket; there is nobody to tell.
        }
    }
}
