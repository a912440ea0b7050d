package dev.monger.tws.codec;

import dev.monger.tws.message.ClientMessage;

/** Writes what a client says. Fields that the negotiated version does not carry are left out. */
public final class ClientMessageEncoder {

    private final FieldWriter writer;

    /** Writes for one negotiated version. */
    public ClientMessageEncoder(int serverVersion) {
        writer = new FieldWriter(serverVersion);
    }

    /**
     * Returns the whole frame, with its length.
     *
     * @throws IllegalArgumentException when a text holds a NUL or the version has no such message
     */
    public byte[] encode(ClientMessage message) {
        writer.begin();
        ClientLayouts.write(writer, message);
        return writer.frame();
    }
}
