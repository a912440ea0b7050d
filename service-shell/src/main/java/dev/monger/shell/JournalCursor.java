package dev.monger.shell;

import dev.monger.engine.EngineInput;
import dev.monger.engine.journal.Decoded;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.SegmentReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the journal behind its writer, from a given record on. One owner: the outbox's thread. */
final class JournalCursor implements AutoCloseable {

    private final Path folder;
    private @Nullable Arena arena;
    private @Nullable SegmentReader reader;
    private long segmentIndex = -1;
    private long mappedBytes;
    private long next;
    private long session;

    /**
     * Reads from a record on.
     *
     * @param session the one that a record belongs to when its own segment does not tell
     */
    JournalCursor(Path folder, long from, long session) {
        this.folder = folder;
        this.next = from;
        this.session = session;
    }

    /**
     * A record.
     *
     * @param record the input and what came of it
     * @param body as it stands in the journal, copied: the map it was read from is soon closed
     * @param session it was written in
     */
    record Written(JournalRecord record, byte[] body, long session) {}

    /** Reads up to so many records, of those before the end, which have been written whole. */
    List<Written> read(int count, long end) throws IOException {
        List<Written> entries = new ArrayList<>();
        while (entries.size() < count && next < end) {
            SegmentReader segment = reader;
            if (segment == null) {
                map();
                continue;
            }
            switch (segment.next()) {
                case Decoded.Entry entry -> {
                    if (entry.record().input() instanceof EngineInput.Started started) {
                        session = started.leaseEpoch();
                    }
                    // Records before the one asked for are only passed over.
                    if (entry.record().index() == next) {
                        byte[] body = new byte[entry.body().remaining()];
                        entry.body().get(body);
                        entries.add(new Written(entry.record(), body, session));
                        next++;
                    }
                }
                case Decoded.SchemaNote _ -> {}
                case Decoded.End _, Decoded.TruncatedTail _ -> map();
                case Decoded.Corrupt(long offset, String reason) ->
                        throw new IOException(
                                "segment "
                                        + segmentIndex
                                        + " in "
                                        + folder
                                        + " is damaged at byte "
                                        + offset
                                        + ": "
                                        + reason);
            }
        }
        return entries;
    }

    // The arena lives as long as the buffer is read; the next one, or close, closes it.
    @SuppressWarnings("MustBeClosed")
    private void map() throws IOException {
        long holding = -1;
        for (Path file : JournalFiles.segmentsIn(folder)) {
            String name = file.getFileName().toString();
            long first = Long.parseLong(name.substring(0, name.indexOf('.')));
            if (first <= next) {
                holding = first;
            }
        }
        Path file = JournalFiles.segmentFile(folder, Math.max(holding, 0));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (holding == segmentIndex && size == mappedBytes) {
                throw new IOException(
                        "record " + next + " is not in " + file + ", though it was written");
            }
            SegmentReader before = reader;
            Arena old = arena;
            Arena fresh = Arena.ofShared();
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, fresh).asByteBuffer();
            if (holding == segmentIndex && before != null) {
                before.extend(bytes);
            } else if (SegmentReader.open(bytes, JournalCursor.class.getClassLoader())
                    instanceof SegmentReader.Opening.Opened(SegmentReader opened)) {
                reader = opened;
            } else {
                fresh.close();
                throw new IOException(file + " is no segment of this journal");
            }
            arena = fresh;
            segmentIndex = holding;
            mappedBytes = size;
            if (old != null) {
                old.close();
            }
        }
    }

    @Override
    public void close() {
        if (arena != null) {
            arena.close();
            arena = null;
        }
        reader = null;
    }
}
