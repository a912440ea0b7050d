package dev.monger.tws.session;

/** Requests that a session answers as a whole. */
public enum RequestKind {
    CONTRACT_DETAILS,
    OPEN_ORDERS,
    ALL_OPEN_ORDERS,
    EXECUTIONS,
    COMPLETED_ORDERS,
    POSITIONS,
    HISTORICAL_DATA
}
