package dev.monger.shell;

import dev.monger.tws.transport.SocketListener;
import dev.monger.tws.transport.TwsSocket;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The socket to TWS as the loop sees it. It is also what the loop waits on, so that bytes are read
 * by the thread that was waiting for them. One owner; only {@link #wakeup} is for other threads.
 */
public final class TwsLink implements AutoCloseable {

    private final Optional<Address> address;
    private final TwsSocket socket = new TwsSocket();
    private Optional<String> closed = Optional.empty();

    private TwsLink(Optional<Address> address) {
        this.address = address;
    }

    private record Address(String host, int port) {}

    /** What happened to the link. */
    interface Events {

        /** It is connected. */
        void opened();

        /** These bytes came. */
        void read(byte[] bytes);

        /** It is gone, or could not be connected. */
        void closed(String reason);
    }

    /** Connects there when opened. */
    public static TwsLink to(String host, int port) {
        return new TwsLink(Optional.of(new Address(host, port)));
    }

    /** For a service that does not speak to TWS: opening it is answered with closed. */
    public static TwsLink none() {
        return new TwsLink(Optional.empty());
    }

    /** Begins to connect, unless it is connected or connecting. */
    void open() {
        if (address.isEmpty()) {
            closed = Optional.of("this service has no TWS");
        } else if (!socket.isOpen()) {
            socket.connect(address.get().host(), address.get().port());
        }
    }

    /** Takes bytes to be sent; nothing when not connected. */
    void send(byte[] bytes) {
        // When there is no connection, the next select says so.
        var _ = socket.write(bytes);
    }

    /** Sends what was taken; what the peer does not take at once is kept. */
    void flush() {
        socket.flush();
    }

    /** Closes; the next select says so. */
    void disconnect(String reason) {
        if (socket.isOpen()) {
            socket.disconnect();
            closed = Optional.of(reason);
        }
    }

    /** Waits until something comes or somebody wakes it, and tells what happened. */
    void select(long nanos, Events events) {
        boolean toTell = closed.isPresent();
        socket.select(
                toTell ? 0 : nanos,
                new SocketListener() {
                    @Override
                    public void connected() {
                        events.opened();
                    }

                    @Override
                    public void received(ByteBuffer bytes) {
                        byte[] copy = new byte[bytes.remaining()];
                        bytes.get(copy);
                        events.read(copy);
                    }

                    @Override
                    public void disconnected(String reason) {
                        events.closed(reason);
                    }
                });
        if (toTell) {
            String reason = closed.orElseThrow();
            closed = Optional.empty();
            events.closed(reason);
        }
    }

    boolean hasUnsent() {
        return socket.outgoingBytes() > 0;
    }

    void wakeup() {
        socket.wakeup();
    }

    @Override
    public void close() {
        socket.close();
    }
}
