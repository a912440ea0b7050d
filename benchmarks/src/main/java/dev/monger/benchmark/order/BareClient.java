package dev.monger.benchmark.order;

import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.ServerMessageDecoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * The floor: what no client can do without. It waits in a selector, reads what comes, finds the
 * tick in it, and writes the orders that it was told to answer with; it decides nothing, keeps
 * nothing and is not asked whether it may.
 */
final class BareClient implements Runnable {

    private static final int VERSION = 200;
    private static final long WAIT_MILLIS = 1_000;

    private final int port;
    private final Semaphore waits = new Semaphore(0);
    private final FrameReader frames = new FrameReader();
    private final ServerMessageDecoder decoder = new ServerMessageDecoder(VERSION);
    private final ClientMessageEncoder encoder = new ClientMessageEncoder(VERSION);
    private volatile List<ClientMessage> answer = List.of();
    private volatile boolean over;

    BareClient(int port) {
        this.port = port;
    }

    @Override
    public void run() {
        try (Selector selector = Selector.open();
                SocketChannel channel =
                        SocketChannel.open(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var _ = channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer incoming = ByteBuffer.allocateDirect(64 * 1024);
            waits.release();
            while (!over) {
                int ready = selector.select(WAIT_MILLIS);
                selector.selectedKeys().clear();
                incoming.clear();
                if (ready > 0 && channel.read(incoming) > 0) {
                    heard(channel, incoming.flip());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the bare client broke", broken);
        }
    }

    private void heard(SocketChannel channel, ByteBuffer bytes) throws IOException {
        frames.append(bytes);
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            if (decoder.decode(payload)
                            instanceof Decoded.Message<ServerMessage>(ServerMessage message)
                    && message instanceof TickPrice tick
                    && tick.priceE8() > 0) {
                ByteArrayOutputStream orders = new ByteArrayOutputStream(2048);
                for (ClientMessage order : answer) {
                    orders.writeBytes(encoder.encode(order));
                }
                ByteBuffer outgoing = ByteBuffer.wrap(orders.toByteArray());
                while (outgoing.hasRemaining()) {
                    int _ = channel.write(outgoing);
                }
                waits.release();
            }
        }
    }

    /** From now on it answers with the messages of these frames. */
    void answers(byte[] orders) {
        FrameReader reader = new FrameReader();
        ClientMessageDecoder reading = new ClientMessageDecoder(VERSION);
        List<ClientMessage> messages = new ArrayList<>();
        reader.append(ByteBuffer.wrap(orders));
        while (reader.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            messages.add(reading.read(payload));
        }
        answer = List.copyOf(messages);
    }

    /** Waits until it waits for the next tick. */
    void await() throws InterruptedException {
        waits.acquire();
    }

    void end() {
        over = true;
    }
}
