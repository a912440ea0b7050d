package dev.monger.tws.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that end in every way there is, ten thousand of them, leave nothing behind. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ReconnectIT {

    private static final int ROUNDS = 10_000;
    private static final int WARM = 1_000;
    private static final long WAIT = 30_000_000_000L;

    /** More than noise, far less than a leak of one object for each connection. */
    private static final long HEAP_NOISE = 2_000_000;

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private static final class Line implements SocketListener {
        private final StringBuilder text = new StringBuilder();
        private boolean connected;
        private boolean over;

        @Override
        public void connected() {
            connected = true;
        }

        @Override
        public void received(ByteBuffer bytes) {
            text.append(StandardCharsets.US_ASCII.decode(bytes));
        }

        @Override
        public void disconnected(String reason) {
            over = true;
        }
    }

    private record Footprint(long descriptors, long heapBytes, int keys) {}

    private int closedPort;

    @Test
    void shouldLeaveNothingBehindAfterTenThousandReconnections() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                TwsSocket socket = new TwsSocket()) {
            closedPort = closedPort();
            // Given what a thousand connections needed
            for (int round = 0; round < WARM; round++) {
                connectAndEnd(socket, server, round);
            }
            Footprint before = footprint(socket);

            // When
            for (int round = 0; round < ROUNDS; round++) {
                connectAndEnd(socket, server, round);
            }

            // Then
            Footprint after = footprint(socket);
            assertThat(after.keys()).isEqualTo(before.keys()).isZero();
            assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors());
            assertThat(after.heapBytes()).isLessThan(before.heapBytes() + HEAP_NOISE);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    /** Ends the connection in one of five ways, by turns. */
    private void connectAndEnd(TwsSocket socket, ServerSocket server, int round)
            throws IOException {
        Line line = new Line();
        if (round % 5 == 4) {
            socket.connect("127.0.0.1", closedPort);
            while (!line.over) {
                socket.select(WAIT, line);
            }
            return;
        }
        socket.connect("127.0.0.1", server.getLocalPort());
        while (!line.connected) {
            socket.select(WAIT, line);
        }
        Socket peer = server.accept();
        try {
            // A reset leaves no port waiting, of which there are not enough for this test.
            peer.setSoLinger(true, 0);
            socket.write("ping".getBytes(StandardCharsets.US_ASCII));
            socket.flush();
            assertThat(peer.getInputStream().readNBytes(4)).hasSize(4);
            peer.getOutputStream().write("pong".getBytes(StandardCharsets.US_ASCII));
            while (line.text.length() < 4) {
                socket.select(WAIT, line);
            }
            switch (round % 5) {
                case 0 -> socket.disconnect();
                case 1 -> peer.shutdownOutput();
                case 2 -> peer.close();
                default -> {
                    socket.write(new byte[64 * 1024]);
                    socket.flush();
                    peer.close();
                }
            }
            while (round % 5 != 0 && !line.over) {
                socket.select(WAIT, line);
            }
        } finally {
            peer.close();
        }
        assertThat(socket.isOpen()).isFalse();
    }

    private static Footprint footprint(TwsSocket socket) {
        socket.select(0, new Line());
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Footprint(
                descriptors(), runtime.totalMemory() - runtime.freeMemory(), socket.selectorKeys());
    }

    /** Open files of this process, 0 where the system does not list them. */
    private static long descriptors() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
