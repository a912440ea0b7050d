package dev.monger.simulator.front;

/** Where one session's bytes go. */
public interface ConnectionOutput {

    /** Whole frames to be written in order. */
    void send(byte[] bytes);

    /** Whether the client has not yet taken what was sent before. */
    default boolean isBehind() {
        return false;
    }

    /** TWS closes the connection after what was sent before. */
    void close();
}
