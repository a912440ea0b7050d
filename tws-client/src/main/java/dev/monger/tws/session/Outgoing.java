package dev.monger.tws.session;

import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a session says: at once, or when the pace and the rules for history allow. A request for the
 * past, and a list whose end could be mistaken, wait apart, behind all other data.
 */
final class Outgoing {

    private final OrderChanges orders;
    private final HistoryPace history;
    private final Watcher watcher;
    private final Lanes lanes = new Lanes();
    private final HeldRequests held = new HeldRequests();
    private Pace pace;
    private ClientMessageEncoder encoder;
    private boolean linkDown;

    /** Who awaits the answers. */
    interface Watcher {

        /** Tells whether the end of an earlier list may still be taken for the end of this one. */
        boolean isMistakable(ClientMessage message);

        /** A message leaves. */
        void left(ClientMessage message, long nowNanos, SessionOutputs out);

        /** A message will never leave, though the session goes on. */
        void gaveUp(ClientMessage message, long nowNanos, SessionOutputs out);
    }

    /** Begins without a connection. */
    Outgoing(SessionSettings settings, OrderChanges orders, HistoryPace history, Watcher watcher) {
        this.orders = orders;
        this.history = history;
        this.watcher = watcher;
        pace = new Pace(settings.limits());
        encoder = new ClientMessageEncoder(settings.versions().max());
    }

    /** A connection begins. */
    void opened(SessionSettings.Limits limits, long nowNanos) {
        history.opened(nowNanos);
        pace = pace.next(limits, nowNanos);
        linkDown = false;
    }

    /** The version is agreed: introduces the client, before anything counts. */
    void greet(int serverVersion, SessionRequest.StartApi greeting, SessionOutputs out) {
        encoder = new ClientMessageEncoder(serverVersion);
        out.write(encoder.encode(greeting));
    }

    Sending send(ClientMessage message, Lane lane, long nowNanos, SessionOutputs out) {
        if (linkDown && lane == Lane.ENTRY && message instanceof OrderRequest.PlaceOrder) {
            return Sending.LINK_DOWN;
        }
        notSent(lanes.overtakenBy(message, orders::knows), "cancelled before it left", out);
        notSent(held.overtakenBy(message), "cancelled before it left", out);
        // Encoded before it is queued too, so that a caller's mistake shows here and not later.
        byte[] bytes = encoder.encode(message);
        if (HistoryPace.governs(message)) {
            Optional<String> never = HistoryPace.never(message);
            if (never.isPresent()) {
                out.happened(new SessionEvent.NotSent(message, false, never.get()));
                return Sending.REFUSED;
            }
            var request =
                    new HeldRequests.Held(message, lane, HistoryPace.Claim.of(message), nowNanos);
            if (!mayLeave(request, nowNanos)) {
                return hold(request, out);
            }
        } else if (watcher.isMistakable(message) || held.hasLike(message)) {
            notSent(held.removeLike(message), "a later one takes its place", out);
            return hold(new HeldRequests.Held(message, lane, null, nowNanos), out);
        } else if (!lanes.isEmpty(lane) || !pace.allows(lane, nowNanos)) {
            lanes.add(message, lane);
            return Sending.WAITING;
        }
        leave(message, bytes, lane, nowNanos, out);
        return Sending.SENT;
    }

    private Sending hold(HeldRequests.Held request, SessionOutputs out) {
        if (held.add(request)) {
            return Sending.WAITING;
        }
        notSent(List.of(request.message()), "too many requests wait", out);
        return Sending.FULL;
    }

    private boolean mayLeave(HeldRequests.Held waiting, long nowNanos) {
        return lanes.isEmpty(waiting.lane())
                && pace.allows(waiting.lane(), nowNanos)
                && (waiting.claim() == null
                        ? !watcher.isMistakable(waiting.message())
                        : history.earliestNanos(waiting.claim()) <= nowNanos);
    }

    /** Says something at once, whatever waits, though it counts for the pace. */
    void say(ClientMessage message, long nowNanos, SessionOutputs out) {
        leave(message, encoder.encode(message), Lane.DATA, nowNanos, out);
    }

    private void leave(
            ClientMessage message, byte[] bytes, Lane lane, long nowNanos, SessionOutputs out) {
        pace.sent(lane, nowNanos);
        if (message instanceof OrderRequest.PlaceOrder place) {
            orders.left(place);
        }
        if (HistoryPace.governs(message)) {
            history.sent(message, nowNanos);
        }
        HistoryPace.cancelled(message).ifPresent(history::ended);
        watcher.left(message, nowNanos, out);
        out.write(bytes);
    }

    /** Lets leave what may leave by now. */
    void woke(long nowNanos, SessionOutputs out) {
        for (Optional<Lanes.Waiting> next = lanes.take(pace, nowNanos);
                next.isPresent();
                next = lanes.take(pace, nowNanos)) {
            ClientMessage message = next.get().message();
            leave(message, encoder.encode(message), next.get().lane(), nowNanos, out);
        }
        held.take(
                waiting -> mayLeave(waiting, nowNanos),
                waiting -> {
                    ClientMessage message = waiting.message();
                    leave(message, encoder.encode(message), waiting.lane(), nowNanos, out);
                });
        List<ClientMessage> overdue = held.takeOverdue(nowNanos);
        notSent(overdue, "the broker's rules let it wait too long", out);
        overdue.forEach(message -> watcher.gaveUp(message, nowNanos, out));
    }

    /** TWS and the broker are apart: what waits to open must not leave now, nor may more come. */
    void linkLost(SessionOutputs out) {
        linkDown = true;
        notSent(lanes.removeEntries(), "TWS lost the broker", out);
    }

    void linkRestored() {
        linkDown = false;
    }

    void tooMuch(long nowNanos, SessionOutputs out) {
        out.happened(pace.tooMuch(nowNanos));
    }

    /** The connection is gone: nothing that waits will leave. */
    void closed(SessionOutputs out) {
        notSent(lanes.removeAll(), "the connection closed", out);
        notSent(held.removeAll(), "the connection closed", out);
    }

    private void notSent(List<ClientMessage> messages, String reason, SessionOutputs out) {
        for (ClientMessage message : messages) {
            boolean known =
                    message instanceof OrderRequest.PlaceOrder place
                            && orders.knows(place.orderId());
            out.happened(new SessionEvent.NotSent(message, known, reason));
        }
    }

    /** Tells whether the most urgent message might leave now. */
    boolean isFree(long nowNanos) {
        return pace.allows(Lane.EXIT, nowNanos);
    }

    /** When the most urgent message may leave. */
    long freeNanos() {
        return pace.freeNanos();
    }

    int waiting() {
        return lanes.size() + held.size();
    }

    long nextWakeNanos() {
        long next = lanes.isEmpty(Lane.EXIT) ? Long.MAX_VALUE : pace.freeNanos();
        if (!lanes.isEmpty(Lane.ENTRY) || !lanes.isEmpty(Lane.DATA)) {
            next = Math.min(next, pace.nextChangeNanos());
        }
        return Math.min(next, held.nextWakeNanos(this::leavesNanos));
    }

    /** A list waits for what wakes the session by itself. */
    private long leavesNanos(HeldRequests.Held waiting) {
        if (waiting.claim() == null && watcher.isMistakable(waiting.message())) {
            return Long.MAX_VALUE;
        }
        long earliest =
                waiting.claim() == null ? Long.MIN_VALUE : history.earliestNanos(waiting.claim());
        return Math.max(earliest, pace.nextDataNanos());
    }
}
