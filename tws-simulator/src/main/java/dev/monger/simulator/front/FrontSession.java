package dev.monger.simulator.front;

import dev.monger.simulator.fault.Fate;
import dev.monger.simulator.fault.Link;
import dev.monger.simulator.fault.SessionFaults;
import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection to TWS: from the first bytes to the close.
 *
 * <p>What is said in one moment is collected and leaves together, through the faults, when {@link
 * #flush} is called.
 */
final class FrontSession implements Connection, SessionOutput {
    private static final int NO_CLIENT = Integer.MIN_VALUE;

    private final Front front;
    private final ConnectionOutput output;
    private final FrameReader frames = new FrameReader();
    private final List<ServerMessage> batch = new ArrayList<>();

    /** What a client that does not keep up is told later, and only as it stands then. */
    private final KeptTicks kept = new KeptTicks();

    /** What faults have had their way with and goes out as it is. */
    private final List<ServerMessage> ready = new ArrayList<>();

    private final SessionFaults faults;
    private ByteBuffer greeting = ByteBuffer.allocate(0);
    private int version;
    private int clientId = NO_CLIENT;
    private boolean closed;
    private boolean dropsAnswers;
    private boolean deaf;
    private @Nullable ClientMessageDecoder decoder;
    private @Nullable ServerMessageEncoder encoder;
    private @Nullable SessionRequests requests;

    FrontSession(Front front, ConnectionOutput output) {
        this.front = front;
        this.output = output;
        this.faults = front.faults().session(this::later);
    }

    @Override
    public void received(byte[] bytes, long nowNanos) {
        front.advanceTo(nowNanos);
        if (closed || deaf) {
            return;
        }
        if (decoder == null) {
            greet(bytes);
        } else {
            frames.append(ByteBuffer.wrap(bytes));
        }
        readFrames();
        front.flush();
    }

    private void greet(byte[] bytes) {
        ByteBuffer all =
                ByteBuffer.allocate(greeting.remaining() + bytes.length)
                        .put(greeting)
                        .put(bytes)
                        .flip();
        switch (Handshake.readClientHello(all)) {
            case Handshake.ClientHello.Partial partial -> greeting = all;
            case Handshake.ClientHello.Refused refused -> close();
            case Handshake.ClientHello.Announced(int min, int max, String options) -> {
                version = Math.min(max, front.context().settings().highestVersion());
                if (version < 151) {
                    close();
                    return;
                }
                if (!faults.answersHello()) {
                    deaf = true;
                    return;
                }
                decoder = new ClientMessageDecoder(version);
                encoder = new ServerMessageEncoder(version);
                output.send(
                        Handshake.serverHello(
                                version,
                                faults.connectionTime(
                                        TimeTexts.greeting(front.context().nowNanos()))));
                frames.append(all);
            }
        }
    }

    private void readFrames() {
        while (!closed && decoder != null) {
            switch (frames.next()) {
                case FrameReader.Frame.Partial partial -> {
                    return;
                }
                case FrameReader.Frame.Oversized oversized -> close();
                case FrameReader.Frame.Whole whole ->
                        decoded(decoder.decode(whole.payload()), whole.payload());
            }
        }
    }

    private void decoded(Decoded<ClientMessage> decoded, ByteBuffer payload) {
        switch (decoded) {
            case Decoded.Message<ClientMessage>(ClientMessage message) -> handle(message);
            case Decoded.Unknown<ClientMessage>(int id) ->
                    UnservedRequests.answer(id, payload, this);
            case Decoded.Malformed<ClientMessage> malformed ->
                    error(-1, 320, "Error reading request. " + malformed);
        }
    }

    private void handle(ClientMessage message) {
        meet(message, faults.fate(message));
    }

    private void meet(ClientMessage message, Fate fate) {
        switch (fate) {
            case Fate.Swallowed _ -> {
                // Nobody will ever hear of it.
            }
            case Fate.DroppedBefore _ -> close();
            case Fate.Handled _ -> answer(message);
            case Fate.DroppedAfter _ -> {
                dropsAnswers = true;
                answer(message);
                close();
            }
            case Fate.HandledWith(List<ServerMessage> besides) -> {
                answer(message);
                besides.forEach(this::send);
            }
            case Fate.Answered(List<ServerMessage> instead, boolean closes) -> {
                instead.forEach(this::send);
                if (closes) {
                    flush();
                    close();
                }
            }
            case Fate.Delayed(long delayNanos) ->
                    front.context()
                            .agenda()
                            .at(front.context().nowNanos() + delayNanos, () -> itsTurn(message));
            case Fate.HeldForLink(List<ServerMessage> meanwhile) -> {
                meanwhile.forEach(this::send);
                link().waits(clientId, message, () -> sentOn(message));
            }
            case Fate.DeletedByLink(
                            List<ServerMessage> meanwhile,
                            int id,
                            int code,
                            String text) -> {
                meanwhile.forEach(this::send);
                link().waits(clientId, message, () -> heir().error(id, code, text));
            }
        }
    }

    private Link link() {
        return front.faults().link();
    }

    /**
     * An order is TWS's own by now, and what becomes of it is told to whoever has the client's id
     * then; anything else ends with the connection that asked for it.
     */
    private void sentOn(ClientMessage message) {
        if (!closed || message instanceof OrderRequest) {
            FrontSession heir = heir();
            heir.meet(message, heir.faults.sentOn(message));
        }
    }

    /** The client's session by now; this one when it has no other. */
    private FrontSession heir() {
        FrontSession present = closed ? front.sessionOf(clientId) : null;
        return present == null ? this : present;
    }

    private void itsTurn(ClientMessage message) {
        if (!closed) {
            meet(message, faults.fateWithinPace(message));
        }
    }

    private void answer(ClientMessage message) {
        if (message instanceof dev.monger.tws.message.SessionRequest.StartApi start) {
            start(start.clientId());
        } else if (requests != null) {
            requests.handle(message);
        }
        // What is asked before startApi TWS drops.
    }

    private void start(int wanted) {
        if (requests != null) {
            return;
        }
        if (front.isInUse(wanted)) {
            error(
                    -1,
                    326,
                    "Unable to connect as the client id is already in use. Retry with a unique client id.");
            flush();
            close();
            return;
        }
        clientId = wanted;
        requests = new SessionRequests(front, this);
        requests.begin();
    }

    @Override
    public void send(ServerMessage message) {
        if (!closed) {
            batch.add(message);
        }
    }

    @Override
    public void error(int id, int code, String text) {
        long millis = Math.floorDiv(front.context().nowNanos(), 1_000_000L);
        send(new SessionMessage.ErrorMessage(id, code, text, "", millis));
    }

    /** Lets what was said leave. */
    void flush() {
        if ((batch.isEmpty() && ready.isEmpty()) || encoder == null) {
            return;
        }
        List<ServerMessage> told = new ArrayList<>(ready);
        ready.clear();
        List<ServerMessage> said = List.copyOf(batch);
        batch.clear();
        told.addAll(faults.told(said));
        if (!closed && !dropsAnswers && !told.isEmpty()) {
            write(output.isBehind() ? kept.passing(told) : told);
        }
    }

    @Override
    public void caughtUp() {
        if (!closed && !dropsAnswers) {
            write(kept.takeAll());
        }
    }

    private void write(List<ServerMessage> told) {
        ServerMessageEncoder writer = encoder;
        if (told.isEmpty() || writer == null) {
            return;
        }
        int length = 0;
        List<byte[]> encoded = new ArrayList<>();
        for (ServerMessage message : told) {
            byte[] frame = writer.encode(message);
            encoded.add(frame);
            length += frame.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        encoded.forEach(bytes::put);
        output.send(bytes.array());
    }

    private void later(long delayNanos, ServerMessage message) {
        front.context()
                .agenda()
                .at(
                        front.context().nowNanos() + delayNanos,
                        () -> {
                            if (!closed && !faults.isSilent()) {
                                ready.add(message);
                            }
                        });
    }

    void close() {
        if (!closed) {
            closed = true;
            front.left(this);
            output.close();
        }
    }

    @Override
    public void closedByPeer() {
        closed = true;
        front.left(this);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    /** Whether startApi was accepted. */
    boolean isRunning() {
        return !closed && requests != null;
    }

    SessionFaults faults() {
        return faults;
    }

    @Nullable SessionRequests requests() {
        return requests;
    }

    @Override
    public int clientId() {
        return clientId;
    }

    @Override
    public int version() {
        return version;
    }
}
