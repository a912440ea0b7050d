package dev.monger.shell;

import dev.monger.engine.EngineOutput;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what the engine asked for, in the order of the journal, each record once for readers of
 * committed records, across kills of this process. While Kafka or the registry is away everything
 * waits; of compacted topics only the last record of each key does.
 */
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int STEPS_AT_ONCE = 500;
    private static final long QUIET_MILLIS = 1_000;
    private static final long AWAY_MILLIS = 500;
    private static final long BACKOFF_MILLIS_MAX = 5_000;
    private static final Duration LAST_BATCH = Duration.ofSeconds(2);
    private static final int CONFLATE_ABOVE = 5_000;

    private final Transactions.Settings settings;
    private final Wire wire;
    private final Alarms alarms;
    private final Consumer<String> broken;
    private final Outage outage;
    private final Path mark;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private int conflateAt = CONFLATE_ABOVE;
    private long steppedThrough;
    private volatile long publishedThrough;
    private volatile boolean stopping;
    private volatile boolean draining;
    private volatile boolean connected;
    private @Nullable Thread thread;

    /** A record to publish, and the index of the step that asked for it. */
    record Pending(long index, EngineOutput.Publish publish) {}

    /**
     * Publishes from a journal, once {@link #begin} has given it.
     *
     * @param broken told why nothing will be published any more: another process has taken this
     *     one's place, or the program is wrong
     */
    Outbox(Transactions.Settings settings, Wire wire, Alarms alarms, Consumer<String> broken)
            throws IOException {
        this.settings = settings;
        this.wire = wire;
        this.alarms = alarms;
        this.broken = broken;
        this.outage = new Outage(LOG, "Publishing", alarms, settings.name());
        this.mark = settings.folder().resolve("published");
        this.publishedThrough = readMark();
    }

    /**
     * The least index that is surely published; what a replay asks to publish before it need not be
     * kept.
     */
    long surelyPublished() {
        return publishedThrough;
    }

    /** Takes what a step asked to publish; steps come in order. Called by the loop's thread. */
    void stepped(long index, List<EngineOutput.Publish> publishes) {
        synchronized (pending) {
            steppedThrough = index + 1;
            for (EngineOutput.Publish publish : publishes) {
                pending.add(new Pending(index, publish));
            }
            if (pending.size() > conflateAt) {
                conflate();
            }
            if (!publishes.isEmpty()) {
                pending.notifyAll();
            }
        }
    }

    /** Keeps of each key of a compacted topic the last record only. */
    private void conflate() {
        Set<List<String>> seen = new LinkedHashSet<>();
        Iterator<Pending> newestFirst = pending.descendingIterator();
        while (newestFirst.hasNext()) {
            EngineOutput.Publish publish = newestFirst.next().publish();
            boolean compacted = Topics.named(publish.topic()).filter(Topic::appendOnly).isEmpty();
            if (compacted && !seen.add(List.of(publish.topic(), publish.key()))) {
                newestFirst.remove();
            }
        }
        conflateAt = Math.max(CONFLATE_ABOVE, pending.size() * 2);
    }

    /** Begins to publish from this journal. */
    void begin(JournalFiles files) {
        thread =
                Thread.ofPlatform()
                        .name("outbox")
                        .daemon()
                        .uncaughtExceptionHandler((_, bug) -> {
                            connected = false;
                            LOG.error("Publishing broke", bug);
                            broken.accept("publishing broke: " + bug);
                        })
                        .start(() -> run(files));
    }

    /** How many steps of the journal are not published yet. */
    public long lag() {
        synchronized (pending) {
            return Math.max(0, steppedThrough - publishedThrough);
        }
    }

    /** Whether the last attempt to publish succeeded. */
    public boolean isConnected() {
        return connected;
    }

    /** Waits until all is published, or the time is over; not for long while Kafka is away. */
    boolean drain(long millis) throws InterruptedException {
        long began = System.nanoTime();
        long until = began + millis * 1_000_000;
        long hopeless = began + AWAY_MILLIS * 1_000_000;
        synchronized (pending) {
            draining = true;
            pending.notifyAll();
            while (publishedThrough < steppedThrough
                    && System.nanoTime() - (connected ? until : hopeless) < 0) {
                pending.wait(50);
            }
            return publishedThrough >= steppedThrough;
        }
    }

    private void run(JournalFiles journal) {
        long backoffMillis = 100;
        while (!stopping) {
            try (Transactions transactions =
                    Transactions.begin(settings, journal, publishedThrough)) {
                publishedThrough = transactions.committed();
                while (!stopping) {
                    publishBatch(transactions);
                    backoffMillis = 100;
                }
            } catch (SupersededException later) {
                connected = false;
                broken.accept(later.getMessage());
                return;
            } catch (KafkaException | RegistryAwayException | IOException away) {
                // A producer that was fenced finds out at its next attempt whether by a later
                // session, or only because it was slow.
                connected = false;
                outage.failed(lag() + " steps behind, " + away);
            } catch (InterruptedException stop) {
                return;
            }
            if (stopsWithin(backoffMillis)) {
                return;
            }
            backoffMillis = Math.min(BACKOFF_MILLIS_MAX, backoffMillis * 2);
        }
    }

    /** Pauses before the next attempt; true as soon as publishing is to end. */
    private boolean stopsWithin(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        synchronized (pending) {
            try {
                long left = millis;
                while (!stopping && left > 0) {
                    pending.wait(left);
                    left = (until - System.nanoTime()) / 1_000_000;
                }
                return stopping;
            } catch (InterruptedException ending) {
                return true;
            }
        }
    }

    private void publishBatch(Transactions transactions) throws IOException, InterruptedException {
        long end = awaitWork(transactions.committed());
        if (end <= transactions.committed()) {
            succeeded();
            return;
        }
        long through = Math.min(end, transactions.committed() + STEPS_AT_ONCE);
        List<Pending> batch = new ArrayList<>();
        synchronized (pending) {
            for (Pending next : pending) {
                if (next.index() >= through) {
                    break;
                }
                batch.add(next);
            }
        }
        // What an earlier life of this process has published is passed over.
        List<Pending> unpublished =
                batch.stream().filter(next -> next.index() >= transactions.committed()).toList();
        transactions.publish(unpublished, through, wire);
        synchronized (pending) {
            // Conflation may have taken some of them away meanwhile.
            while (!pending.isEmpty() && pending.getFirst().index() < through) {
                pending.removeFirst();
            }
            publishedThrough = through;
            pending.notifyAll();
        }
        succeeded();
        writeMark(through);
    }

    private void succeeded() {
        connected = true;
        outage.ended();
    }

    /** Waits for a record to publish, or a while when there is only journal to publish. */
    private long awaitWork(long from) throws InterruptedException {
        synchronized (pending) {
            if (pending.isEmpty() && !draining && steppedThrough - from < STEPS_AT_ONCE) {
                pending.wait(QUIET_MILLIS);
            }
            return steppedThrough;
        }
    }

    private long readMark() throws IOException {
        if (!Files.exists(mark)) {
            return 0;
        }
        String text = Files.readString(mark).strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private void writeMark(long index) {
        try {
            Files.writeString(mark, index + "\n");
        } catch (IOException full) {
            // Kafka knows better; the mark only saves memory at the next start.
            alarms.raise("disk", settings.name(), "cannot write " + mark + ": " + full);
        }
    }

    /** Ends publishing; what is left is published at the next start. */
    @Override
    public void close() {
        synchronized (pending) {
            stopping = true;
            pending.notifyAll();
        }
        Thread running = thread;
        if (running == null || !connected) {
            return;
        }
        try {
            // Not interrupted: it may be forcing the journal, which an interrupt would close.
            if (!running.join(LAST_BATCH)) {
                LOG.warn(
                        "The last batch is still under way; the next start knows what became of it");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
