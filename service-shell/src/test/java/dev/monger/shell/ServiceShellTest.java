package dev.monger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.prediction.InferenceResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service without Kafka and registry: it runs all the same. */
@Timeout(60)
class ServiceShellTest {

    @TempDir private Path folder;

    private ShellSettings settings() {
        return new ShellSettings(
                new ShellSettings.Identity("monger", "SPY", "1"),
                folder,
                "127.0.0.1:1",
                "http://127.0.0.1:1",
                MarketClock.real(),
                List.of(),
                RecordFilter.all(),
                Duration.ofMinutes(10),
                false,
                "");
    }

    private ServiceShell start(EchoEngine engine, int port) throws IOException {
        ServiceShell.Gear gear =
                new ServiceShell.Gear(
                        engine,
                        TwsLink.to("127.0.0.1", port),
                        _ -> new InferenceResult.Undecided("test", "never"),
                        _ -> ProcessHost.none());
        return ((ServiceShell.Start.Running) ServiceShell.start(settings(), gear)).shell();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void shouldCarryBytesBothWaysAndEndWhenTheEngineAsks() throws Exception {
        // Given
        EchoEngine engine = new EchoEngine();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServiceShell shell = start(engine, server.getLocalPort());
                Socket peer = server.accept()) {
            byte[] hello = peer.getInputStream().readNBytes(2);

            // When
            peer.getOutputStream().write(new byte[] {1, 2, 3});
            byte[] echo = peer.getInputStream().readNBytes(3);
            await(() -> engine.seen().contains("PredictionMade"));
            boolean taken = shell.submit(EchoEngine.command("c1", "end"));

            // Then
            assertThat(hello).containsExactly('h', 'i');
            assertThat(echo).containsExactly(1, 2, 3);
            assertThat(taken).isTrue();
            assertThat(shell.ended().get(20, TimeUnit.SECONDS))
                    .isEqualTo(new ServiceShell.Ended(0, "asked to"));
            assertThat(engine.seen())
                    .containsSubsequence("Started", "LinkOpened", "BytesRead", "HttpCommand");
        }
    }

    @Test
    void shouldTellTheEngineThatNobodyListens() throws Exception {
        // Given
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        EchoEngine engine = new EchoEngine();

        // When
        try (ServiceShell shell = start(engine, port)) {
            await(() -> engine.seen().contains("LinkClosed"));

            // Then
            assertThat(shell.isReady()).isTrue();
        }
    }

    @Test
    void shouldStopSafelyOnABrokenInvariantAndPassOverItAtTheNextStart() throws Exception {
        // Given
        EchoEngine engine = new EchoEngine();
        try (ServiceShell shell = start(engine, 1)) {
            await(() -> engine.seen().contains("LinkClosed"));

            // When
            shell.submit(EchoEngine.command("c1", "break"));

            // Then
            assertThat(shell.ended().get(20, TimeUnit.SECONDS))
                    .isEqualTo(new ServiceShell.Ended(70, "Invariant: it holds together"));
            assertThat(shell.alarms().last())
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm).startsWith("service-stopped SPY"));
        }
        EchoEngine again = new EchoEngine();
        try (ServiceShell shell = start(again, 1)) {
            await(() -> again.seen().stream().filter("LinkClosed"::equals).count() >= 2);
            assertThat(shell.isAlive()).isTrue();
            assertThat(shell.alarms().count()).isZero();
            assertThat(again.seen()).doesNotContain("HttpCommand");
            assertThat(again.seen().stream().filter("Started"::equals)).hasSize(2);
        }
    }

    @Test
    void shouldRefuseAFolderInUse() throws Exception {
        // Given
        EchoEngine engine = new EchoEngine();
        try (ServiceShell shell = start(engine, 1)) {

            // When
            ServiceShell.Start second =
                    ServiceShell.start(
                            settings(),
                            new ServiceShell.Gear(
                                    new EchoEngine(),
                                    TwsLink.none(),
                                    _ -> new InferenceResult.Undecided("test", "never"),
                                    _ -> ProcessHost.none()));

            // Then
            assertThat(second)
                    .isInstanceOfSatisfying(
                            ServiceShell.Start.Refused.class,
                            refused ->
                                    assertThat(refused.exitCode())
                                            .isEqualTo(ServiceShell.EXIT_NOT_YET));
            assertThat(shell.isAlive()).isTrue();
        }
    }
}
