package dev.monger.tws.transport;

import java.nio.ByteBuffer;

/** What a socket tells its owner, only from within {@link TwsSocket#select}. */
public interface SocketListener {

    /** The connection stands; bytes may be written. */
    void connected();

    /** Bytes came; the buffer is valid during the call only. */
    void received(ByteBuffer bytes);

    /**
     * The connection is gone, or never came to be; {@link TwsSocket#connect} may be called again.
     */
    void disconnected(String reason);
}
