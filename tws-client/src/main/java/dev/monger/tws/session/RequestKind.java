package dev.monger.tws.session;

import dev.monger.tws.message.ClientMessage;
import java.util.Optional;

/** Requests that a session answers as a whole. */
public enum RequestKind {
    CONTRACT_DETAILS,
    OPEN_ORDERS,
    ALL_OPEN_ORDERS,
    EXECUTIONS,
    COMPLETED_ORDERS,
    POSITIONS,
    HISTORICAL_DATA;

    /** Returns the kind of a message; empty when it is none that is answered as a whole. */
    public static Optional<RequestKind> of(ClientMessage message) {
        return Requests.keyOf(message).map(RequestKey::kind);
    }
}
