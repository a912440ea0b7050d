package dev.monger.benchmark.order;

import dev.monger.tws.codec.FrameReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** TWS' end of one connection: says a tick and takes the time until whole frames have come. */
final class Peer implements AutoCloseable {

    /** An entry with its target and its stop. */
    static final int FRAMES = 3;

    private final SocketChannel channel;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(64 * 1024);
    private final FrameReader frames = new FrameReader();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private Peer(SocketChannel channel) {
        this.channel = channel;
    }

    static Peer accept(ServerSocketChannel acceptor) throws IOException {
        SocketChannel channel = acceptor.accept();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Peer(channel);
    }

    /** Returns the nanoseconds from the tick to the last byte of what it caused. */
    long ask(byte[] tick) throws IOException {
        ByteBuffer outgoing = ByteBuffer.wrap(tick);
        heard.reset();
        int whole = 0;
        long began = System.nanoTime();
        while (outgoing.hasRemaining()) {
            int _ = channel.write(outgoing);
        }
        long ended = began;
        while (whole < FRAMES) {
            incoming.clear();
            if (channel.read(incoming) < 0) {
                throw new IOException("the client has gone");
            }
            ended = System.nanoTime();
            incoming.flip();
            byte[] copy = new byte[incoming.remaining()];
            incoming.get(copy);
            heard.writeBytes(copy);
            frames.append(ByteBuffer.wrap(copy));
            while (frames.next() instanceof FrameReader.Frame.Whole) {
                whole++;
            }
        }
        return ended - began;
    }

    /** The bytes of the last answer. */
    byte[] heard() {
        return heard.toByteArray();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
