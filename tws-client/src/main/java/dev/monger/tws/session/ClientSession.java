package dev.monger.tws.session;

import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageDecoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A client's side of one connection after the other to TWS.
 *
 * <p>The owner tells what the socket did ({@link #opened}, {@link #received}, {@link #closed}),
 * gives messages to {@link #send}, says what it wants streamed ({@link #subscriptions}), and calls
 * {@link #woke} not later than {@link #nextWakeNanos} says. All times are the owner's monotonic
 * nanoseconds. The order ids and what is wanted survive a lost connection, everything else begins
 * anew. Not for use by several threads.
 */
public final class ClientSession {

    /** Below are the ids of orders, with which errors share their ids. */
    public static final int FIRST_REQUEST_ID = 1_000_000_000;

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
    private final Ticks ticks = new Ticks();
    private final FrameReader frames = new FrameReader();
    private final Conflation conflation;
    private final Requests requests;
    private final Heartbeat heartbeat;
    private final HistoryPace history;
    private final Subscriptions subscriptions;
    private final Outgoing outgoing;
    private final ErrorDesk errorDesk;
    private ServerMessageDecoder decoder;
    private Phase phase = Phase.CLOSED;
    private int serverVersion;
    private String connectionTime = "";
    private List<String> accounts = List.of();
    private boolean hasFirstOrderId;
    private long handshakeDeadlineNanos = Long.MAX_VALUE;
    private int lastRequestId = FIRST_REQUEST_ID;

    /** Begins without a connection. */
    public ClientSession(SessionSettings settings) {
        this.settings = settings;
        conflation = new Conflation(settings.conflateAboveFrames());
        requests = new Requests(settings.times());
        heartbeat = new Heartbeat(settings.times());
        history = new HistoryPace(2 * settings.times().requestDeadlineNanos());
        subscriptions = new Subscriptions(new Voice(), settings.times());
        outgoing = new Outgoing(settings, orders, history, new Awaited(requests, subscriptions));
        errorDesk = new ErrorDesk(requests, orders, history, outgoing, subscriptions);
        decoder = new ServerMessageDecoder(settings.versions().max());
    }

    /** What the subscriptions need of the session. */
    private final class Voice implements Subscriptions.Speaker {

        @Override
        public boolean isReady() {
            return phase == Phase.READY;
        }

        @Override
        public int takeRequestId() {
            return ClientSession.this.takeRequestId();
        }

        @Override
        public Sending say(ClientMessage message, long nowNanos, SessionOutputs out) {
            return send(message, Lane.DATA, nowNanos, out);
        }
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

    /** Returns the table error codes are read by. */
    public ErrorTable errors() {
        return settings.errors();
    }

    /** The socket is open: announces the versions. */
    public void opened(long nowNanos, SessionOutputs out) {
        if (phase != Phase.CLOSED) {
            throw new IllegalArgumentException("Condition failed: closed before it is opened");
        }
        frames.clear();
        ticks.clear();
        outgoing.opened(settings.limits(), nowNanos);
        accounts = List.of();
        hasFirstOrderId = false;
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
        outgoing.closed(out);
        requests.closed(out);
        subscriptions.closed(out);
    }

    /** Takes bytes of the socket, however split, and tells what they say. */
    public void received(ByteBuffer bytes, long nowNanos, SessionOutputs out) {
        if (phase == Phase.CLOSED || phase == Phase.ENDING) {
            return;
        }
        frames.append(bytes);
        BitSet superseded =
                phase == Phase.READY
                        ? conflation.superseded(frames, serverVersion, out)
                        : Conflation.NOTHING;
        for (int index = 0; phase != Phase.CLOSED && phase != Phase.ENDING; index++) {
            switch (frames.next()) {
                case FrameReader.Frame.Whole(ByteBuffer payload) -> {
                    if (!superseded.get(index)) {
                        frame(payload, nowNanos, out);
                    }
                }
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
            case Greeting.Outcome.Agreed(int version, String time) -> {
                serverVersion = version;
                connectionTime = time;
                decoder = new ServerMessageDecoder(version);
                phase = Phase.STARTING;
                outgoing.greet(version, new SessionRequest.StartApi(settings.clientId(), ""), out);
            }
            case Greeting.Outcome.Close(CloseReason reason, String text) ->
                    mustClose(reason, text, out);
        }
    }

    private void message(ServerMessage message, long nowNanos, SessionOutputs out) {
        if (message instanceof MarketDataMessage data) {
            marketData(data, nowNanos, out);
            return;
        }
        orderIds.seen(message, settings.clientId());
        orders.seen(message, settings.clientId());
        out.happened(new SessionEvent.Received(message));
        requests.received(message, serverVersion, out);
        subscriptions.received(message, nowNanos, out);
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

    private void marketData(MarketDataMessage message, long nowNanos, SessionOutputs out) {
        Optional<Tick> tick = ticks.read(message);
        if (tick.isPresent()) {
            out.happened(new SessionEvent.Ticked(tick.get()));
            subscriptions.ticked(tick.get(), nowNanos, out);
            return;
        }
        out.happened(new SessionEvent.Received(message));
        requests.received(message, serverVersion, out);
        if (message instanceof MarketDataMessage.MarketDataType type) {
            subscriptions.kindTold(type.requestId(), ticks.kindOf(type.requestId()), out);
        } else {
            subscriptions.received(message, nowNanos, out);
            Requests.endOfHistory(message, serverVersion).ifPresent(history::answered);
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
            subscriptions.ready(nowNanos, out);
        }
    }

    private void error(SessionMessage.ErrorMessage error, long nowNanos, SessionOutputs out) {
        ErrorKind kind = settings.errors().kindOf(error.code());
        errorDesk
                .take(new ErrorDesk.Read(error, kind), nowNanos, out)
                .ifPresent(close ->
                        mustClose(
                                close.reason(),
                                "client " + settings.clientId() + ": " + close.text(),
                                out));
    }

    /**
     * Says something to TWS, now or as soon as the pace and the rules for history allow.
     *
     * @throws IllegalArgumentException when a text holds a NUL or the version has no such message
     */
    public Sending send(ClientMessage message, Lane lane, long nowNanos, SessionOutputs out) {
        if (phase != Phase.READY) {
            return Sending.NOT_READY;
        }
        if (message instanceof OrderRequest.PlaceOrder place) {
            orderIds.used(place.orderId());
        }
        return outgoing.send(message, lane, nowNanos, out);
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
        subscriptions.woke(nowNanos, out);
        outgoing.woke(nowNanos, out);
    }

    private void probeWhenDue(long nowNanos, SessionOutputs out) {
        if (heartbeat.isDue(nowNanos) && outgoing.isFree(nowNanos)) {
            heartbeat.sent(nowNanos);
            outgoing.say(Heartbeat.probe(serverVersion), nowNanos, out);
        }
    }

    /** Returns when {@link #woke} has something to do, or the largest long when never. */
    public long nextWakeNanos() {
        long next = Math.min(handshakeDeadlineNanos, requests.nextWakeNanos());
        if (phase == Phase.READY) {
            long beat = heartbeat.nextWakeNanos();
            next =
                    Math.min(
                            next,
                            heartbeat.isWaiting() ? beat : Math.max(beat, outgoing.freeNanos()));
            next = Math.min(next, subscriptions.nextWakeNanos());
            next = Math.min(next, outgoing.nextWakeNanos());
        }
        return next;
    }

    private void mustClose(CloseReason reason, String text, SessionOutputs out) {
        phase = Phase.ENDING;
        handshakeDeadlineNanos = Long.MAX_VALUE;
        heartbeat.stop();
        out.happened(new SessionEvent.MustClose(reason, text));
    }

    /** Returns what is wanted of TWS's streams, to be changed and looked at. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Tells whether requests may be sent. */
    public boolean isReady() {
        return phase == Phase.READY;
    }

    /** Returns the version both speak; meaningful from ready on. */
    public int serverVersion() {
        return serverVersion;
    }

    /** Tells whether an order id is left; none is where TWS offers only ids of requests. */
    public boolean hasOrderId() {
        return orderIds.hasNext();
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
        return outgoing.waiting();
    }
}
