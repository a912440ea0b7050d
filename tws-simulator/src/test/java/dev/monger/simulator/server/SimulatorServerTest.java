package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.codec.Handshake;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorServerTest {
    @TempDir private Path folder;

    @Test
    void shouldServeAClientOverASocket() throws Exception {
        // Given
        try (SimulatorServer server = SimulatorServer.start("--always-open", "--history", "60");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            DataInputStream in = new DataInputStream(socket.getInputStream());

            // When
            socket.getOutputStream().write(Handshake.clientHello(100, 193, ""));
            String greeting = frame(in);
            say(socket.getOutputStream(), "71", "2", "7", "");
            String accounts = frame(in);
            String nextId = frame(in);
            String health = get(server, "/health");

            // Then
            assertThat(greeting).startsWith("193\0");
            assertThat(accounts).isEqualTo("15\0" + "1\0DU1234567\0");
            assertThat(nextId).isEqualTo("9\0" + "1\0" + "1\0");
            assertThat(health).contains("\"clientIds\":[7]");
            assertThat(server.readyLine()).contains("ready port=" + server.port());
        }
    }

    @Test
    void shouldKeepItsBooksOverARestart() throws Exception {
        // Given
        String[] arguments = {
            "--always-open", "--history", "60", "--symbols", "IBM", "--state", folder.toString()
        };
        String before;
        try (SimulatorServer server = SimulatorServer.start(arguments)) {
            String order =
                    post(
                            server,
                            "/manual-orders",
                            "{\"symbol\":\"IBM\",\"action\":\"BUY\",\"quantity\":100}");
            assertThat(order).contains("\"permId\":1795442401");
            post(
                    server,
                    "/manual-orders",
                    "{\"symbol\":\"IBM\",\"action\":\"BUY\",\"quantity\":7,\"type\":\"LMT\",\"limitPrice\":\"1.5\",\"timeInForce\":\"GTC\"}");
            before = get(server, "/executions");
        }
        Files.writeString(
                folder.resolve("books.log"),
                Files.readString(folder.resolve("books.log")) + "order\t17954");

        // When
        try (SimulatorServer server = SimulatorServer.start(arguments)) {
            // Then
            assertThat(get(server, "/executions")).isEqualTo(before).contains("execId");
            assertThat(get(server, "/books"))
                    .contains("\"position\":\"100\"")
                    .contains("\"openOrders\":1");
            String third =
                    post(
                            server,
                            "/manual-orders",
                            "{\"symbol\":\"IBM\",\"action\":\"SELL\",\"quantity\":1}");
            assertThat(third).contains("\"permId\":1795442403");
        }
    }

    @Test
    void shouldRefuseAStateOfAnotherVersion() throws Exception {
        // Given
        Files.writeString(folder.resolve("books.log"), "something else\n");

        // When, Then
        assertThatThrownBy(() -> SimulatorServer.start("--state", folder.toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("books.log, line 1: expected 'tws-simulator books 2'");
    }

    @Test
    void shouldDoWhatTheControlApiSaysAndRefuseTheRest() throws Exception {
        // Given
        try (SimulatorServer server =
                SimulatorServer.start("--always-open", "--history", "60", "--symbols", "IBM")) {
            // When
            String quote =
                    post(
                            server,
                            "/quotes",
                            "{\"symbol\":\"IBM\",\"bid\":\"150.10\",\"ask\":\"150.12\",\"hold\":true}");
            String resting =
                    post(
                            server,
                            "/manual-orders",
                            "{\"symbol\":\"IBM\",\"action\":\"BUY\",\"quantity\":7,\"type\":\"LMT\",\"limitPrice\":\"150.05\"}");
            String changed = post(server, "/orders/1795442401/change", "{\"quantity\":9}");
            String cancelled = post(server, "/orders/1795442401/cancel", "");

            // Then
            assertThat(quote).contains("\"bid\":\"150.1\"");
            assertThat(resting).contains("\"status\":\"Submitted\"");
            assertThat(changed).contains("\"quantity\":\"9\"");
            assertThat(cancelled).contains("\"status\":\"Cancelled\"");
            assertThat(post(server, "/manual-orders", "{\"symbol\":\"IBM\"}"))
                    .contains("action: is missing");
            assertThat(post(server, "/orders/5/cancel", "")).contains("no order has 5");
            assertThat(post(server, "/faults", "{\"kind\":\"M1\"}")).contains("DUPLICATE_STATUS");
            assertThat(get(server, "/nothing")).contains("see /openapi.json");
            assertThat(get(server, "/openapi.json")).contains("\"/manual-orders\"");
        }
    }

    static String get(SimulatorServer server, String path)
            throws IOException, InterruptedException {
        return send(server, HttpRequest.newBuilder().GET(), path);
    }

    static String post(SimulatorServer server, String path, String body)
            throws IOException, InterruptedException {
        return send(
                server,
                HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    private static String send(SimulatorServer server, HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.controlPort() + path);
            return client.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static String frame(DataInputStream in) throws IOException {
        byte[] payload = new byte[in.readInt()];
        in.readFully(payload);
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static void say(OutputStream out, String... fields) throws IOException {
        byte[] payload = (String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] length = {0, 0, 0, (byte) payload.length};
        out.write(length);
        out.write(payload);
        out.flush();
    }
}
