package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeftOversTest {

    @TempDir Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private StateFolder state;

    @BeforeEach
    void open() throws Refusal, IOException {
        state = StateFolder.open(folder);
    }

    @Test
    void shouldEndMongersFirstAndTheBrokerLast() throws IOException, InterruptedException {
        // Given
        Child broker = started("broker");
        Child manager = started("manager");
        Child monger = started("monger-SPY");

        // When
        int ended = leftOvers().end();

        // Then
        assertThat(ended).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "was killed",
                        "its manager does not answer",
                        "monger-SPY, process " + monger.pid() + ", has ended",
                        "manager, process " + manager.pid() + ", has ended",
                        "broker, process " + broker.pid() + ", has ended");
        assertThat(broker.alive() || manager.alive() || monger.alive()).isFalse();
        assertThat(state.notes()).isEmpty();
    }

    @Test
    void shouldLeaveAProcessAloneThatOnlyHasTheSameNumber()
            throws IOException, InterruptedException {
        ProcessNote self = ProcessNote.of("broker", ProcessHandle.current());
        new ProcessNote("broker", self.pid(), self.startedAtMillis() - 60_000)
                .write(state.note("broker"));
        Files.writeString(state.note("manager"), "{\"part\":\"mana");
        assertThat(leftOvers().end()).isZero();
        assertThat(state.notes()).isEmpty();
    }

    private Child started(String part) throws IOException, InterruptedException {
        Child child = Child.start(FakeParts.steady(part, folder), state);
        ChildTest.awaitLine(child, "ready");
        return child;
    }

    private LeftOvers leftOvers() {
        return new LeftOvers(
                state, new Screen(new PrintStream(said, true, StandardCharsets.UTF_8), false));
    }
}
