package dev.monger.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manager as it is shipped, with neither Kafka nor a registry to be reached. */
class ManagerProcessIT {

    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private @TempDir Path state;
    private @Nullable Process manager;

    private Process start(String assignments) throws IOException {
        Path file = Files.writeString(state.resolve("assignments.yaml"), assignments);
        String java = System.getProperty("java.home") + "/bin/java";
        ProcessBuilder builder =
                new ProcessBuilder(java, "-Xmx96m", "-jar", APPLICATION.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(state.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MONGER_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "MONGER_KAFKA", "127.0.0.1:1",
                                "MONGER_REGISTRY", "http://127.0.0.1:1",
                                "MONGER_TWS_HOST", "127.0.0.1",
                                "MONGER_TWS_PORT", "1",
                                "MONGER_ACCOUNT", "DU1",
                                "MONGER_STATE_DIR", state.toString(),
                                "MONGER_ASSIGNMENTS", file.toString(),
                                "MONGER_JAVA", java,
                                "MONGER_MONGER_APP", APPLICATION.toAbsolutePath().toString()));
        Process started = builder.start();
        manager = started;
        return started;
    }

    @AfterEach
    void leaveNoProcess() {
        if (manager != null) {
            manager.destroyForcibly();
        }
    }

    private String log() throws IOException {
        return Files.readString(state.resolve("log"));
    }

    private String base(Process started) throws IOException {
        Path port = state.resolve("manager/http-port");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(port) || Files.readString(port).isBlank()) {
            assertThat(started.isAlive()).as(log()).isTrue();
            assertThat(System.nanoTime()).as(log()).isLessThan(until);
            Thread.onSpinWait();
        }
        return "http://127.0.0.1:" + Files.readString(port).strip();
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(uri)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String base, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/api/commands"))
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Bearer " + Files.readString(state.resolve("token")).strip())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void shouldBeAliveButTakeNoCommandWhileKafkaIsAway() throws Exception {
        // Given
        Process started = start("assignments: [{ticker: SPY}]\n");
        String base = base(started);

        // When
        var live = get(base + "/q/health/live");
        var ready = get(base + "/q/health/ready");
        var fleet = get(base + "/api/fleet");
        var malformed = post(base, "{\"kind\":\"STOP\"}");
        var early = post(base, "{\"kind\":\"STOP\",\"tickers\":\"*\",\"reason\":\"test\"}");
        var unknown = get(base + "/api/commands/none");
        var openApi = get(base + "/q/openapi");

        // Then
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(ready.statusCode()).as("leases are not read").isEqualTo(503);
        assertThat(fleet.body()).isEqualTo("[]");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).contains("tickers is").contains("reason is");
        assertThat(early.statusCode()).as("obeyed by nobody it would look done").isEqualTo(409);
        assertThat(early.body()).contains("has not yet read from Kafka what the fleet is");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(openApi.body()).contains("/api/fleet").contains("/api/commands/{id}");

        // When
        started.destroy();

        // Then
        assertThat(started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(log()).isTrue();
        assertThat(started.exitValue()).as(log()).isIn(0, 143);
    }

    @Test
    void shouldRefuseToStartFromAWrongFile() throws Exception {
        // Given
        Process started = start("assignments: [{ticker: SPY, sizing: {unit: none}}]\n");

        // When
        assertThat(started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(log()).isTrue();

        // Then
        assertThat(started.exitValue()).isEqualTo(78);
        assertThat(log())
                .contains("line 1, column 44: sizing.unit is \"none\"; right would be a number");
        assertThat(state.resolve("manager")).as("nothing was started").doesNotExist();
    }
}
