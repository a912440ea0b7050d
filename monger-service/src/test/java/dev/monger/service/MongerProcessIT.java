package dev.monger.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The monger as it is shipped, with neither Kafka nor TWS to be reached. */
@Timeout(180)
class MongerProcessIT {

    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final String PAUSE =
            "{\"kind\":\"PAUSE\",\"tickers\":[\"%s\"],\"reason\":\"news\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private @TempDir Path state;
    private @Nullable Process monger;

    private Process start(String clientId, String leaseEpoch) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xmx96m",
                                "-jar",
                                APPLICATION.toString())
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
                                "MONGER_TICKER", "SPY",
                                "MONGER_CLIENT_ID", clientId,
                                "MONGER_LEASE_EPOCH", leaseEpoch));
        Process started = builder.start();
        monger = started;
        return started;
    }

    @AfterEach
    void leaveNoProcess() {
        if (monger != null) {
            monger.destroyForcibly();
        }
    }

    private String log() throws IOException {
        return Files.readString(state.resolve("log"));
    }

    private String base(Process started) throws IOException {
        Path port = state.resolve("monger/SPY/http-port");
        while (!Files.exists(port) || Files.readString(port).isBlank()) {
            assertThat(started.isAlive()).as(log()).isTrue();
            LockSupport.parkNanos(1_000_000);
        }
        return "http://127.0.0.1:" + Files.readString(port).strip();
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(uri)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> command(String base, String word, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + "/api/commands"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + word)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int exitOf(Process ended) throws IOException, InterruptedException {
        assertThat(ended.waitFor(60, TimeUnit.SECONDS)).as(log()).isTrue();
        return ended.exitValue();
    }

    @Test
    void shouldBeAliveAndTakeCommandsWhileTheOtherSidesAreAway() throws Exception {
        // Given
        Process started = start("1", "7");
        String base = base(started);
        String word = Files.readString(state.resolve("token")).strip();

        // When
        var live = get(base + "/q/health/live");
        var ready = get(base + "/q/health/ready");
        var status = get(base + "/api/status");
        var stranger = command(base, "guess", PAUSE.formatted("SPY"));
        var malformed = command(base, word, "{\"kind\":\"SELL\"}");
        var elsewhere = command(base, word, PAUSE.formatted("IBM"));
        var taken = command(base, word, PAUSE.formatted("SPY"));

        // Then
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(status.body())
                .contains("\"ticker\":\"SPY\"")
                .contains("\"clientId\":1")
                .contains("\"lifeCycle\":\"STARTING\"")
                .contains("\"processId\":" + started.pid());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body())
                .contains("kind is \\\"SELL\\\"")
                .contains("tickers is missing");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).startsWith("{\"id\":\"http-");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(state.resolve("token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldLeaveAtOnceWhenNothingIsOpen() throws Exception {
        // Given
        Process started = start("1", "7");
        base(started);

        // When
        started.destroy();

        // Then
        assertThat(exitOf(started)).as(log()).isIn(0, 143);
        assertThat(log()).contains("Ended with 0: left in order").doesNotContain("was not proven");
    }

    @Test
    void shouldWaitForAFolderInUseAndForANewLease() throws Exception {
        // Given
        Process first = start("1", "7");
        base(first);

        // When
        Process second = start("1", "8");

        // Then
        assertThat(exitOf(second)).as(log()).isEqualTo(75);
        assertThat(log()).contains("is in use by process " + first.pid());

        // When
        first.destroy();
        first.waitFor();
        Process third = start("1", "7");

        // Then
        assertThat(exitOf(third)).as(log()).isEqualTo(75);
        assertThat(log()).contains("lease epoch 7 is not above 7");
    }

    @Test
    void shouldRefuseToStartWithWrongSettings() throws Exception {
        // When
        Process started = start("0", "seven");

        // Then
        assertThat(exitOf(started)).isEqualTo(78);
        assertThat(log())
                .isEqualTo(
                        "monger: MONGER_CLIENT_ID is \"0\": give a whole number from 1 to 31\n"
                                + "monger: MONGER_LEASE_EPOCH is \"seven\": give the epoch of the"
                                + " lease, a whole number from 1\n");
    }
}
