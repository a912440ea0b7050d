package dev.monger.tws.codec;

import dev.monger.tws.message.ClientMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

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

    /**
     * Reads the payload of one frame as {@link #decode} does, but gives the message itself, so that
     * nothing is allocated besides it.
     *
     * @return null when the frame is no message that is known; decode says then what it is
     */
    public @Nullable ClientMessage read(ByteBuffer payload) {
        return ClientLayouts.TABLE.read(reader, payload);
    }
}
