package dev.monger.tws.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README, as it stands there, compiled and run against a socket. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadmeTest {

    private static final int VERSION = 200;

    @TempDir private Path folder;

    @Test
    void shouldRunAsWritten() throws Exception {
        // Given
        String program = program();
        assertThat(program.lines().count()).isLessThanOrEqualTo(20);
        compile(program);

        // When
        String said;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> tws = CompletableFuture.runAsync(() -> serve(server));
            said = run(server.getLocalPort());
            assertThat(tws).succeedsWithin(Duration.ofSeconds(10));
        }

        // Then a loss is told, and the delayed and the frozen price in between were not taken for
        // quotes
        assertThat(said.lines())
                .containsExactly(
                        "TWS closed the connection",
                        "[DU1234567]",
                        "1 Bid[priceE8=100000000, sizeE8=100000000, attributeMask=0]",
                        "2 Bid[priceE8=300000000, sizeE8=100000000, attributeMask=0]",
                        "3 Bid[priceE8=400000000, sizeE8=100000000, attributeMask=0]");
    }

    private static String program() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf("```java\n") + "```java\n".length();
        return readme.substring(from, readme.indexOf("```", from));
    }

    private void compile(String program) throws IOException, URISyntaxException {
        Path source = Files.writeString(folder.resolve("Watch.java"), program);
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                problems,
                                problems,
                                "-classpath",
                                Path.of(classes()).toString(),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertThat(result).as(problems.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static URI classes() throws URISyntaxException {
        return TwsClient.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    }

    private String run(int port) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, TwsClient.class.getClassLoader())) {
            Class<?> watch = loader.loadClass("Watch");
            var begin = watch.getDeclaredConstructor();
            begin.setAccessible(true);
            var main = watch.getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(begin.newInstance(), (Object) new String[] {Integer.toString(port)});
        } finally {
            System.setOut(console);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** A TWS that is lost once, so that the program has to connect again. */
    private static void serve(ServerSocket server) {
        try {
            try (Socket first = server.accept()) {
                first.getInputStream().read();
            }
            try (Socket peer = server.accept()) {
                converse(peer.getInputStream(), peer.getOutputStream());
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static void converse(InputStream in, OutputStream out) throws IOException {
        in.readNBytes(17);
        out.write(Handshake.serverHello(VERSION, "20261124 09:30:00 EST"));
        FrameReader frames = new FrameReader();
        byte[] chunk = new byte[8192];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            frames.append(ByteBuffer.wrap(chunk, 0, count));
            while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
                if (new ClientMessageDecoder(VERSION).decode(payload)
                        instanceof Decoded.Message<ClientMessage>(ClientMessage message)) {
                    for (ServerMessage answer : answers(message)) {
                        out.write(new ServerMessageEncoder(VERSION).encode(answer));
                    }
                }
            }
        }
    }

    private static List<ServerMessage> answers(ClientMessage message) {
        return switch (message) {
            case SessionRequest.StartApi _ ->
                    List.of(
                            new SessionMessage.ManagedAccounts(List.of("DU1234567")),
                            new SessionMessage.NextValidId(1));
            case MarketDataRequest.RequestMarketData ask ->
                    List.of(
                            new MarketDataMessage.MarketDataType(ask.requestId(), 1),
                            bid(ask.requestId(), 1, 1),
                            bid(ask.requestId(), 66, 2),
                            new MarketDataMessage.MarketDataType(ask.requestId(), 2),
                            bid(ask.requestId(), 1, 2),
                            new MarketDataMessage.MarketDataType(ask.requestId(), 1),
                            bid(ask.requestId(), 1, 3),
                            bid(ask.requestId(), 1, 4));
            default -> List.of();
        };
    }

    private static ServerMessage bid(int id, int tickType, long price) {
        return new MarketDataMessage.TickPrice(id, tickType, price * 100_000_000L, 100_000_000L, 0);
    }
}
