package dev.monger.shell;

import dev.monger.engine.EngineInput;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.SegmentWriter;
import dev.monger.engine.journal.StepOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the journal. A record is written before {@link #append} returns, so it survives this
 * process; another thread forces it to disk within {@link #SYNC_MILLIS}, so it survives the
 * machine.
 */
public final class JournalFiles implements AutoCloseable {

    /** Until a written record is on disk, unless each is forced at once. */
    static final long SYNC_MILLIS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);
    private static final long SEGMENT_BYTES = 16L * 1024 * 1024;

    private final Path folder;
    private final SegmentHeader template;
    private final boolean forceEach;
    private final Reserve reserve;
    private final Disk disk;
    private final ScheduledExecutorService syncer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("journal-sync").daemon().factory());
    private final Object forcing = new Object();
    private volatile Disk.Segment segment;
    private SegmentWriter writer;
    private long nextIndex;
    private long position;
    private volatile boolean dirty;
    private volatile boolean closed;
    private volatile long writtenThrough;

    /**
     * Goes on after the last record.
     *
     * @param folder of the segments
     * @param header of the next segment
     * @param forceEach whether each record is forced to disk before anything it caused leaves
     * @param reserve given up when the disk is full
     * @param disk the machine's, or a test's
     */
    JournalFiles(Path folder, SegmentHeader header, boolean forceEach, Reserve reserve, Disk disk)
            throws IOException {
        this.folder = folder;
        this.template = header;
        this.forceEach = forceEach;
        this.reserve = reserve;
        this.disk = disk;
        this.nextIndex = header.firstIndex();
        this.writtenThrough = nextIndex;
        reserve.make();
        writer = new SegmentWriter(template);
        segment = beginSegment();
        var _ =
                syncer.scheduleWithFixedDelay(
                        this::sync, SYNC_MILLIS, SYNC_MILLIS / 2, TimeUnit.MILLISECONDS);
    }

    /** Returns where the segment that begins with a record is kept. */
    static Path segmentFile(Path folder, long firstIndex) {
        String digits = Long.toString(firstIndex);
        return folder.resolve("0".repeat(20 - digits.length()) + digits + ".journal");
    }

    /**
     * Writes one record.
     *
     * @return its index
     * @throws UncheckedIOException when it cannot be written; nothing it caused may leave then
     */
    long append(EngineInput input, Origin origin, StepOutcome outcome) {
        try {
            if (position > SEGMENT_BYTES) {
                segment.force(true);
                segment.close();
                writer = new SegmentWriter(headerAt(nextIndex));
                segment = beginSegment();
            }
            long index = nextIndex;
            write(segment, writer.encode(new JournalRecord(index, origin, input, outcome)));
            nextIndex++;
            writtenThrough = nextIndex;
            if (forceEach) {
                segment.force(false);
            } else {
                dirty = true;
            }
            return index;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "the journal in " + folder + " cannot be written: " + failed.getMessage(),
                    failed);
        }
    }

    private Disk.Segment beginSegment() throws IOException {
        Disk.Segment next = disk.create(segmentFile(folder, nextIndex));
        position = 0;
        write(next, SegmentWriter.encode(headerAt(nextIndex)));
        return next;
    }

    private SegmentHeader headerAt(long index) {
        return new SegmentHeader(
                template.programVersion(),
                template.service(),
                template.subject(),
                template.journalId(),
                index);
    }

    private void write(Disk.Segment to, ByteBuffer bytes) throws IOException {
        try {
            writeFully(to, bytes.duplicate());
        } catch (IOException full) {
            if (reserve.isUsed() || !reserve.giveUp()) {
                throw full;
            }
            LOG.error("The disk of {} is full: the reserve is given up", folder, full);
            to.truncate(position);
            writeFully(to, bytes.duplicate());
        }
        position += bytes.remaining();
    }

    private void writeFully(Disk.Segment to, ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += to.write(bytes, at);
        }
    }

    private void sync() {
        try {
            force();
        } catch (IOException failed) {
            LOG.error("The journal in {} cannot be forced to disk", folder, failed);
        }
    }

    /** Forces what is written to disk, unless it is; safe from any thread. */
    void force() throws IOException {
        synchronized (forcing) {
            if (!dirty || closed) {
                return;
            }
            dirty = false;
            try {
                segment.force(false);
            } catch (ClosedChannelException gone) {
                // A segment that was closed meanwhile has been forced by its closing.
                LOG.debug("The segment was closed while it was forced", gone);
            } catch (IOException failed) {
                dirty = true;
                throw failed;
            }
        }
    }

    /** The folder of the segments. */
    Path folder() {
        return folder;
    }

    /** What the segments say of themselves. */
    SegmentHeader header() {
        return template;
    }

    /** Index of the first record that is not written yet; safe from any thread. */
    long writtenThrough() {
        return writtenThrough;
    }

    /** Whether the disk is full and the reserve is being used up; safe from any thread. */
    boolean reserveUsed() {
        return reserve.isUsed();
    }

    /** Forces everything to disk. */
    @Override
    public void close() throws IOException {
        // Not interrupted: an interrupt while it forces would close the file under the writer.
        syncer.shutdown();
        synchronized (forcing) {
            if (!closed) {
                closed = true;
                segment.force(true);
                segment.close();
            }
        }
    }

    /** Returns the segments in a folder, oldest first. */
    static Path[] segmentsIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            Path[] segments =
                    files.filter(file -> file.getFileName().toString().endsWith(".journal"))
                            .toArray(Path[]::new);
            Arrays.sort(segments);
            return segments;
        }
    }
}
