package dev.monger.benchmark.order;

import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.SegmentWriter;
import dev.monger.engine.journal.StepOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A journal as the shell keeps it: each record written before anything it caused leaves, and forced
 * to disk by another thread soon after.
 */
final class Journal implements AutoCloseable {

    private static final long SYNC_MILLIS = 50;

    private final FileChannel file;
    private final SegmentWriter writer;
    private final OutputHash hash = new OutputHash();
    private final ScheduledExecutorService syncer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private long index;

    Journal(Path path) throws IOException {
        file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        SegmentHeader header = new SegmentHeader("benchmark", "monger", "SPY", "benchmark", 0);
        writer = new SegmentWriter(header);
        write(SegmentWriter.encode(header));
        var _ =
                syncer.scheduleWithFixedDelay(
                        this::sync, SYNC_MILLIS, SYNC_MILLIS / 2, TimeUnit.MILLISECONDS);
    }

    void append(EngineInput input, List<EngineOutput> outputs) {
        StepOutcome taken = new StepOutcome.Taken(hash.of(outputs));
        write(writer.encode(new JournalRecord(index, Origin.NONE, input, taken)));
        index++;
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                int _ = file.write(bytes);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the journal cannot be written", full);
        }
    }

    private void sync() {
        try {
            file.force(false);
        } catch (IOException gone) {
            // It is being closed; what was measured stands.
            syncer.shutdown();
        }
    }

    @Override
    public void close() throws IOException {
        syncer.shutdownNow();
        file.close();
    }
}
