package dev.monger.tws.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TwsSocketTest {

    private static final long LONG = 30_000_000_000L;

    private static final class Heard implements SocketListener {
        private final List<String> calls = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public void connected() {
            calls.add("connected");
        }

        @Override
        public void received(ByteBuffer bytes) {
            text.append(StandardCharsets.US_ASCII.decode(bytes));
        }

        @Override
        public void disconnected(String reason) {
            calls.add(reason);
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void until(TwsSocket socket, Heard heard, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            socket.select(LONG, heard);
        }
    }

    @Test
    void shouldConnectWriteReadAndTellTheEnd() throws IOException {
        try (ServerSocket server = listening();
                TwsSocket socket = new TwsSocket()) {
            // Given
            Heard heard = new Heard();
            socket.connect("127.0.0.1", server.getLocalPort());
            until(socket, heard, () -> heard.calls.contains("connected"));
            try (Socket peer = server.accept()) {
                // When
                assertThat(socket.write("pi".getBytes(StandardCharsets.US_ASCII))).isTrue();
                assertThat(socket.write("ng".getBytes(StandardCharsets.US_ASCII))).isTrue();
                socket.flush();
                assertThat(peer.getInputStream().readNBytes(4)).asString().isEqualTo("ping");
                peer.getOutputStream().write("pong".getBytes(StandardCharsets.US_ASCII));
                until(socket, heard, () -> heard.text.length() == 4);
            }
            until(socket, heard, () -> heard.calls.size() == 2);

            // Then
            assertThat(heard.text).hasToString("pong");
            assertThat(heard.calls).containsExactly("connected", "TWS closed the connection");
            assertThat(socket.isOpen()).isFalse();
            assertThat(socket.write(new byte[1])).isFalse();
        }
    }

    @Test
    void shouldTellARefusedConnectionAndAnUnknownHost() throws IOException {
        int port;
        try (ServerSocket server = listening()) {
            port = server.getLocalPort();
        }
        try (TwsSocket socket = new TwsSocket()) {
            Heard heard = new Heard();
            socket.connect("127.0.0.1", port);
            until(socket, heard, () -> !heard.calls.isEmpty());
            assertThat(heard.calls).singleElement().asString().containsIgnoringCase("refused");
            socket.connect("no-such-host.invalid", port);
            until(socket, heard, () -> heard.calls.size() == 2);
            assertThat(heard.calls).last().isEqualTo("unknown host no-such-host.invalid");
        }
    }

    @Test
    void shouldNotWaitForEverForAConnection() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TwsSocket socket = new TwsSocket(1_000, 200_000_000L)) {
            // Given a server that accepts nobody, and its queue full
            List<SocketChannel> queue = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(server.getLocalSocketAddress());
                queue.add(channel);
            }

            // When
            Heard heard = new Heard();
            socket.connect("localhost", server.getLocalPort());
            until(socket, heard, () -> !heard.calls.isEmpty());

            // Then
            assertThat(heard.calls).containsExactly("no connection within 200 ms");
            assertThat(socket.isOpen()).isFalse();
            for (SocketChannel channel : queue) {
                channel.close();
            }
        }
    }

    @Test
    void shouldSayWhatWaitsBeforeItDisconnects() throws IOException {
        try (ServerSocket server = listening();
                TwsSocket socket = new TwsSocket()) {
            Heard heard = new Heard();
            socket.connect("127.0.0.1", server.getLocalPort());
            until(socket, heard, () -> heard.calls.contains("connected"));
            try (Socket peer = server.accept()) {
                assertThat(socket.write("bye".getBytes(StandardCharsets.US_ASCII))).isTrue();
                socket.disconnect();
                assertThat(peer.getInputStream().readAllBytes()).asString().isEqualTo("bye");
            }
        }
    }

    @Test
    void shouldGiveUpAPeerThatDoesNotRead() throws IOException {
        try (ServerSocket server = listening();
                TwsSocket socket = new TwsSocket(100_000, LONG)) {
            Heard heard = new Heard();
            socket.connect("127.0.0.1", server.getLocalPort());
            until(socket, heard, () -> heard.calls.contains("connected"));
            try (Socket _ = server.accept()) {
                while (socket.write(new byte[50_000])) {
                    assertThat(socket.outgoingBytes()).isLessThanOrEqualTo(100_000);
                }
                socket.select(0, heard);
                assertThat(heard.calls).last().asString().startsWith("TWS does not read");
            }
        }
    }

    @Test
    void shouldDeliverEverythingToASlowReader() throws IOException {
        try (ServerSocket server = listening();
                TwsSocket socket = new TwsSocket(8_000_000, LONG)) {
            Heard heard = new Heard();
            socket.connect("127.0.0.1", server.getLocalPort());
            until(socket, heard, () -> heard.calls.contains("connected"));
            try (Socket peer = server.accept()) {
                byte[] much = new byte[8_000_000];
                much[much.length - 1] = 42;
                assertThat(socket.write(much)).isTrue();
                CompletableFuture<byte[]> read =
                        CompletableFuture.supplyAsync(() -> {
                            try {
                                return peer.getInputStream().readNBytes(much.length);
                            } catch (IOException lost) {
                                throw new UncheckedIOException(lost);
                            }
                        });
                until(socket, heard, () -> socket.outgoingBytes() == 0);
                assertThat(read.join()).isEqualTo(much);
            }
        }
    }

    @Test
    void shouldWakeFromAnotherThread() {
        try (TwsSocket socket = new TwsSocket()) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(socket::wakeup);
            socket.select(Long.MAX_VALUE, new Heard());
            assertThat(other).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldReconnectOften() throws IOException {
        try (ServerSocket server = listening();
                TwsSocket socket = new TwsSocket()) {
            for (int round = 0; round < 300; round++) {
                Heard heard = new Heard();
                socket.connect("127.0.0.1", server.getLocalPort());
                until(socket, heard, () -> heard.calls.contains("connected"));
                try (Socket peer = server.accept()) {
                    socket.disconnect();
                    // The peer sees the end at once: the descriptor was really released.
                    assertThat(peer.getInputStream().read()).isEqualTo(-1);
                }
                socket.select(0, heard);
                assertThat(heard.calls).containsExactly("connected");
            }
        }
    }

    @Test
    void shouldRefuseASecondConnection() throws IOException {
        try (ServerSocket server = listening();
                TwsSocket socket = new TwsSocket()) {
            socket.connect("127.0.0.1", server.getLocalPort());
            assertThatThrownBy(() -> socket.connect("127.0.0.1", server.getLocalPort()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
