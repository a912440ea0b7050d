package dev.monger.shell;

import dev.monger.engine.journal.Decoded;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.SegmentReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all of a journal at a start, in order, and tells how it may go on. */
public final class JournalRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRecovery.class);

    private final Path folder;
    private final Consumer<JournalRecord> visitor;
    private long nextIndex;
    private Optional<String> journalId = Optional.empty();

    private JournalRecovery(Path folder, Consumer<JournalRecord> visitor) {
        this.folder = folder;
        this.visitor = visitor;
    }

    /** What a journal turned out to be. */
    public sealed interface Result {

        /**
         * It may go on.
         *
         * @param nextIndex of the record to write next
         * @param journalId absent when nothing has been written yet
         */
        record Whole(long nextIndex, Optional<String> journalId) implements Result {}

        /** It must not be gone on with. */
        record Refused(String reason) implements Result {}
    }

    /**
     * Gives each record to the visitor. A tail that was not written to its end is cut off; damage
     * before it refuses.
     */
    public static Result read(Path folder, Consumer<JournalRecord> visitor) throws IOException {
        return new JournalRecovery(folder, visitor).read();
    }

    private Result read() throws IOException {
        Path[] segments = JournalFiles.segmentsIn(folder);
        for (int at = 0; at < segments.length; at++) {
            Optional<String> refusal = readSegment(segments[at], at == segments.length - 1);
            if (refusal.isPresent()) {
                return new Result.Refused(refusal.get());
            }
        }
        return new Result.Whole(nextIndex, journalId);
    }

    private Optional<String> readSegment(Path file, boolean last) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer();
            return switch (SegmentReader.open(bytes, JournalRecovery.class.getClassLoader())) {
                case SegmentReader.Opening.Opened(SegmentReader reader) ->
                        readRecords(file, reader, last);
                case SegmentReader.Opening.Unfinished() -> {
                    if (last) {
                        LOG.warn("{} was not begun to its end; it is left out", file);
                        Files.delete(file);
                        yield Optional.empty();
                    }
                    yield Optional.of(file + ": its header is cut off, but segments follow");
                }
                case SegmentReader.Opening.Refused(String reason) ->
                        Optional.of(file + ": " + reason);
            };
        }
    }

    private Optional<String> readRecords(Path file, SegmentReader reader, boolean last)
            throws IOException {
        SegmentHeader header = reader.header();
        if (header.firstIndex() != nextIndex) {
            return Optional.of(
                    file
                            + ": begins with record "
                            + header.firstIndex()
                            + " where "
                            + nextIndex
                            + " comes next; a segment is missing");
        }
        journalId = Optional.of(header.journalId());
        while (true) {
            switch (reader.next()) {
                case Decoded.Entry entry -> {
                    visitor.accept(entry.record());
                    nextIndex = entry.record().index() + 1;
                }
                case Decoded.SchemaNote _ -> {}
                case Decoded.End _ -> {
                    return Optional.empty();
                }
                case Decoded.Corrupt(long offset, String reason) -> {
                    return Optional.of(file + " is damaged at byte " + offset + ": " + reason);
                }
                case Decoded.TruncatedTail(long offset, String reason) -> {
                    if (!last) {
                        return Optional.of(file + " is damaged at byte " + offset + ": " + reason);
                    }
                    LOG.warn("{} ends in an unfinished write at byte {}: cut", file, offset);
                    cut(file, offset);
                    return Optional.empty();
                }
            }
        }
    }

    private static void cut(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(offset);
            channel.force(true);
        }
    }
}
