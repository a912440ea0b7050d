package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TwsProbeTest {

    private static final String LOCAL = "127.0.0.1";

    @Test
    void shouldSayHelloAsTheProtocolWantsIt() throws IOException, Refusal {
        // Given
        try (ServerSocket server = listening()) {
            CompletableFuture<String> heard =
                    CompletableFuture.supplyAsync(() -> answer(server, "200\0now\0"));

            // When
            TwsProbe.greet(LOCAL, server.getLocalPort());

            // Then
            assertThat(heard.join()).isEqualTo("API\0\0\0\0\tv151..200");
        }
    }

    @Test
    void shouldRefuseWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket server = listening()) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> TwsProbe.greet(LOCAL, port))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no TWS answers at " + LOCAL + ":" + port)
                .hasMessageContaining("Usual ports");
    }

    @Test
    void shouldRefuseWhoTakesTheCallAndIsSilent() throws IOException {
        try (ServerSocket server = listening()) {
            Duration patience = Duration.ofMillis(200);
            assertThatThrownBy(() -> TwsProbe.greet(LOCAL, server.getLocalPort(), patience))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is silent");
        }
    }

    @Test
    void shouldRefuseWhoSpeaksOtherwise() throws IOException {
        try (ServerSocket server = listening()) {
            var heard = CompletableFuture.supplyAsync(() -> answer(server, ""));
            assertThatThrownBy(() -> TwsProbe.greet(LOCAL, server.getLocalPort()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("does not speak as TWS does");
            assertThat(heard.join()).startsWith("API");
        }
    }

    private static String answer(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            byte[] hello = socket.getInputStream().readNBytes(17);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(answer.length());
            out.writeBytes(answer);
            return new String(hello, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            return "failed: " + failed;
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
