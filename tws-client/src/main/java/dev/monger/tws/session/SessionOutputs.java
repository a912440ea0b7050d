package dev.monger.tws.session;

/**
 * Where a session puts what it wants done. Implementations keep it for after the call; they do not
 * call the session back from in here, since its step is not over yet.
 */
public interface SessionOutputs {

    /** Bytes for the socket, whole frames, in order. */
    void write(byte[] bytes);

    /** Something the owner should know. */
    void happened(SessionEvent event);
}
