package dev.monger.tws.transport;

import dev.monger.tws.session.ClientSession;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import dev.monger.tws.session.SessionSettings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The smallest whole client: connects, waits until it is ready, tells what TWS said. */
final class HelloTws implements SocketListener, SessionOutputs {

    private final TwsSocket socket = new TwsSocket();
    private final ClientSession session = new ClientSession(SessionSettings.defaults(7));
    private final List<SessionEvent> events = new ArrayList<>();
    private boolean over;

    /** Returns what happened until TWS was ready, or the connection was lost. */
    static List<SessionEvent> run(String host, int port) {
        HelloTws hello = new HelloTws();
        try (TwsSocket socket = hello.socket) {
            socket.connect(host, port);
            while (!hello.over && !hello.session.isReady()) {
                socket.select(hello.waitNanos(), hello);
                hello.session.woke(System.nanoTime(), hello);
            }
        }
        return hello.events;
    }

    /** Never means long, not a difference that could overflow. */
    private long waitNanos() {
        long next = session.nextWakeNanos();
        return next == Long.MAX_VALUE ? Long.MAX_VALUE : next - System.nanoTime();
    }

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
        session.closed(System.nanoTime(), this);
        over = true;
    }

    @Override
    public void write(byte[] bytes) {
        socket.write(bytes);
    }

    @Override
    public void happened(SessionEvent event) {
        events.add(event);
        over = over || event instanceof SessionEvent.MustClose;
    }
}
