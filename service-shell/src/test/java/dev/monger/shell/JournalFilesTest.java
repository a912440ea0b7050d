package dev.monger.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.StepOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFilesTest {

    @TempDir private Path folder;

    private JournalFiles open(long firstIndex) throws IOException {
        return open(firstIndex, Disk.real());
    }

    private JournalFiles open(long firstIndex, Disk disk) throws IOException {
        return new JournalFiles(
                folder,
                new SegmentHeader("1", "monger", "SPY", "id", firstIndex),
                false,
                new Reserve(folder),
                disk);
    }

    private static void append(JournalFiles journal, int from, int to) {
        for (int at = from; at < to; at++) {
            journal.append(
                    new EngineInput.BytesRead(new Now(at, at, at), new byte[1000]),
                    Origin.NONE,
                    new StepOutcome.Taken(at));
        }
    }

    private List<Long> recovered() throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        JournalRecovery.Result result = JournalRecovery.read(folder, records::add);
        assertThat(result)
                .isEqualTo(new JournalRecovery.Result.Whole(records.size(), Optional.of("id")));
        return records.stream().map(JournalRecord::index).toList();
    }

    @Test
    void shouldReadWhatSeveralLivesWrote() throws IOException {
        // Given
        try (JournalFiles first = open(0)) {
            append(first, 0, 5);
        }
        try (JournalFiles second = open(5)) {
            append(second, 5, 7);
        }

        // When
        List<Long> indexes = recovered();

        // Then
        assertThat(indexes).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void shouldCutATailThatWasNotWrittenToItsEnd() throws IOException {
        // Given
        try (JournalFiles journal = open(0)) {
            append(journal, 0, 5);
        }
        Path segment = JournalFiles.segmentFile(folder, 0);
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 10));

        // When
        List<Long> indexes = recovered();

        // Then
        assertThat(indexes).containsExactly(0L, 1L, 2L, 3L);
        try (JournalFiles next = open(4)) {
            append(next, 4, 6);
        }
        assertThat(recovered()).hasSize(6);
    }

    @Test
    void shouldRefuseDamageInTheMiddleAndSayWhere() throws IOException {
        // Given
        try (JournalFiles journal = open(0)) {
            append(journal, 0, 5);
        }
        Path segment = JournalFiles.segmentFile(folder, 0);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[2_500] ^= 4;
        Files.write(segment, bytes);

        // When
        JournalRecovery.Result result = JournalRecovery.read(folder, _ -> {});

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        JournalRecovery.Result.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains(segment.toString())
                                        .contains("is damaged at byte 2"));
    }

    @Test
    void shouldRefuseAMissingSegment() throws IOException {
        // Given
        try (JournalFiles first = open(0)) {
            append(first, 0, 2);
        }
        try (JournalFiles second = open(2)) {
            append(second, 2, 3);
        }
        Files.delete(JournalFiles.segmentFile(folder, 0));

        // When
        JournalRecovery.Result result = JournalRecovery.read(folder, _ -> {});

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        JournalRecovery.Result.Refused.class,
                        refused -> assertThat(refused.reason()).contains("a segment is missing"));
    }

    @Test
    void shouldBeReadBehindItsWriter() throws IOException {
        // Given
        try (JournalFiles journal = open(0);
                JournalCursor cursor = new JournalCursor(folder, 3, 1)) {
            append(journal, 0, 6);

            // When
            List<JournalCursor.Written> first = cursor.read(2, journal.writtenThrough());
            append(journal, 6, 9);
            List<JournalCursor.Written> second = cursor.read(100, journal.writtenThrough());

            // Then
            assertThat(first)
                    .extracting(written -> written.record().index())
                    .containsExactly(3L, 4L);
            assertThat(second)
                    .extracting(written -> written.record().index())
                    .containsExactly(5L, 6L, 7L, 8L);
            assertThat(first)
                    .as("what was read outlives the map that it was read from")
                    .allSatisfy(written -> assertThat(written.body()).isNotEmpty());
        }
    }

    @Test
    void shouldBeginAnotherSegmentWhenOneIsFull() throws IOException {
        // Given
        int count = 17_500;
        try (JournalFiles journal = open(0);
                JournalCursor cursor = new JournalCursor(folder, 0, 1)) {
            append(journal, 0, count);

            // When
            List<JournalCursor.Written> read = cursor.read(count, journal.writtenThrough());

            // Then
            assertThat(read).hasSize(count);
        }
        assertThat(JournalFiles.segmentsIn(folder)).hasSize(2);
    }

    @Test
    void shouldCloseWithoutTakingTheFileFromWhoIsForcingIt() throws IOException {
        for (int round = 0; round < 200; round++) {
            // Given
            JournalFiles journal = open(round * 5L);
            append(journal, round * 5, round * 5 + 5);
            Thread forcing =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    journal.force();
                                } catch (IOException failed) {
                                    throw new UncheckedIOException(failed);
                                }
                            });

            // When
            journal.close();
            assertThat(joined(forcing)).isTrue();
        }

        // Then
        assertThat(recovered()).hasSize(1000);
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException ending) {
            return false;
        }
    }

    /** A disk with room for so many bytes of journal, more once the reserve is gone. */
    private final class SmallDisk implements Disk {

        private final Path reserve = folder.resolve("reserve");
        private final long room;
        private final long roomWithReserve;
        private long used;

        SmallDisk(long room, long roomWithReserve) {
            this.room = room;
            this.roomWithReserve = roomWithReserve;
        }

        @Override
        public Segment create(Path file) throws IOException {
            Segment real = Disk.real().create(file);
            return new Segment() {
                @Override
                public int write(ByteBuffer bytes, long at) throws IOException {
                    long left = (Files.exists(reserve) ? room : roomWithReserve) - used;
                    if (left <= 0) {
                        throw new IOException("No space left on device");
                    }
                    int length = (int) Math.min(left, bytes.remaining());
                    used += length;
                    int written = real.write(bytes.slice(bytes.position(), length), at);
                    bytes.position(bytes.position() + written);
                    return written;
                }

                @Override
                public void truncate(long size) throws IOException {
                    real.truncate(size);
                }

                @Override
                public void force(boolean metadata) throws IOException {
                    real.force(metadata);
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }
    }

    @Test
    void shouldGiveUpTheReserveOnAFullDiskAndLoseNothing() throws IOException {
        // Given
        Disk disk = new SmallDisk(20_000, 60_000);
        try (JournalFiles journal = open(0, disk)) {
            append(journal, 0, 10);
            assertThat(journal.reserveUsed()).isFalse();

            // When
            append(journal, 10, 40);

            // Then
            assertThat(journal.reserveUsed()).isTrue();
            assertThat(folder.resolve("reserve")).doesNotExist();
        }
        assertThat(recovered()).hasSize(40);
    }

    @Test
    void shouldRefuseToGoOnWhenTheReserveIsUsedUpToo() throws IOException {
        // Given
        Disk disk = new SmallDisk(5_000, 30_000);
        try (JournalFiles journal = open(0, disk)) {

            // When, then
            assertThatThrownBy(() -> append(journal, 0, 40))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot be written: No space left on device");
        }
        assertThat(recovered()).hasSizeBetween(20, 30);
    }
}
