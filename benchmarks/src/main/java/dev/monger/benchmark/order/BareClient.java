package dev.monger.benchmark.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Semaphore;

/** The floor: waits in a selector, reads what comes, and answers always the same bytes. */
final class BareClient implements Runnable {

    private static final long WAIT_MILLIS = 1_000;

    private final int port;
    private final Semaphore waits = new Semaphore(0);
    private volatile byte[] answer = {};
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
                    ByteBuffer bytes = ByteBuffer.wrap(answer);
                    while (bytes.hasRemaining()) {
                        int _ = channel.write(bytes);
                    }
                    waits.release();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the bare client broke", broken);
        }
    }

    /** From now on it answers this. */
    void answers(byte[] bytes) {
        answer = bytes;
    }

    /** Waits until it waits for the next tick. */
    void await() throws InterruptedException {
        waits.acquire();
    }

    void end() {
        over = true;
    }
}
