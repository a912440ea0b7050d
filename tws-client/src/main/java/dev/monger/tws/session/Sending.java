package dev.monger.tws.session;

/** What became of a message given to a session. */
public enum Sending {
    /** It left with the outputs of this call. */
    SENT,
    /** It waits in its lane for the pace; a later call lets it leave, or tells that it did not. */
    WAITING,
    /** The session is not ready; the message is forgotten. */
    NOT_READY,
    /**
     * TWS and the broker are apart, and the message is an order in the entry lane: TWS would keep
     * it and send it who knows when. It is forgotten.
     */
    LINK_DOWN,
    /** So many requests wait already that it is forgotten; later there may be room. */
    FULL,
    /** Such a request can never be answered; NotSent says why. */
    REFUSED
}
