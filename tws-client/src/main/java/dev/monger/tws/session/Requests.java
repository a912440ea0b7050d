package dev.monger.tws.session;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Requests whose end is awaited, in the order they were sent.
 *
 * <p>The ends of some requests carry no id. When such a request passed its deadline, its end may
 * still come, and must not end the next request of the kind; so it stays, expired, for one more
 * deadline, and the next one of the kind leaves only after it.
 */
final class Requests {

    private static final int END_APART_SINCE = 196;

    private static final class Pending {
        private final RequestKey key;
        private final List<ServerMessage> listed = new ArrayList<>();
        private long deadlineNanos;
        private boolean expired;

        Pending(RequestKey key, long deadlineNanos) {
            this.key = key;
            this.deadlineNanos = deadlineNanos;
        }

        /** Own and all open orders end with the same message. */
        boolean endsLike(RequestKind kind) {
            return key.kind() == kind || (isOfOpenOrders(key.kind()) && isOfOpenOrders(kind));
        }
    }

    private final SessionSettings.Times times;
    private final List<Pending> pending = new ArrayList<>();

    Requests(SessionSettings.Times times) {
        this.times = times;
    }

    /**
     * Tells whether a request must wait: the end of an earlier one that passed its deadline may
     * still come, and carries nothing to know it by. After one more deadline it may go.
     */
    boolean mustWait(RequestKey key) {
        return key.requestId() == 0
                && pending.stream()
                        .anyMatch(request -> request.expired && request.endsLike(key.kind()));
    }

    void sent(RequestKey key, long nowNanos) {
        pending.add(new Pending(key, nowNanos + deadlineNanos(key.kind())));
    }

    private long deadlineNanos(RequestKind kind) {
        return switch (kind) {
            case CONTRACT_DETAILS, HISTORICAL_DATA -> times.requestDeadlineNanos();
            case OPEN_ORDERS, ALL_OPEN_ORDERS, EXECUTIONS, COMPLETED_ORDERS, POSITIONS ->
                    times.listDeadlineNanos();
        };
    }

    /** A list is wanted no longer: its end, which may be on its way, must end no later one. */
    void cancelled(RequestKind kind, long nowNanos, SessionOutputs out) {
        for (Pending request : pending) {
            if (request.key.kind() == kind && !request.expired) {
                tell(request, new Answer.Unknown(0, "cancelled"), out);
                request.expired = true;
                request.deadlineNanos = nowNanos + deadlineNanos(kind);
            }
        }
    }

    /** Adds a message to the request it belongs to, and ends the request when it is the end. */
    void received(ServerMessage message, int serverVersion, SessionOutputs out) {
        switch (message) {
            case ReferenceMessage.ContractData m ->
                    list(RequestKind.CONTRACT_DETAILS, m.requestId(), m);
            case ReferenceMessage.BondContractData m ->
                    list(RequestKind.CONTRACT_DETAILS, m.requestId(), m);
            case ReferenceMessage.ContractDataEnd m ->
                    end(RequestKind.CONTRACT_DETAILS, m.requestId(), out);
            case OrderMessage.ExecDetails m -> list(RequestKind.EXECUTIONS, m.requestId(), m);
            case OrderMessage.ExecDetailsEnd m -> end(RequestKind.EXECUTIONS, m.requestId(), out);
            case OrderMessage.OpenOrder m -> listOpen(m);
            case OrderMessage.OrderStatus m -> listOpen(m);
            case OrderMessage.OpenOrderEnd _ -> firstOpen().ifPresent(request -> end(request, out));
            case OrderMessage.CompletedOrder m -> list(RequestKind.COMPLETED_ORDERS, 0, m);
            case OrderMessage.CompletedOrdersEnd _ -> end(RequestKind.COMPLETED_ORDERS, 0, out);
            case AccountMessage.Position m -> list(RequestKind.POSITIONS, 0, m);
            case AccountMessage.PositionEnd _ -> end(RequestKind.POSITIONS, 0, out);
            case MarketDataMessage.HistoricalData m ->
                    list(RequestKind.HISTORICAL_DATA, m.requestId(), m);
            default -> {
                // Other messages belong to no request that is answered as a whole.
            }
        }
        if (message instanceof MarketDataMessage data) {
            endOfHistory(data, serverVersion)
                    .ifPresent(id -> end(RequestKind.HISTORICAL_DATA, id, out));
        }
    }

    /** The id of the request for the past of which a message is the end, if it is one. */
    static OptionalInt endOfHistory(MarketDataMessage message, int serverVersion) {
        return switch (message) {
            case MarketDataMessage.HistoricalData m when serverVersion < END_APART_SINCE ->
                    OptionalInt.of(m.requestId());
            case MarketDataMessage.HistoricalDataEnd m -> OptionalInt.of(m.requestId());
            default -> OptionalInt.empty();
        };
    }

    /** Tells whether an id is that of a request whose end is awaited. */
    boolean awaits(int requestId) {
        return awaited(requestId).isPresent();
    }

    /** Ends the request an error is about, unless the error only informs. */
    void failed(SessionMessage.ErrorMessage error, ErrorKind kind, SessionOutputs out) {
        if (!kind.endsRequest()) {
            return;
        }
        awaited(error.id())
                .ifPresent(request -> {
                    pending.remove(request);
                    tell(request, answer(error, kind), out);
                });
    }

    /** The history service says by an error that there are no such bars. */
    private static Answer answer(SessionMessage.ErrorMessage error, ErrorKind kind) {
        boolean none =
                kind == ErrorKind.HISTORY && HistoryError.of(error.text()) == HistoryError.NO_DATA;
        return none ? new Answer.ListedEmpty() : new Answer.Unknown(error.code(), error.text());
    }

    private Optional<Pending> awaited(int requestId) {
        return pending.stream()
                .filter(request -> request.key.requestId() == requestId && requestId > 0)
                .findFirst();
    }

    private void list(RequestKind kind, int requestId, ServerMessage message) {
        first(kind, requestId).ifPresent(request -> request.listed.add(message));
    }

    private void listOpen(ServerMessage message) {
        firstOpen().ifPresent(request -> request.listed.add(message));
    }

    private void end(RequestKind kind, int requestId, SessionOutputs out) {
        first(kind, requestId).ifPresent(request -> end(request, out));
    }

    private void end(Pending request, SessionOutputs out) {
        pending.remove(request);
        tell(
                request,
                request.listed.isEmpty()
                        ? new Answer.ListedEmpty()
                        : new Answer.Listed(request.listed),
                out);
    }

    private static void tell(Pending request, Answer answer, SessionOutputs out) {
        if (!request.expired) {
            out.happened(new SessionEvent.Answered(request.key, answer));
        }
    }

    private Optional<Pending> first(RequestKind kind, int requestId) {
        return pending.stream()
                .filter(request ->
                        request.key.kind() == kind && request.key.requestId() == requestId)
                .findFirst();
    }

    /** Own and all open orders end with the same message, so the one sent first ends first. */
    private Optional<Pending> firstOpen() {
        return pending.stream().filter(request -> isOfOpenOrders(request.key.kind())).findFirst();
    }

    private static boolean isOfOpenOrders(RequestKind kind) {
        return kind == RequestKind.OPEN_ORDERS || kind == RequestKind.ALL_OPEN_ORDERS;
    }

    void woke(long nowNanos, SessionOutputs out) {
        for (Pending request : List.copyOf(pending)) {
            if (nowNanos < request.deadlineNanos) {
                continue;
            }
            if (request.expired) {
                pending.remove(request);
            } else {
                tell(request, new Answer.Unknown(0, "no end within the deadline"), out);
                request.expired = true;
                request.deadlineNanos = nowNanos + deadlineNanos(request.key.kind());
            }
        }
    }

    long nextWakeNanos() {
        return pending.stream()
                .mapToLong(request -> request.deadlineNanos)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    void closed(SessionOutputs out) {
        List<Pending> lost = List.copyOf(pending);
        pending.clear();
        for (Pending request : lost) {
            tell(request, new Answer.Unknown(0, "the connection closed"), out);
        }
    }
}
