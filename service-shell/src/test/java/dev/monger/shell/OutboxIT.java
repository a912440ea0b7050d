package dev.monger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.schemas.CommandResult;
import dev.monger.schemas.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The outbox before a real broker: killed, fenced, with the registry away. */
@Timeout(300)
class OutboxIT {

    private static final int LIVES = 16;
    private static final int COMMANDS_MORE = 60;

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

    private Process child() throws Exception {
        Path log = Files.createTempFile(folder, "child", ".log");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoMain.class.getName(),
                        folder.resolve("service").toString(),
                        broker.bootstrap(),
                        registry.url())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    @Test
    void shouldPublishEachRecordOnceAcrossKills() throws Exception {
        // Given
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        int sent = 0;

        // When
        for (int life = 0; life < LIVES; life++) {
            if (random.nextBoolean()) {
                // Kafka knows how far it came; the mark only spares memory.
                Files.deleteIfExists(folder.resolve("service").resolve("published"));
            }
            int before = probe.results().size();
            Process child = child();
            probe.send(EchoEngine.command("c" + sent++, "echo"));
            Await.until(() -> {
                probe.look();
                return probe.results().size() > before;
            });
            // Commands keep coming, so that the kill finds a transaction under way.
            for (int more = random.nextInt(COMMANDS_MORE); more > 0; more--) {
                probe.send(EchoEngine.command("c" + sent++, "echo"));
            }
            LockSupport.parkNanos(random.nextLong(10_000_000));
            child.destroyForcibly().waitFor();
        }
        Process last = child();
        int all = sent;
        awaitAllAndEnd(last, all);

        // Then
        assertThat(last.exitValue()).isZero();
        assertThat(probe.answered())
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        IntStream.range(0, all).mapToObj(at -> "c" + at).toList());
        assertThat(probe.results())
                .as("seed %d", seed)
                .extracting(CommandResult::getSequence)
                .containsExactlyElementsOf(LongStream.range(0, all).boxed().toList());
        List<Long> indexes = probe.journal().stream().map(JournalEntry::getIndex).toList();
        assertThat(indexes)
                .as("seed %d", seed)
                .containsExactlyElementsOf(LongStream.range(0, indexes.size()).boxed().toList());
    }

    private void awaitAllAndEnd(Process child, int all) throws Exception {
        Await.until(() -> {
            probe.look();
            return probe.results().size() >= all && lastJournaled() > all;
        });
        probe.send(EchoEngine.command("end", "end"));
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        probe.look();
    }

    private long lastJournaled() {
        List<JournalEntry> journal = probe.journal();
        return journal.isEmpty() ? -1 : journal.getLast().getIndex();
    }

    private ServiceShell start(String name, long session, EchoEngine engine) throws Exception {
        ShellSettings settings =
                EchoMain.settings(
                        new ShellSettings.Identity("monger", "SPY", "1", OptionalLong.of(session)),
                        folder.resolve(name),
                        broker.bootstrap(),
                        registry.url());
        return ((ServiceShell.Start.Running) ServiceShell.start(settings, EchoMain.gear(engine)))
                .shell();
    }

    private void awaitAnswer(String id) throws Exception {
        Await.until(() -> {
            probe.look();
            return probe.answered().contains(id);
        });
    }

    @Test
    void shouldGiveWayToALaterSession() throws Exception {
        // Given
        try (ServiceShell earlier = start("earlier", 10, new EchoEngine())) {
            assertThat(earlier.submit(EchoEngine.command("e1", "echo"))).isTrue();
            awaitAnswer("e1");
            try (ServiceShell later = start("later", 11, new EchoEngine())) {
                assertThat(later.submit(EchoEngine.command("l1", "echo"))).isTrue();
                awaitAnswer("l1");

                // When
                assertThat(earlier.submit(EchoEngine.command("e2", "echo"))).isTrue();

                // Then
                ServiceShell.Ended ended = earlier.ended().get(60, TimeUnit.SECONDS);
                assertThat(ended.exitCode()).isEqualTo(TradingLoop.EXIT_BROKEN);
                assertThat(ended.reason()).contains("session 11 of monger-SPY has published");
                assertThat(earlier.alarms().last())
                        .anySatisfy(alarm -> assertThat(alarm).startsWith("service-stopped SPY"));
                assertThat(later.submit(EchoEngine.command("l2", "echo"))).isTrue();
                awaitAnswer("l2");
                assertThat(later.isAlive()).isTrue();
                assertThat(probe.answered()).containsExactly("e1", "l1", "l2");
            }
        }
    }

    @Test
    void shouldWaitForTheRegistryAndLoseNothing() throws Exception {
        // Given
        registry.away(true);
        try (ServiceShell shell = start("service", 1, new EchoEngine())) {
            assertThat(shell.submit(EchoEngine.command("c1", "echo"))).isTrue();
            assertThat(shell.submit(EchoEngine.command("c2", "echo"))).isTrue();
            Await.until(() -> Boolean.FALSE.equals(shell.details().get("outboxConnected")));

            // When
            registry.away(false);

            // Then
            awaitAnswer("c2");
            assertThat(probe.answered()).containsExactly("c1", "c2");
            assertThat(shell.isReady()).isTrue();
        }
    }

    @Test
    void shouldRefuseASessionThatWasUsed() throws Exception {
        // Given
        try (ServiceShell first = start("service", 5, new EchoEngine())) {
            assertThat(first.isAlive()).isTrue();
        }

        // When
        ServiceShell.Start second =
                ServiceShell.start(
                        EchoMain.settings(
                                new ShellSettings.Identity(
                                        "monger", "SPY", "1", OptionalLong.of(5)),
                                folder.resolve("service"),
                                broker.bootstrap(),
                                registry.url()),
                        EchoMain.gear(new EchoEngine()));

        // Then
        assertThat(second)
                .isInstanceOfSatisfying(
                        ServiceShell.Start.Refused.class,
                        refused -> {
                            assertThat(refused.exitCode()).isEqualTo(ServiceShell.EXIT_NOT_YET);
                            assertThat(refused.reason()).contains("lease epoch 5 is not above 5");
                        });
    }
}
