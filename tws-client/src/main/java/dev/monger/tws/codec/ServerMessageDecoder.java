package dev.monger.tws.codec;

import dev.monger.tws.message.ServerMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads what TWS says; for a client. */
public final class ServerMessageDecoder {

    private final FieldReader reader;
    private final HotMessages hot;

    /** Reads at one negotiated version. */
    public ServerMessageDecoder(int serverVersion) {
        Texts texts = new Texts();
        reader = new FieldReader(serverVersion, texts);
        hot = new HotMessages(texts);
    }

    /** Reads the payload of one frame, without its length; the buffer's position is left alone. */
    public Decoded<ServerMessage> decode(ByteBuffer payload) {
        ServerMessage usual = hot.read(payload);
        return usual == null
                ? ServerLayouts.TABLE.decode(reader, payload)
                : new Decoded.Message<>(usual);
    }

    /**
     * Reads the payload of one frame as {@link #decode} does, but gives the message itself, so that
     * nothing is allocated besides it.
     *
     * @return null when the frame is no message that is known; decode says then what it is
     */
    public @Nullable ServerMessage read(ByteBuffer payload) {
        ServerMessage usual = hot.read(payload);
        return usual == null ? ServerLayouts.TABLE.read(reader, payload) : usual;
    }
}
