package dev.monger.tws.codec;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.OrderRequest.PlaceOrder;

/** Writes what a client says. Fields that the negotiated version does not carry are left out. */
public final class ClientMessageEncoder {

    private final FieldWriter writer;
    private final UsualOrders usual;

    /** Writes for one negotiated version. */
    public ClientMessageEncoder(int serverVersion) {
        writer = new FieldWriter(serverVersion);
        usual = new UsualOrders(serverVersion);
    }

    /**
     * Returns the whole frame, with its length.
     *
     * @throws IllegalArgumentException when a text holds a NUL or the version has no such message
     */
    public byte[] encode(ClientMessage message) {
        writer.begin();
        if (!(message instanceof PlaceOrder order && usual.write(writer, order))) {
            ClientLayouts.write(writer, message);
        }
        return writer.frame();
    }
}
