package dev.monger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The intake before a real broker: behind, cut off, and fed with what is no record. */
@Timeout(180)
class IntakeIT {

    @TempDir private Path folder;
    private BrokerProcess broker;
    private SmallRegistry registry;
    private TopicProbe probe;

    @BeforeEach
    void startBroker() throws Exception {
        broker = BrokerProcess.start(folder);
        registry = SmallRegistry.start();
        probe = new TopicProbe(broker.bootstrap(), registry);
    }

    @AfterEach
    void stopBroker() throws Exception {
        probe.close();
        registry.close();
        broker.kill();
    }

    private ServiceShell start(EchoEngine engine) throws Exception {
        ShellSettings settings =
                EchoMain.settings(
                        new ShellSettings.Identity("monger", "SPY", "1"),
                        folder.resolve("service"),
                        broker.bootstrap(),
                        registry.url());
        return ((ServiceShell.Start.Running) ServiceShell.start(settings, EchoMain.gear(engine)))
                .shell();
    }

    private void awaitAnswers(int count) throws Exception {
        Await.until(() -> {
            probe.look();
            return probe.answered().size() >= count;
        });
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(at -> "c" + at).toList();
    }

    private void send(int from, int to) throws Exception {
        for (String id : ids(from, to)) {
            probe.send(EchoEngine.command(id, "echo"));
        }
    }

    @Test
    void shouldTellThatItHasCaughtUpAfterTheRecordsThatWereThere() throws Exception {
        // Given
        send(0, 300);
        EchoEngine engine = new EchoEngine();

        // When
        try (ServiceShell shell = start(engine)) {
            Await.until(() -> engine.seen().contains("CaughtUp"));

            // Then
            List<String> seen = engine.seen();
            assertThat(seen.subList(0, seen.indexOf("CaughtUp")))
                    .filteredOn("RecordRead"::equals)
                    .hasSize(300);
            assertThat(shell.details()).containsEntry("intakeConnected", true);
        }
    }

    @Test
    void shouldGoOnAfterTheLastJournaledRecord() throws Exception {
        // Given
        send(0, 3);
        try (ServiceShell _ = start(new EchoEngine())) {
            awaitAnswers(3);
        }
        send(3, 5);

        // When
        try (ServiceShell _ = start(new EchoEngine())) {
            awaitAnswers(5);
            send(5, 6);
            awaitAnswers(6);
        }

        // Then
        assertThat(probe.answered()).isEqualTo(ids(0, 6));
    }

    @Test
    void shouldGoOnWhereItWasAfterTheBrokerWasKilled() throws Exception {
        // Given
        EchoEngine engine = new EchoEngine();
        try (ServiceShell shell = start(engine)) {
            send(0, 3);
            awaitAnswers(3);
            broker.kill();
            Await.until(() -> Boolean.FALSE.equals(shell.details().get("intakeConnected")));
            assertThat(shell.isReady()).isTrue();

            // When
            broker.restart();
            send(3, 6);
            awaitAnswers(6);

            // Then
            assertThat(probe.answered()).isEqualTo(ids(0, 6));
            Await.until(() -> engine.seen().stream().filter("CaughtUp"::equals).count() >= 2);
            assertThat(engine.seen().stream().filter("TopicsLost"::equals)).hasSize(1);
            assertThat(engine.seen().lastIndexOf("CaughtUp"))
                    .isGreaterThan(engine.seen().indexOf("TopicsLost"));
        }
    }

    @Test
    void shouldParkWhatIsNoRecordAndGoOn() throws Exception {
        // Given
        EchoEngine engine = new EchoEngine();
        int commands = registry.idOf(EchoEngine.command("x", "y").getSchema());
        try (ServiceShell shell = start(engine)) {

            // When
            probe.send("text", "not Avro".getBytes(StandardCharsets.UTF_8));
            probe.send("empty", new byte[0]);
            probe.send("unknown", TopicProbe.framed(4711, new byte[] {1, 2, 3}));
            probe.send("short", TopicProbe.framed(commands, new byte[] {1, 2, 3}));
            send(0, 1);
            awaitAnswers(1);

            // Then
            assertThat(shell.details()).containsEntry("unreadableRecords", 4L);
            assertThat(shell.alarms().last())
                    .satisfiesExactly(
                            alarm ->
                                    assertThat(alarm)
                                            .contains("record-unreadable text: fleet.comm"),
                            alarm -> assertThat(alarm).contains("empty", "0 bytes"),
                            alarm -> assertThat(alarm).contains("unknown", "schema 4711"),
                            alarm -> assertThat(alarm).contains("short", "no FleetCommand"));
        }
    }

    @Test
    void shouldWaitForTheRegistryRatherThanSkipARecord() throws Exception {
        // Given
        registry.away(true);
        send(0, 2);
        EchoEngine engine = new EchoEngine();
        try (ServiceShell shell = start(engine)) {
            Await.until(() -> Boolean.TRUE.equals(shell.details().get("intakeConnected")));
            assertThat(engine.seen()).doesNotContain("RecordRead");

            // When
            registry.away(false);
            awaitAnswers(2);

            // Then
            assertThat(probe.answered()).isEqualTo(ids(0, 2));
            assertThat(shell.details()).containsEntry("unreadableRecords", 0L);
        }
    }
}
