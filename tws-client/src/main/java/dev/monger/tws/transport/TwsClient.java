package dev.monger.tws.transport;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.session.Backoff;
import dev.monger.tws.session.ClientSession;
import dev.monger.tws.session.Lane;
import dev.monger.tws.session.Reconnection;
import dev.monger.tws.session.Sending;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import dev.monger.tws.session.SessionSettings;
import dev.monger.tws.session.Subscription;
import dev.monger.tws.session.Subscriptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole client for programs that want no more: a session on a socket, connected again whenever
 * the connection is lost, with everything that is wanted asked for again. Each loss, and each
 * attempt that came to nothing, is told as {@link SessionEvent.Disconnected}. Where TWS says that
 * it listens on another port (1300), the next attempt goes there. One thread owns it and calls
 * {@link #poll} over and over.
 */
public final class TwsClient implements AutoCloseable {

    private static final Backoff RECONNECTING = Backoff.of(500_000_000L, 30_000_000_000L);

    private final TwsSocket socket = new TwsSocket();
    private final Reconnection reconnection = new Reconnection(RECONNECTING);
    private final List<SessionEvent> events = new ArrayList<>();
    private final Line line = new Line();
    private final ClientSession session;
    private Optional<Address> address = Optional.empty();

    private record Address(String host, int port) {}

    /** Begins without a connection. */
    public TwsClient(SessionSettings settings) {
        session = new ClientSession(settings);
    }

    /** What the socket tells and what the session wants done. */
    private final class Line implements SocketListener, SessionOutputs {

        @Override
        public void connected() {
            session.opened(System.nanoTime(), this);
        }

        @Override
        public void received(ByteBuffer bytes) {
            session.received(bytes, System.nanoTime(), this);
        }

        @Override
        public void disconnected(String reason) {
            lost(reason);
        }

        @Override
        public void write(byte[] bytes) {
            // When there is no connection any more, the next select says so.
            var _ = socket.write(bytes);
        }

        @Override
        public void happened(SessionEvent event) {
            events.add(event);
        }
    }

    /**
     * Stays connected to an address from now on: the next {@link #poll} connects, and every later
     * one when the connection was lost and its pause is over.
     *
     * @throws IllegalArgumentException when it has an address already
     */
    public void connect(String host, int port) {
        if (address.isPresent()) {
            throw new IllegalArgumentException(
                    "Condition failed: one address for a client, it has " + address.get());
        }
        address = Optional.of(new Address(host, port));
        reconnection.begin(System.nanoTime());
    }

    /**
     * Does what is due and waits until something happens, at most so long.
     *
     * @return what happened, in order; often nothing
     */
    public List<SessionEvent> poll(Duration atMost) {
        long now = System.nanoTime();
        if (address.isPresent() && reconnection.due(now)) {
            socket.connect(address.get().host(), address.get().port());
        }
        long untilNext = Math.min(session.nextWakeNanos(), reconnection.nextWakeNanos());
        long wait = Math.max(untilNext, now) - now;
        socket.select(events.isEmpty() ? Math.min(wait, atMost.toNanos()) : 0, line);
        session.woke(System.nanoTime(), line);
        return told();
    }

    private List<SessionEvent> told() {
        List<SessionEvent> told = List.copyOf(events);
        events.clear();
        boolean follows = false;
        for (SessionEvent event : told) {
            switch (event) {
                case SessionEvent.Ready _ -> reconnection.succeeded();
                case SessionEvent.PortChanged changed -> follows = follow(changed.newPort());
                case SessionEvent.MustClose close -> {
                    if (!follows) {
                        reconnection.mustClose(close.reason());
                    }
                    socket.disconnect();
                    lost(close.text());
                }
                default -> {
                    // Only for whoever polls.
                }
            }
        }
        return told;
    }

    /** Takes another port for the next attempt, if TWS said which. */
    private boolean follow(int newPort) {
        if (newPort == 0) {
            return false;
        }
        address = address.map(old -> new Address(old.host(), newPort));
        return true;
    }

    private void lost(String reason) {
        line.happened(new SessionEvent.Disconnected(reason));
        session.closed(System.nanoTime(), line);
        reconnection.lost(System.nanoTime());
    }

    /** Says something, as {@link ClientSession#send} does. */
    public Sending send(ClientMessage message, Lane lane) {
        Sending sending = session.send(message, lane, System.nanoTime(), line);
        socket.flush();
        return sending;
    }

    /** Wants a stream from now on, over every connection. */
    public void want(Subscription what) {
        session.subscriptions().want(what, System.nanoTime(), line);
        socket.flush();
    }

    /** Wants a stream no longer. */
    public void drop(Subscription what) {
        session.subscriptions().drop(what, System.nanoTime(), line);
        socket.flush();
    }

    /**
     * Allows other kinds of market data from now on, over every connection, as {@link
     * Subscriptions#allow} does.
     *
     * @param type 1 live, 2 frozen, 3 delayed, 4 delayed and frozen
     */
    public void allow(int type) {
        session.subscriptions().allow(type, System.nanoTime(), line);
    }

    /** Asks anew at once for what is wanted but does not come. */
    public void again(Subscription what) {
        session.subscriptions().again(what, System.nanoTime(), line);
    }

    /** Returns the session, to be asked for ids and for what it knows. */
    public ClientSession session() {
        return session;
    }

    /** Makes a waiting {@link #poll}, or the next one, return at once; for any thread. */
    public void wakeup() {
        socket.wakeup();
    }

    /** Closes the connection for good. */
    @Override
    public void close() {
        socket.close();
    }
}
