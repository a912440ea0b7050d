package dev.monger.tws.session;

import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageDecoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A client's side of one connection after the other to TWS.
 *
 * <p>The owner tells what the socket did ({@link #opened}, {@link #received}, {@link #closed}),
 * gives messages to {@link #send}, and calls {@link #woke} not later than {@link #nextWakeNanos}
 * says. All times are the owner's monotonic nanoseconds. The order ids survive a lost connection,
 * everything else begins anew. Not for use by several threads.
 */
public final class ClientSession {

    private static final int FIRST_REQUEST_ID = 1_000_000_000;

    private enum Phase {
        /** No connection. */
        CLOSED,
        /** Announced the versions, waits for TWS to choose. */
        NEGOTIATING,
        /** Said who we are, waits for the accounts and the first order id. */
        STARTING,
        /** Requests may be sent. */
        READY,
        /** The owner was told to close. */
        ENDING
    }

    private SessionSettings settings;
    private final OrderIdHighWater orderIds = new OrderIdHighWater();
    private final OrderChanges orders = new OrderChanges();
    private final Requests requests;
    private final Heartbeat heartbeat;
    private final Lanes lanes = new Lanes();
    private final FrameReader frames = new FrameReader();
    private Pace pace;
    private ClientMessageEncoder encoder;
    private ServerMessageDecoder decoder;
    private Phase phase = Phase.CLOSED;
    private int serverVersion;
    private String connectionTime = "";
    private List<String> accounts = List.of();
    private boolean hasFirstOrderId;
    private boolean linkDown;
    private long handshakeDeadlineNanos = Long.MAX_VALUE;
    private int lastRequestId = FIRST_REQUEST_ID;

    /** Begins without a connection. */
    public ClientSession(SessionSettings settings) {
        this.settings = settings;
        requests = new Requests(settings.times());
        heartbeat = new Heartbeat(settings.times());
        pace = new Pace(settings.limits());
        encoder = new ClientMessageEncoder(settings.versions().max());
        decoder = new ServerMessageDecoder(settings.versions().max());
    }

    /** Takes another client id and pace; they count from the next connection on. */
    public void configure(int clientId, int messagesPerSecond, int reservedMessages) {
        if (phase != Phase.CLOSED) {
            throw new IllegalArgumentException("Condition failed: closed before it is configured");
        }
        settings = settings.withClientId(clientId).withPace(messagesPerSecond, reservedMessages);
    }

    /** Reads error codes by another table from now on. */
    public void useErrors(ErrorTable errors) {
        settings = settings.withErrors(errors);
    }

    /** The socket is open: announces the versions. */
    public void opened(long nowNanos, SessionOutputs out) {
        if (phase != Phase.CLOSED) {
            throw new IllegalArgumentException("Condition failed: closed before it is opened");
        }
        frames.clear();
        orders.clear();
        pace = new Pace(settings.limits());
        accounts = List.of();
        hasFirstOrderId = false;
        linkDown = false;
        handshakeDeadlineNanos = nowNanos + settings.times().handshakeDeadlineNanos();
        phase = Phase.NEGOTIATING;
        SessionSettings.Versions versions = settings.versions();
        out.write(Handshake.clientHello(versions.min(), versions.max(), ""));
    }

    /**
     * The socket is gone: every request becomes unknown, every waiting message is told as unsent.
     */
    public void closed(long nowNanos, SessionOutputs out) {
        phase = Phase.CLOSED;
        handshakeDeadlineNanos = Long.MAX_VALUE;
        heartbeat.stop();
        notSent(lanes.removeAll(), "the connection closed", out);
        requests.closed(out);
    }

    /** Takes bytes of the socket, however split, and tells what they say. */
    public void received(ByteBuffer bytes, long nowNanos, SessionOutputs out) {
        if (phase == Phase.CLOSED || phase == Phase.ENDING) {
            return;
        }
        frames.append(bytes);
        while (phase != Phase.CLOSED && phase != Phase.ENDING) {
            switch (frames.next()) {
                case FrameReader.Frame.Whole(ByteBuffer payload) -> frame(payload, nowNanos, out);
                case FrameReader.Frame.Partial _ -> {
                    return;
                }
                case FrameReader.Frame.Oversized(long length) ->
                        mustClose(CloseReason.NOT_TWS, "a frame of " + length + " bytes", out);
            }
        }
    }

    private void frame(ByteBuffer payload, long nowNanos, SessionOutputs out) {
        if (phase == Phase.NEGOTIATING) {
            negotiated(payload, out);
            return;
        }
        switch (decoder.decode(payload)) {
            case Decoded.Message<ServerMessage>(ServerMessage message) ->
                    message(message, nowNanos, out);
            case Decoded.Unknown<ServerMessage>(int id) ->
                    out.happened(new SessionEvent.UnknownMessage(id));
            case Decoded.Malformed<ServerMessage> bad ->
                    out.happened(
                            new SessionEvent.MalformedFrame(
                                    bad.id(), bad.offset(), bad.field(), bad.reason()));
        }
    }

    private void negotiated(ByteBuffer payload, SessionOutputs out) {
        switch (Greeting.read(payload, settings.versions())) {
            case Greeting.Outcome.Agreed(int version, String time) -> start(version, time, out);
            case Greeting.Outcome.Close(CloseReason reason, String text) ->
                    mustClose(reason, text, out);
        }
    }

    private void start(int version, String time, SessionOutputs out) {
        serverVersion = version;
        connectionTime = time;
        encoder = new ClientMessageEncoder(version);
        decoder = new ServerMessageDecoder(version);
        phase = Phase.STARTING;
        out.write(encoder.encode(new SessionRequest.StartApi(settings.clientId(), "")));
    }

    private void message(ServerMessage message, long nowNanos, SessionOutputs out) {
        orderIds.seen(message);
        orders.seen(message, settings.clientId());
        out.happened(new SessionEvent.Received(message));
        requests.received(message, serverVersion, out);
        switch (message) {
            case SessionMessage.NextValidId _ -> {
                hasFirstOrderId = true;
                readyWhenBothCame(nowNanos, out);
            }
            case SessionMessage.ManagedAccounts m -> {
                accounts = m.accounts();
                readyWhenBothCame(nowNanos, out);
            }
            case SessionMessage.CurrentTime m ->
                    heartbeat.answered(m.epochSeconds() * 1000, nowNanos, out);
            case SessionMessage.CurrentTimeInMillis m ->
                    heartbeat.answered(m.epochMillis(), nowNanos, out);
            case SessionMessage.ErrorMessage m -> error(m, nowNanos, out);
            default -> {
                // Told above; it changes nothing of the session.
            }
        }
    }

    /** TWS sends the two in either order, and may send order messages before them. */
    private void readyWhenBothCame(long nowNanos, SessionOutputs out) {
        if (phase == Phase.STARTING && hasFirstOrderId && !accounts.isEmpty()) {
            phase = Phase.READY;
            handshakeDeadlineNanos = Long.MAX_VALUE;
            heartbeat.start(nowNanos);
            out.happened(
                    new SessionEvent.Ready(
                            serverVersion, accounts, orderIds.next(), connectionTime));
            probeWhenDue(nowNanos, out);
        }
    }

    private void error(SessionMessage.ErrorMessage error, long nowNanos, SessionOutputs out) {
        ErrorKind kind = settings.errors().kindOf(error.code());
        boolean ofOrder =
                error.id() > 0 && error.id() < FIRST_REQUEST_ID && !requests.awaits(error.id());
        requests.failed(error, kind, out);
        Notices.tell(error, kind, out);
        if (ofOrder) {
            OrderRemark remark = orders.remark(error.id(), kind);
            out.happened(
                    new SessionEvent.OrderRemarked(error.id(), remark, error.code(), error.text()));
        }
        errorOfSession(error, kind, nowNanos, out);
    }

    private void errorOfSession(
            SessionMessage.ErrorMessage error, ErrorKind kind, long nowNanos, SessionOutputs out) {
        switch (kind) {
            case CLIENT_ID_IN_USE ->
                    mustClose(
                            CloseReason.CLIENT_ID_IN_USE,
                            "client id "
                                    + settings.clientId()
                                    + " is in use, or TWS still holds it after a lost connection",
                            out);
            case CONNECTION_BROKEN ->
                    mustClose(CloseReason.BROKEN, error.code() + " " + error.text(), out);
            case PORT_CHANGED -> mustClose(CloseReason.PORT_CHANGED, error.text(), out);
            case PACING -> out.happened(pace.tooMuch(nowNanos));
            case LINK_LOST -> {
                linkDown = true;
                notSent(lanes.removeEntries(), "TWS lost the broker", out);
            }
            case LINK_RESTORED, LINK_RESTORED_WITHOUT_DATA -> linkDown = false;
            case DUPLICATE_ORDER_ID -> askForNextOrderId(nowNanos, out);
            default -> {
                // It is about an order, a request or data, and not about the session.
            }
        }
    }

    private void askForNextOrderId(long nowNanos, SessionOutputs out) {
        // Before it is ready TWS says the next id anyway.
        var _ = send(new SessionRequest.RequestIds(1), Lane.DATA, nowNanos, out);
    }

    /**
     * Says something to TWS, now or as soon as the pace allows.
     *
     * @throws IllegalArgumentException when a text holds a NUL or the version has no such message
     */
    public Sending send(ClientMessage message, Lane lane, long nowNanos, SessionOutputs out) {
        if (phase != Phase.READY) {
            return Sending.NOT_READY;
        }
        if (message instanceof OrderRequest.PlaceOrder place) {
            if (linkDown && lane == Lane.ENTRY) {
                return Sending.LINK_DOWN;
            }
            orderIds.used(place.orderId());
        }
        notSent(lanes.overtakenBy(message), "cancelled before it left", out);
        // Encoded before it is queued too, so that a caller's mistake shows here and not later.
        byte[] bytes = encoder.encode(message);
        if (!lanes.isEmpty(lane) || !pace.allows(lane, nowNanos)) {
            lanes.add(message, lane);
            return Sending.WAITING;
        }
        leave(message, bytes, lane, nowNanos, out);
        return Sending.SENT;
    }

    private void leave(
            ClientMessage message, byte[] bytes, Lane lane, long nowNanos, SessionOutputs out) {
        pace.sent(lane, nowNanos);
        if (message instanceof OrderRequest.PlaceOrder place) {
            orders.left(place);
        }
        Optional<RequestKey> key = Requests.keyOf(message);
        key.ifPresent(request -> requests.sent(request, nowNanos));
        out.write(bytes);
    }

    /** Does what is due: lets waiting messages leave, probes TWS, ends what is overdue. */
    public void woke(long nowNanos, SessionOutputs out) {
        if (nowNanos >= handshakeDeadlineNanos) {
            mustClose(
                    CloseReason.HANDSHAKE_SILENT,
                    phase == Phase.NEGOTIATING
                            ? "TWS did not answer the first bytes"
                            : "TWS did not send accounts and order id",
                    out);
        }
        requests.woke(nowNanos, out);
        if (phase != Phase.READY) {
            return;
        }
        if (heartbeat.isOverdue(nowNanos)) {
            mustClose(CloseReason.HALF_OPEN, "TWS does not answer what time it is", out);
            return;
        }
        probeWhenDue(nowNanos, out);
        for (Optional<Lanes.Waiting> next = lanes.take(pace, nowNanos);
                next.isPresent();
                next = lanes.take(pace, nowNanos)) {
            ClientMessage message = next.get().message();
            leave(message, encoder.encode(message), next.get().lane(), nowNanos, out);
        }
    }

    private void probeWhenDue(long nowNanos, SessionOutputs out) {
        if (heartbeat.isDue(nowNanos) && pace.allows(Lane.EXIT, nowNanos)) {
            heartbeat.sent(nowNanos);
            ClientMessage probe = Heartbeat.probe(serverVersion);
            leave(probe, encoder.encode(probe), Lane.DATA, nowNanos, out);
        }
    }

    /** Returns when {@link #woke} has something to do, or the largest long when never. */
    public long nextWakeNanos() {
        long next = Math.min(handshakeDeadlineNanos, requests.nextWakeNanos());
        if (phase == Phase.READY) {
            long beat = heartbeat.nextWakeNanos();
            next = Math.min(next, heartbeat.isWaiting() ? beat : Math.max(beat, pace.freeNanos()));
            if (lanes.size() > 0) {
                next = Math.min(next, pace.nextChangeNanos());
            }
        }
        return next;
    }

    private void mustClose(CloseReason reason, String text, SessionOutputs out) {
        phase = Phase.ENDING;
        handshakeDeadlineNanos = Long.MAX_VALUE;
        heartbeat.stop();
        out.happened(new SessionEvent.MustClose(reason, text));
    }

    private void notSent(List<ClientMessage> messages, String reason, SessionOutputs out) {
        for (ClientMessage message : messages) {
            boolean known =
                    message instanceof OrderRequest.PlaceOrder place
                            && orders.knows(place.orderId());
            out.happened(new SessionEvent.NotSent(message, known, reason));
        }
    }

    /** Tells whether requests may be sent. */
    public boolean isReady() {
        return phase == Phase.READY;
    }

    /** Returns the version both speak; meaningful from ready on. */
    public int serverVersion() {
        return serverVersion;
    }

    /** Takes the next order id: above every id used here and every id TWS ever showed. */
    public int takeOrderId() {
        return orderIds.take();
    }

    /** Returns the highest order id used or seen, to be kept over a restart. */
    public int orderIdHighWater() {
        return orderIds.highest();
    }

    /** Raises the high-water mark to one that was kept. */
    public void restoreOrderIdHighWater(int highest) {
        orderIds.used(highest);
    }

    /** Returns an id for a request, from a range no order id reaches, as both share error ids. */
    public int takeRequestId() {
        lastRequestId++;
        return lastRequestId;
    }

    /** Tells how many messages wait for the pace. */
    public int waitingMessages() {
        return lanes.size();
    }
}
