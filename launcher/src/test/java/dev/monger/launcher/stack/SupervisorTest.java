package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTest {

    @TempDir Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private StateFolder state;
    private Supervisor supervisor;

    @BeforeEach
    void open() throws Refusal, IOException {
        state = StateFolder.open(folder);
        supervisor =
                new Supervisor(
                        state,
                        new Screen(new PrintStream(said, true, StandardCharsets.UTF_8), false),
                        nanos::get);
    }

    @Test
    void shouldNameADeadPartWithItsLastLinesAndStartItAgain()
            throws Refusal, IOException, InterruptedException {
        // Given
        Child first = supervisor.start(FakeParts.steady("simulator", folder));
        ChildTest.awaitLine(first, "ready");
        kill(first);

        // When
        supervisor.look();
        nanos.addAndGet(Duration.ofMillis(400).toNanos());
        supervisor.look();
        String beforeBackOff = said();
        nanos.addAndGet(Duration.ofMillis(200).toNanos());
        supervisor.look();

        // Then
        assertThat(beforeBackOff)
                .contains("simulator ended with exit code 137")
                .contains("ready")
                .doesNotContain("started again");
        assertThat(said()).contains("simulator is started again");
        assertThat(supervisor.end("simulator", Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void shouldNotStartAgainWhatRefusesItsSettings()
            throws Refusal, IOException, InterruptedException {
        Child child =
                supervisor.start(
                        FakeParts.script(
                                "manager",
                                "echo 'assignments.yaml:3:5 no such key'; exit 78",
                                folder));
        awaitEnd(child);
        assertThatThrownBy(() -> supervisor.look())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("manager refuses its settings");
        assertThat(said()).contains("assignments.yaml:3:5 no such key");
    }

    @Test
    void shouldGiveUpOnAPartThatDiesAgainAndAgain()
            throws Refusal, IOException, InterruptedException {
        supervisor.start(FakeParts.script("portfolio", "exit 1", folder));
        assertThatThrownBy(this::dieForever)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("portfolio died 6 times");
    }

    private void dieForever() throws Refusal, IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            awaitEnd(ProcessNote.read(state.note("portfolio")).orElseThrow());
            supervisor.look();
            nanos.addAndGet(Duration.ofSeconds(16).toNanos());
            supervisor.look();
        }
    }

    private static void awaitEnd(ProcessNote note) {
        ProcessHandle.of(note.pid()).ifPresent(process -> process.onExit().join());
    }

    private static void awaitEnd(Child child) {
        ProcessHandle.of(child.pid()).ifPresent(process -> process.onExit().join());
        while (child.alive()) {
            Thread.onSpinWait();
        }
    }

    private static void kill(Child child) {
        ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
        awaitEnd(child);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
