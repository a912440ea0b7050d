package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.front.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClientSocketTest {

    private static final byte[] CHUNK = new byte[64 << 10];

    private final FakeSession session = new FakeSession();
    private Selector selector;
    private ServerSocketChannel acceptor;
    private SocketChannel client;
    private ClientSocket socket;

    private static final class FakeSession implements Connection {
        private int caughtUp;

        @Override
        public void received(byte[] bytes, long nowNanos) {}

        @Override
        public void caughtUp() {
            caughtUp++;
        }

        @Override
        public void closedByPeer() {}

        @Override
        public boolean isClosed() {
            return false;
        }
    }

    @BeforeEach
    void connect() throws IOException {
        selector = Selector.open();
        acceptor = ServerSocketChannel.open();
        acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        client = SocketChannel.open();
        client.setOption(StandardSocketOptions.SO_RCVBUF, 64 << 10);
        client.connect(acceptor.getLocalAddress());
        SocketChannel accepted = acceptor.accept();
        accepted.configureBlocking(false);
        accepted.setOption(StandardSocketOptions.SO_SNDBUF, 64 << 10);
        SelectionKey key = accepted.register(selector, SelectionKey.OP_READ);
        socket = new ClientSocket(accepted, key);
        socket.serves(session);
    }

    @AfterEach
    void close() throws IOException {
        socket.gone();
        client.close();
        acceptor.close();
        selector.close();
    }

    /** Sends until the client, which does not read, is behind; returns how much was sent. */
    private long sendUntilBehind(long wallNanos) {
        long sent = 0;
        while (!socket.isBehind()) {
            socket.send(CHUNK);
            sent += CHUNK.length;
            assertThat(socket.write(wallNanos)).isTrue();
        }
        return sent;
    }

    private long readByClient(long bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        long read = 0;
        while (read < bytes) {
            buffer.clear();
            read += client.read(buffer);
            socket.writable();
            assertThat(socket.write(1)).isTrue();
        }
        return read;
    }

    @Test
    void shouldTellTheSessionOnceTheClientHasCaughtUp() throws IOException {
        // Given
        long sent = sendUntilBehind(1);
        assertThat(session.caughtUp).isZero();

        // When
        long read = readByClient(sent);

        // Then
        assertThat(read).isEqualTo(sent);
        assertThat(socket.isBehind()).isFalse();
        assertThat(socket.isDrained()).isTrue();
        assertThat(session.caughtUp).isEqualTo(1);
    }

    @Test
    void shouldCutOffAClientThatTakesNothingForTooLong() {
        // Given
        sendUntilBehind(1);

        // Then
        assertThat(socket.write(ClientSocket.LONGEST_DEAF_NANOS)).isTrue();
        assertThat(socket.write(1 + ClientSocket.LONGEST_DEAF_NANOS)).isFalse();
    }

    @Test
    void shouldCutOffAClientThatLeavesTooMuchUnread() {
        // Given
        sendUntilBehind(1);

        // When
        for (int bytes = 0; bytes <= ClientSocket.MOST_WAITING_BYTES; bytes += CHUNK.length) {
            socket.send(CHUNK);
        }

        // Then
        assertThat(socket.write(2)).isFalse();
    }

    @Test
    void shouldLetEverythingLeaveThoughTheClientTalksOn() throws IOException {
        // Given a client that is behind, and closed
        long sent = sendUntilBehind(1);
        socket.close();

        // When it says something more
        client.write(ByteBuffer.wrap(new byte[] {1}));

        // Then it still reads what was said to it
        assertThat(socket.read(ByteBuffer.allocate(10), 1)).isTrue();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        boolean goesOn = true;
        for (long read = 0; read < sent; ) {
            buffer.clear();
            read += client.read(buffer);
            socket.writable();
            goesOn = socket.write(1);
        }
        assertThat(goesOn).isFalse();
    }

    @Test
    void shouldLetEverythingLeaveBeforeItCloses() throws IOException {
        // Given
        socket.send(CHUNK);
        socket.close();

        // When
        boolean goesOn = socket.write(1);

        // Then
        assertThat(goesOn).isFalse();
        ByteBuffer read = ByteBuffer.allocate(CHUNK.length);
        while (read.hasRemaining()) {
            assertThat(client.read(read)).isPositive();
        }
    }
}
