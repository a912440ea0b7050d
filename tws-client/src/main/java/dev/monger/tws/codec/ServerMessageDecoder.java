package dev.monger.tws.codec;

import dev.monger.tws.message.ServerMessage;
import java.nio.ByteBuffer;

/** Reads what TWS says; for a client. */
public final class ServerMessageDecoder {

    private final FieldReader reader;

    /** Reads at one negotiated version. */
    public ServerMessageDecoder(int serverVersion) {
        reader = new FieldReader(serverVersion);
    }

    /** Reads the payload of one frame, without its length; the buffer's position is left alone. */
    public Decoded<ServerMessage> decode(ByteBuffer payload) {
        return ServerLayouts.TABLE.decode(reader, payload);
    }
}
