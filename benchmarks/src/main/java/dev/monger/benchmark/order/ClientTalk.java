package dev.monger.benchmark.order;

import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest.RequestMarketData;
import java.nio.ByteBuffer;

/** Reads along what a monger says, to know under which request its quotes come. */
final class ClientTalk {

    private static final int VERSION = 200;
    private static final int HELLO_MARK = 'A';

    private final FrameReader frames = new FrameReader();
    private final ClientMessageDecoder decoder = new ClientMessageDecoder(VERSION);
    private int quotesId = -1;

    void said(byte[] bytes) {
        if (bytes[0] == HELLO_MARK) {
            return;
        }
        frames.append(ByteBuffer.wrap(bytes));
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            ClientMessage message = decoder.read(payload);
            if (message instanceof RequestMarketData request && !request.snapshot()) {
                quotesId = request.requestId();
            }
        }
    }

    int quotesId() {
        return quotesId;
    }
}
