package dev.monger.manager.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.monger.engine.ProcessChange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongerProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Says that it runs, then lives until it is told to end. */
    private static final String OBEYS =
            "trap 'echo told to end; exit 0' TERM; echo runs; while :; do read line <&3; done 3<>"
                    + "\"$MONGER_STATE_DIR/pipe\"";

    private static final String IS_DEAF = OBEYS.replace("echo told to end; exit 0", "");

    private final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private @TempDir Path state;
    private @Nullable MongerProcesses processes;

    private record Report(String ticker, ProcessChange change) {}

    @BeforeEach
    void makeThePipeThatChildrenWaitOn() throws IOException, InterruptedException {
        Process made = new ProcessBuilder("mkfifo", state.resolve("pipe").toString()).start();
        assertThat(made.waitFor()).isZero();
    }

    @AfterEach
    void leaveNoChild() {
        if (processes != null) {
            processes.endAll();
        }
    }

    private MongerRecipe recipe(String script) {
        return new MongerRecipe(
                List.of("sh", "-c", script),
                Map.of("MONGER_STATE_DIR", state.toString(), "MONGER_ACCOUNT", "DU1"),
                state);
    }

    private MongerProcesses hosting(String script, Duration patience) throws IOException {
        MongerProcesses made =
                new MongerProcesses(
                        recipe(script),
                        (ticker, change) -> reports.add(new Report(ticker, change)),
                        patience);
        processes = made;
        return made;
    }

    private Report nextReport() throws InterruptedException {
        Report report = reports.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (report == null) {
            throw new AssertionError("nothing was reported");
        }
        return report;
    }

    private String log(String ticker) throws IOException {
        return Files.readString(state.resolve("log/monger-" + ticker + ".log"));
    }

    private Path note(String ticker) {
        return state.resolve("run/monger-" + ticker + ".json");
    }

    /** A child that has said so has set its traps. */
    private void awaitRunning(String ticker) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!log(ticker).contains("runs")) {
            assertThat(System.nanoTime()).as(ticker + " runs").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldTellAChildWhoItIsAndNothingOfTheManager() throws Exception {
        // Given
        MongerProcesses host = hosting("env | grep MONGER_ | sort; exit 7", PATIENCE);

        // When
        host.launch("SPY", List.of("MONGER_CLIENT_ID=3", "MONGER_LEASE_EPOCH=17"));

        // Then
        assertThat(nextReport().change()).isInstanceOf(ProcessChange.Started.class);
        assertThat(nextReport()).isEqualTo(new Report("SPY", new ProcessChange.Ended(7)));
        assertThat(log("SPY"))
                .isEqualTo(
                        """
                        MONGER_ACCOUNT=DU1
                        MONGER_CLIENT_ID=3
                        MONGER_HTTP_PORT=0
                        MONGER_LEASE_EPOCH=17
                        MONGER_STATE_DIR=%s
                        MONGER_TICKER=SPY
                        """
                                .formatted(state));
        assertThat(note("SPY")).doesNotExist();
        assertThat(host.running("SPY")).isEmpty();
    }

    @Test
    void shouldNoteARunningChildAndAppendToItsLog() throws Exception {
        // Given
        Files.createDirectories(state.resolve("log"));
        Files.writeString(state.resolve("log/monger-SPY.log"), "yesterday\n");
        MongerProcesses host = hosting(OBEYS, PATIENCE);

        // When
        host.launch("SPY", List.of());

        // Then
        ProcessChange.Started started = (ProcessChange.Started) nextReport().change();
        awaitRunning("SPY");
        assertThat(log("SPY")).startsWith("yesterday\n");
        assertThat(ProcessNote.read(note("SPY")))
                .hasValueSatisfying(note -> {
                    assertThat(note.part()).isEqualTo("monger-SPY");
                    assertThat(note.pid()).isEqualTo(started.processId());
                    assertThat(note.process()).isPresent();
                });
        assertThat(host.running("SPY")).map(Child::pid).contains(started.processId());
    }

    @Test
    void shouldTellThatAChildIsReadyWhenItsOwnPortSaysSo() throws Exception {
        // Given
        HttpServer monger =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] asked = {0};
        monger.createContext(
                "/q/health/ready",
                exchange -> {
                    exchange.sendResponseHeaders(asked[0]++ == 0 ? 503 : 200, -1);
                    exchange.close();
                });
        monger.start();
        int port = monger.getAddress().getPort();
        Path folder = Files.createDirectories(state.resolve("monger/SPY"));
        Files.writeString(folder.resolve("http-port"), "1\n");
        MongerProcesses host =
                hosting(
                        "echo " + port + " >$MONGER_STATE_DIR/monger/SPY/http-port; " + OBEYS,
                        PATIENCE);

        // When
        host.launch("SPY", List.of());

        // Then
        assertThat(nextReport().change()).isInstanceOf(ProcessChange.Started.class);
        assertThat(nextReport()).isEqualTo(new Report("SPY", new ProcessChange.Ready()));
        assertThat(asked[0]).as("one that is not ready yet is asked again").isEqualTo(2);
        assertThat(host.running("SPY")).map(Child::httpPort).contains(port);
        monger.stop(0);
    }

    @Test
    void shouldEndAChildGently() throws Exception {
        // Given
        MongerProcesses host = hosting(OBEYS, PATIENCE);
        host.launch("SPY", List.of());
        nextReport();
        awaitRunning("SPY");

        // When
        host.end("SPY", "it was stopped");

        // Then
        assertThat(nextReport()).isEqualTo(new Report("SPY", new ProcessChange.Ended(0)));
        assertThat(log("SPY")).contains("told to end");
    }

    @Test
    void shouldKillAChildThatDoesNotEndByItself() throws Exception {
        // Given
        MongerProcesses host = hosting(IS_DEAF, Duration.ofMillis(200));
        host.launch("SPY", List.of());
        nextReport();
        awaitRunning("SPY");

        // When
        host.end("SPY", "it was stopped");

        // Then
        assertThat(nextReport()).isEqualTo(new Report("SPY", new ProcessChange.Ended(137)));
    }

    @Test
    void shouldShieldAChildFromTheTerminal() throws Exception {
        // Given
        MongerProcesses host =
                hosting("kill -INT $$; kill -HUP $$; echo unharmed; exit 0", PATIENCE);

        // When
        host.launch("SPY", List.of());

        // Then
        nextReport();
        assertThat(nextReport()).isEqualTo(new Report("SPY", new ProcessChange.Ended(0)));
        assertThat(log("SPY")).isEqualTo("unharmed\n");
    }

    @Test
    void shouldSayThatAChildCouldNotBeStarted() throws Exception {
        // Given
        MongerProcesses host = hosting(OBEYS, PATIENCE);
        Files.writeString(state.resolve("log"), "a file where a folder has to be");

        // When
        host.launch("SPY", List.of());

        // Then
        assertThat(nextReport().change()).isInstanceOf(ProcessChange.Refused.class);
    }

    @Test
    void shouldNeverRunTwoOfOneTicker() throws Exception {
        // Given
        MongerProcesses host = hosting(OBEYS, PATIENCE);
        host.launch("SPY", List.of());
        ProcessChange.Started first = (ProcessChange.Started) nextReport().change();

        // When
        host.launch("SPY", List.of());

        // Then
        assertThat(nextReport().change())
                .isInstanceOfSatisfying(
                        ProcessChange.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(
                                                "SPY runs already, as process "
                                                        + first.processId()));
    }

    @Test
    void shouldEndWhatAnEarlierManagerLeftBeforeItStartsAnother() throws Exception {
        // Given
        Process left = recipe(OBEYS).start("SPY", List.of());
        awaitRunning("SPY");

        // When
        MongerProcesses host = hosting("exit 0", PATIENCE);
        host.launch("SPY", List.of());

        // Then
        ProcessChange.Started started = (ProcessChange.Started) nextReport().change();
        assertThat(left.isAlive()).as("the earlier one still runs").isFalse();
        assertThat(log("SPY")).contains("told to end");
        assertThat(started.processId()).isNotEqualTo(left.pid());
        assertThat(nextReport()).isEqualTo(new Report("SPY", new ProcessChange.Ended(0)));
        assertThat(note("SPY")).doesNotExist();
    }

    @Test
    void shouldEndALeftOverOfATickerThatIsAssignedNoMore() throws Exception {
        // Given
        Process left = recipe(OBEYS).start("OLD", List.of());
        awaitRunning("OLD");

        // When
        hosting(OBEYS, PATIENCE);

        // Then
        assertThat(left.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldSpareAProcessThatOnlyHasTheNumberOfANotedOne() throws Exception {
        // Given
        Process stranger = recipe(OBEYS).start("SPY", List.of());
        awaitRunning("SPY");
        ProcessNote note = ProcessNote.read(note("SPY")).orElseThrow();
        new ProcessNote(note.part(), note.pid(), note.startedAtMillis() - 60_000)
                .write(note("SPY"));

        // When
        hosting(OBEYS, PATIENCE);

        // Then
        assertThat(note("SPY")).doesNotExist();
        assertThat(log("SPY")).doesNotContain("told to end");
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly().waitFor();
    }

    @Test
    void shouldPassOverATornNote() throws Exception {
        // Given
        Files.createDirectories(state.resolve("run"));
        Files.writeString(note("SPY"), "{\"part\":\"mong");

        // When
        MongerProcesses host = hosting("exit 0", PATIENCE);
        host.launch("SPY", List.of());

        // Then
        assertThat(nextReport().change()).isInstanceOf(ProcessChange.Started.class);
    }

    @Test
    void shouldLeaveNoChildAndStartNoneAtItsEnd() throws Exception {
        // Given
        MongerProcesses host = hosting(OBEYS, PATIENCE);
        host.launch("SPY", List.of());
        host.launch("IBM", List.of());
        nextReport();
        nextReport();
        awaitRunning("SPY");
        awaitRunning("IBM");

        // When
        host.endAll();
        host.launch("BAC", List.of());

        // Then
        assertThat(Optional.<Child>empty())
                .isEqualTo(host.running("SPY"))
                .isEqualTo(host.running("IBM"))
                .isEqualTo(host.running("BAC"));
        assertThat(log("SPY")).contains("told to end");
        assertThat(log("IBM")).contains("told to end");
        assertThat(reports).as("an end that was wanted is no crash").isEmpty();
        assertThat(state.resolve("log/monger-BAC.log")).doesNotExist();
    }
}
