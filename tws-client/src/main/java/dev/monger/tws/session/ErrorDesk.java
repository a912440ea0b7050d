package dev.monger.tws.session;

import dev.monger.tws.message.SessionMessage.ErrorMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.Optional;

/** Does what an error message asks of the parts of a session. */
final class ErrorDesk {

    private final Requests requests;
    private final OrderChanges orders;
    private final HistoryPace history;
    private final Outgoing outgoing;
    private final Subscriptions subscriptions;

    ErrorDesk(
            Requests requests,
            OrderChanges orders,
            HistoryPace history,
            Outgoing outgoing,
            Subscriptions subscriptions) {
        this.requests = requests;
        this.orders = orders;
        this.history = history;
        this.outgoing = outgoing;
        this.subscriptions = subscriptions;
    }

    /** An error and what its code means. */
    record Read(ErrorMessage error, ErrorKind kind) {

        /** Tells whether the id can be that of an order. */
        boolean hasOrderId() {
            return error.id() > 0 && error.id() < ClientSession.FIRST_REQUEST_ID;
        }
    }

    /** Takes an error that came; tells why the connection must be closed, if it must. */
    Optional<SessionEvent.MustClose> take(Read read, long nowNanos, SessionOutputs out) {
        ErrorMessage error = read.error();
        ErrorKind kind = read.kind();
        boolean ofOrder = read.hasOrderId() && !requests.awaits(error.id());
        requests.failed(error, kind, out);
        Notices.tell(error, kind, out);
        if (ofOrder) {
            out.happened(
                    new SessionEvent.OrderRemarked(
                            error.id(),
                            orders.remark(error.id(), kind),
                            error.code(),
                            error.text()));
        } else if (kind.endsRequest()) {
            history.ended(error.id());
        }
        ofData(read, nowNanos, out);
        return ofSession(read, nowNanos, out);
    }

    private Optional<SessionEvent.MustClose> ofSession(
            Read read, long nowNanos, SessionOutputs out) {
        String text = read.error().text();
        return switch (read.kind()) {
            case CLIENT_ID_IN_USE ->
                    close(
                            CloseReason.CLIENT_ID_IN_USE,
                            "the id is in use, or TWS still holds it after a lost connection: "
                                    + text);
            case CONNECTION_BROKEN -> close(CloseReason.BROKEN, read.error().code() + " " + text);
            case PORT_CHANGED -> close(CloseReason.PORT_CHANGED, text);
            case PACING -> {
                outgoing.tooMuch(nowNanos, out);
                yield Optional.empty();
            }
            case DUPLICATE_ORDER_ID -> {
                outgoing.send(new SessionRequest.RequestIds(1), Lane.DATA, nowNanos, out);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<SessionEvent.MustClose> close(CloseReason reason, String text) {
        return Optional.of(new SessionEvent.MustClose(reason, text));
    }

    private void ofData(Read read, long nowNanos, SessionOutputs out) {
        switch (read.kind()) {
            case LINK_LOST -> {
                outgoing.linkLost(out);
                subscriptions.linkLost();
            }
            case LINK_RESTORED -> {
                outgoing.linkRestored();
                subscriptions.linkRestored(false, nowNanos, out);
            }
            case LINK_RESTORED_WITHOUT_DATA -> {
                history.dataLost();
                outgoing.linkRestored();
                subscriptions.linkRestored(true, nowNanos, out);
            }
            case HISTORY -> {
                if (HistoryError.of(read.error().text()) == HistoryError.PACING) {
                    history.violated(nowNanos);
                }
                subscriptions.failed(read.error(), read.kind(), nowNanos, out);
            }
            default -> {
                Notices.farm(read.error(), read.kind())
                        .ifPresent(farm -> subscriptions.farm(farm, nowNanos));
                subscriptions.failed(read.error(), read.kind(), nowNanos, out);
            }
        }
    }
}
