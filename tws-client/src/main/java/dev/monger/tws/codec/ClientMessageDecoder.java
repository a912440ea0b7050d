package dev.monger.tws.codec;

import dev.monger.tws.message.ClientMessage;
import java.nio.ByteBuffer;

/** Reads what a client says; for a server. */
public final class ClientMessageDecoder {

    private final FieldReader reader;

    /** Reads at one negotiated version. */
    public ClientMessageDecoder(int serverVersion) {
        reader = new FieldReader(serverVersion);
    }

    /** Reads the payload of one frame, without its length; the buffer's position is left alone. */
    public Decoded<ClientMessage> decode(ByteBuffer payload) {
        return ClientLayouts.TABLE.decode(reader, payload);
    }
}
