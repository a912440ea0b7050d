package dev.monger.tws.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

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

    /** The kernel alone would try for minutes, ever more seldom. */
    private static final long CONNECT_NANOS = 5_000_000_000L;

    private final Selector selector;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(INCOMING_BYTES);
    private final ByteBuffer outgoing;
    private final long connectNanos;
    private Optional<SocketChannel> channel = Optional.empty();
    private Optional<Resolving> resolving = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private boolean connecting;
    private long connectBy;

    /** Begins without a connection, keeping at most a mebibyte that the peer does not take. */
    public TwsSocket() {
        this(DEFAULT_OUTGOING_BYTES, CONNECT_NANOS);
    }

    /**
     * Begins without a connection.
     *
     * @param outgoingBytes the most that is kept for a peer that does not take it
     * @param connectNanos how long a connection may be in the making, its name's resolution
     *     included
     */
    public TwsSocket(int outgoingBytes, long connectNanos) {
        this.connectNanos = connectNanos;
        try {
            selector = Selector.open();
        } catch (IOException exhausted) {
            throw new UncheckedIOException("no selector can be opened", exhausted);
        }
        outgoing = ByteBuffer.allocate(outgoingBytes);
    }

    /** A host whose address is looked up by another thread. */
    private record Resolving(AtomicReference<InetSocketAddress> answer) {}

    /**
     * Begins to connect; {@link #select} tells the outcome, and does not wait longer for it than
     * for the time this socket was made with. A name is looked up by another thread meanwhile.
     *
     * @throws IllegalArgumentException when a connection stands or is being made
     */
    public void connect(String host, int port) {
        if (isOpen() || failure.isPresent()) {
            throw new IllegalArgumentException("Condition failed: no connection yet");
        }
        outgoing.clear();
        connecting = true;
        connectBy = System.nanoTime() + connectNanos;
        Resolving asked = new Resolving(new AtomicReference<>());
        resolving = Optional.of(asked);
        try {
            asked.answer().set(new InetSocketAddress(InetAddress.ofLiteral(host), port));
            connectResolved();
        } catch (IllegalArgumentException aName) {
            Thread.startVirtualThread(() -> {
                asked.answer().set(new InetSocketAddress(host, port));
                selector.wakeup();
            });
        }
    }

    private void connectResolved() {
        InetSocketAddress address = resolving.map(asked -> asked.answer().get()).orElse(null);
        if (address == null) {
            return;
        }
        resolving = Optional.empty();
        if (address.isUnresolved()) {
            fail("unknown host " + address.getHostString());
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
        return channel.isPresent() || resolving.isPresent();
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
        flush();
        long left = connectBy - System.nanoTime();
        waitFor(connecting ? Math.min(timeoutNanos, left) : timeoutNanos);
        connectResolved();
        channel.ifPresent(open -> ready(open, listener));
        selector.selectedKeys().clear();
        if (connecting && isOpen() && System.nanoTime() - connectBy >= 0) {
            fail("no connection within " + TimeUnit.NANOSECONDS.toMillis(connectNanos) + " ms");
        }
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
                    connecting = false;
                    listener.connected();
                    flush();
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
     * Takes bytes to be written by the next {@link #flush} or {@link #select}: what belongs
     * together leaves together.
     *
     * @return false when there is no connection any more; {@link #select} then tells why
     */
    public boolean write(byte[] bytes) {
        if (channel.isEmpty() || failure.isPresent()) {
            return false;
        }
        if (bytes.length > outgoing.remaining()) {
            flush();
        }
        if (channel.isPresent() && bytes.length > outgoing.remaining()) {
            fail("TWS does not read: " + outgoing.position() + " bytes wait already");
        }
        if (channel.isEmpty()) {
            return false;
        }
        outgoing.put(bytes);
        return true;
    }

    /** Writes what waits, as far as the peer takes it; the rest is kept. */
    public void flush() {
        if (outgoing.position() == 0 || channel.isEmpty() || connecting) {
            return;
        }
        try {
            flush(channel.get());
        } catch (IOException lost) {
            fail(lost.toString());
        }
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

    /** Writes what the peer still takes, and closes the connection; the listener is not told. */
    public void disconnect() {
        flush();
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
        resolving = Optional.empty();
        connecting = false;
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
