package dev.monger.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.SegmentWriter;
import dev.monger.engine.journal.StepOutcome;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.monger.MongerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final long NOON_NANOS = 1_795_478_400_000_000_000L;
    private static final MongerSettings SETTINGS = new MongerSettings("SPY", "DU1", 101, 40);

    @TempDir Path state;
    private final StringWriter said = new StringWriter();
    private Path folder;

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = Files.createDirectories(state.resolve("monger/SPY"));
    }

    @Test
    void shouldFindNoDifferenceInWhatTheSameProgramWrote() throws IOException {
        // Given
        write("00.journal", 0, journal(0, inputs(), 0));

        // When
        int code = run(state.toString(), "--ticker", "SPY");

        // Then
        assertThat(said.toString()).contains("SPY", "3 steps, 0 differences", "version 9");
        assertThat(code).isZero();
    }

    @Test
    void shouldNameTheFirstStepThatAsksForSomethingElse() throws IOException {
        write("00.journal", 0, journal(0, inputs(), 1));
        assertThat(run(state.toString())).isEqualTo(1);
        assertThat(said.toString())
                .contains("3 steps, 3 differences", "the first: record 0", "00.journal", "Started");
    }

    @Test
    void shouldSayThatTheLastWriteWasNotFinished() throws IOException {
        byte[] whole = journal(0, inputs(), 0);
        write("00.journal", 0, Arrays.copyOf(whole, whole.length - 3));
        assertThat(run(folder.toString())).isZero();
        assertThat(said.toString()).contains("2 steps, 0 differences", "an unfinished write");
    }

    @Test
    void shouldRefuseAFileFromTheMiddleOfAJournal() throws IOException {
        write("05.journal", 5, journal(5, inputs(), 0));
        assertThat(run(folder.resolve("05.journal").toString())).isEqualTo(2);
        assertThat(said.toString()).contains("begins with record 5", "name the folder");
    }

    @Test
    void shouldRefuseAFolderWithoutAJournal() {
        assertThat(run(state.toString(), "--ticker", "IBM")).isEqualTo(2);
        assertThat(said.toString()).contains("there is no journal of IBM in");
    }

    private static List<EngineInput> inputs() {
        return List.of(
                new EngineInput.Started(now(0), 7, SETTINGS.text()),
                new EngineInput.LinkClosed(now(1), "refused"),
                new EngineInput.Woke(now(2)));
    }

    private static Now now(long seconds) {
        long nanos = seconds * 1_000_000_000L;
        return new Now(NOON_NANOS + nanos, nanos, NOON_NANOS + nanos);
    }

    private void write(String name, long firstIndex, byte[] records) throws IOException {
        SegmentHeader header = new SegmentHeader("9", "monger", "SPY", "SPY-7", firstIndex);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(bytes(SegmentWriter.encode(header)));
        bytes.write(records);
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static byte[] journal(long firstIndex, List<EngineInput> inputs, long error)
            throws IOException {
        MongerEngine engine = new MongerEngine(SETTINGS);
        OutputHash hash = new OutputHash();
        SegmentWriter writer =
                new SegmentWriter(new SegmentHeader("9", "monger", "SPY", "SPY-7", firstIndex));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long index = firstIndex;
        for (EngineInput input : inputs) {
            StepOutcome outcome = new StepOutcome.Taken(hash.of(engine.step(input)) + error);
            bytes.write(
                    bytes(writer.encode(new JournalRecord(index++, Origin.NONE, input, outcome))));
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private int run(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "replay";
        System.arraycopy(words, 0, line, 1, words.length);
        PrintWriter out = new PrintWriter(said, true);
        return Monger.commandLine().setOut(out).setErr(out).execute(line);
    }
}
