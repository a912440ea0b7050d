package dev.monger.portfolio;

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

/** The guard as it is shipped, with neither Kafka nor TWS to be reached. */
class PortfolioProcessIT {

    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private @TempDir Path state;
    private @Nullable Process portfolio;

    private Process start(String limit) throws IOException {
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
                                "MONGER_DAILY_LOSS_LIMIT", limit));
        Process started = builder.start();
        portfolio = started;
        return started;
    }

    @AfterEach
    void leaveNoProcess() {
        if (portfolio != null) {
            portfolio.destroyForcibly();
        }
    }

    private String log() throws IOException {
        return Files.readString(state.resolve("log"));
    }

    private String base(Process started) throws IOException {
        Path port = state.resolve("portfolio/http-port");
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

    @Test
    void shouldBeAliveButPermitNothingWhileTheOtherSidesAreAway() throws Exception {
        // Given
        Process started = start("1000");
        String base = base(started);

        // When
        var live = get(base + "/q/health/live");
        var ready = get(base + "/q/health/ready");
        var account = get(base + "/api/account");

        // Then
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(account.body())
                .contains("\"account\":\"DU1\"")
                .contains("\"level\":\"UNKNOWN\"")
                .contains("no session with TWS")
                .contains("\"dailyLossLimit\":\"1000\"");

        // When
        started.destroy();

        // Then
        assertThat(started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(log()).isTrue();
        assertThat(started.exitValue()).as(log()).isIn(0, 143);
    }

    @Test
    void shouldRefuseToStartWithALimitThatProtectsNothing() throws Exception {
        // Given
        Process started = start("0");

        // When
        assertThat(started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(log()).isTrue();

        // Then
        assertThat(started.exitValue()).isEqualTo(78);
        assertThat(log())
                .isEqualTo(
                        "portfolio: MONGER_DAILY_LOSS_LIMIT is \"0\": give a loss above zero in the"
                                + " account's currency, as in 5000 or 250.50; or unset it for"
                                + " none\n");
    }
}
