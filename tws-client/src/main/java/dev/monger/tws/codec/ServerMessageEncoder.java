package dev.monger.tws.codec;

import dev.monger.tws.message.ServerMessage;

/** Writes what TWS says. Fields that the negotiated version does not carry are left out. */
public final class ServerMessageEncoder {

    private final FieldWriter writer;

    /** Writes for one negotiated version. */
    public ServerMessageEncoder(int serverVersion) {
        writer = new FieldWriter(serverVersion);
    }

    /**
     * Returns the whole frame, with its length.
     *
     * @throws IllegalArgumentException when a text holds a NUL or the version has no such message
     */
    public byte[] encode(ServerMessage message) {
        writer.begin();
        ServerLayouts.write(writer, message);
        return writer.frame();
    }
}
