package dev.monger.tws.session;

/** Why a connection must be closed by its owner. */
public enum CloseReason {
    /** TWS answered with a version below the least one accepted. */
    SERVER_TOO_OLD,
    /** TWS answered with a version above the greatest one announced. */
    SERVER_TOO_NEW,
    /** TWS still holds this client id: connect again with the same id after a pause. */
    CLIENT_ID_IN_USE,
    /** The socket opened, but TWS did not finish the handshake in time. */
    HANDSHAKE_SILENT,
    /** The socket is open, but TWS no longer answers. */
    HALF_OPEN,
    /** TWS itself gives the connection up: connect again after a pause. */
    BROKEN,
    /** TWS listens on another port from now on. */
    PORT_CHANGED,
    /** What came is not this protocol. */
    NOT_TWS
}
