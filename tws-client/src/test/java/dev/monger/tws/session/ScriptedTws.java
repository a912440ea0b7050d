package dev.monger.tws.session;

import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The other end of the line: speaks the protocol to a session and remembers what both said. */
final class ScriptedTws implements SessionOutputs {

    static final long SECOND = 1_000_000_000L;

    final ClientSession session;
    private final int version;
    private final List<SessionEvent> events = new ArrayList<>();
    private final List<ClientMessage> heard = new ArrayList<>();
    private final FrameReader frames = new FrameReader();
    private boolean hello;
    private int clientId = -1;
    long now = 7;

    ScriptedTws(SessionSettings settings, int version) {
        this.session = new ClientSession(settings);
        this.version = version;
    }

    /** A session that is ready, its first probe answered, and nothing remembered. */
    static ScriptedTws ready(SessionSettings settings) {
        ScriptedTws tws = new ScriptedTws(settings, 200);
        tws.becomesReady();
        tws.takeEvents();
        tws.takeHeard();
        return tws;
    }

    /** Takes a call and lets the session become ready; its first probe is answered. */
    void becomesReady() {
        callAndGreet();
        says(new SessionMessage.ManagedAccounts(List.of("DU1234567")));
        says(new SessionMessage.NextValidId(101));
        says(
                version < 197
                        ? new SessionMessage.CurrentTime(1)
                        : new SessionMessage.CurrentTimeInMillis(1));
    }

    /** The id under which the client introduced itself last. */
    int clientId() {
        return clientId;
    }

    void callAndGreet() {
        session.opened(now, this);
        says(Handshake.serverHello(version, "20261124 09:30:00 US/Eastern"));
    }

    void says(byte[] bytes) {
        session.received(ByteBuffer.wrap(bytes), now, this);
    }

    void says(ServerMessage message) {
        says(new ServerMessageEncoder(version).encode(message));
    }

    Sending send(ClientMessage message, Lane lane) {
        return session.send(message, lane, now, this);
    }

    void passes(long nanos) {
        long end = now + nanos;
        while (session.nextWakeNanos() <= end) {
            now = Math.max(now, session.nextWakeNanos());
            session.woke(now, this);
        }
        now = end;
        session.woke(now, this);
    }

    void hangsUp() {
        session.closed(now, this);
    }

    List<SessionEvent> takeEvents() {
        List<SessionEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** What the client said, without its probes. */
    List<ClientMessage> takeHeard() {
        List<ClientMessage> taken =
                heard.stream()
                        .filter(message ->
                                !(message instanceof SessionRequest.RequestCurrentTimeInMillis)
                                        && !(message instanceof SessionRequest.RequestCurrentTime))
                        .toList();
        heard.clear();
        return taken;
    }

    @Override
    public void write(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length > 3 && bytes[0] == 'A') {
            hello = Handshake.readClientHello(buffer) instanceof Handshake.ClientHello.Announced;
            return;
        }
        if (!hello) {
            throw new AssertionError("a frame before the hello");
        }
        frames.append(buffer);
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            if (new ClientMessageDecoder(version).decode(payload)
                    instanceof Decoded.Message<ClientMessage>(ClientMessage message)) {
                heard.add(message);
                if (message instanceof SessionRequest.StartApi start) {
                    clientId = start.clientId();
                }
                // A TWS in good health says what time it is at once, unless a test forbids it.
                if (answersProbes && message instanceof SessionRequest.RequestCurrentTimeInMillis) {
                    answerDue = true;
                }
            } else {
                throw new AssertionError("not a message");
            }
        }
    }

    boolean answersProbes;
    private boolean answerDue;

    /** Lets time pass while TWS answers every probe. */
    void passesInGoodHealth(long nanos) {
        answersProbes = true;
        long end = now + nanos;
        while (now < end) {
            passes(Math.min(SECOND / 10, end - now));
            if (answerDue) {
                answerDue = false;
                says(new SessionMessage.CurrentTimeInMillis(now / 1_000_000));
            }
        }
        answersProbes = false;
    }

    @Override
    public void happened(SessionEvent event) {
        events.add(event);
    }
}
