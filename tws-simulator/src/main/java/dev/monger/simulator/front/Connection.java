package dev.monger.simulator.front;

/** The client's end of one connection, as the transport sees it. */
public interface Connection {

    /**
     * Bytes came, any part of any number of frames; {@code nowNanos} is market time and never goes
     * back.
     */
    void received(byte[] bytes, long nowNanos);

    /** The client has taken everything after it was behind: what was kept back may leave. */
    void caughtUp();

    /** The client closed the connection, or it broke. */
    void closedByPeer();

    /** Whether TWS has closed it or the client has. */
    boolean isClosed();
}
