package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;
    private StateFolder state;

    @BeforeEach
    void open() throws Refusal, IOException {
        state = StateFolder.open(folder);
    }

    @Test
    void shouldNoteLogAndEndInOrder() throws IOException, InterruptedException {
        // Given
        Child child = Child.start(FakeParts.steady("part", folder), state);
        awaitLine(child, "ready");
        ProcessNote note = ProcessNote.read(state.note("part")).orElseThrow();
        assertThat(note.pid()).isEqualTo(child.pid());
        assertThat(note.process()).isPresent();

        // When
        boolean inOrder = child.end(PATIENCE);

        // Then
        assertThat(inOrder).isTrue();
        assertThat(note.process()).isEmpty();
        assertThat(state.note("part")).doesNotExist();
    }

    @Test
    void shouldNotBeReachedByTheTerminalsInterrupt() throws IOException, InterruptedException {
        // Given
        Child child = Child.start(FakeParts.steady("part", folder), state);
        awaitLine(child, "ready");

        // When
        int killed =
                new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
        boolean endedByInterrupt = ProcessHandle.of(child.pid()).orElseThrow().onExit().isDone();

        // Then
        assertThat(killed).isZero();
        assertThat(endedByInterrupt).isFalse();
        assertThat(child.end(PATIENCE)).isTrue();
    }

    @Test
    void shouldBeKilledWhenItDoesNotEnd() throws IOException, InterruptedException {
        Child child = Child.start(FakeParts.stubborn("part", folder), state);
        awaitLine(child, "ready");
        assertThat(child.end(Duration.ofMillis(1))).isFalse();
        assertThat(child.alive()).isFalse();
    }

    @Test
    void shouldGiveTheEnvironmentAndShowOnlyThisRunsLines()
            throws IOException, InterruptedException {
        Files.writeString(state.log("part"), "of an earlier run\n");
        Child child = Child.start(FakeParts.script("part", "echo $WORD; exit 7", folder), state);
        assertThat(ProcessHandle.of(child.pid()).map(p -> p.onExit().join())).isNotNull();
        child.end(PATIENCE);
        assertThat(child.exitCode()).isEqualTo(7);
        assertThat(child.lastLines()).containsExactly("given");
    }

    @Test
    void shouldNotTakeAnotherProcessForTheOneNoted() {
        ProcessHandle self = ProcessHandle.current();
        ProcessNote now = ProcessNote.of("part", self);
        assertThat(now.process()).contains(self);
        assertThat(new ProcessNote("part", self.pid(), now.startedAtMillis() - 5000).process())
                .isEmpty();
    }

    static void awaitLine(Child child, String line) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!child.wrote(line)) {
            assertThat(System.nanoTime()).as("waiting for " + line).isLessThan(end);
            assertThat(child.alive()).isTrue();
            Thread.onSpinWait();
        }
    }
}
