package dev.monger.shell;

import dev.monger.engine.EngineOutput;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
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
    private static final long BACKOFF_MILLIS_MAX = 5_000;
    private static final int CONFLATE_ABOVE = 5_000;
    private static final int FENCED_TIMES_MAX = 3;

    private final Transactions.Settings settings;
    private final Wire wire;
    private final Alarms alarms;
    private final Runnable fenced;
    private final Path mark;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private int conflateAt = CONFLATE_ABOVE;
    private long steppedThrough;
    private volatile long publishedThrough;
    private volatile boolean stopping;
    private volatile boolean connected;
    private int fencedTimes;

    /** A record to publish, and the index of the step that asked for it. */
    record Pending(long index, EngineOutput.Publish publish) {}

    /**
     * Publishes from a journal, once {@link #begin} has given it.
     *
     * @param fenced called when another process has taken this one's place at Kafka
     */
    Outbox(Transactions.Settings settings, Wire wire, Alarms alarms, Runnable fenced)
            throws IOException {
        this.settings = settings;
        this.wire = wire;
        this.alarms = alarms;
        this.fenced = fenced;
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
        Thread.ofPlatform().name("outbox").daemon().start(() -> run(files));
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

    /** Waits until all is published, or the time is over. */
    boolean drain(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        synchronized (pending) {
            draining = true;
            pending.notifyAll();
            while (publishedThrough < steppedThrough && System.nanoTime() - until < 0) {
                pending.wait(50);
            }
            return publishedThrough >= steppedThrough;
        }
    }

    private volatile boolean draining;

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
            } catch (ProducerFencedException other) {
                connected = false;
                LOG.warn("Another producer has the name {}", settings.name(), other);
                if (++fencedTimes >= FENCED_TIMES_MAX) {
                    fenced.run();
                    return;
                }
            } catch (KafkaException | RegistryAwayException | IOException away) {
                connected = false;
                LOG.warn("Publishing waits, {} steps behind: {}", lag(), away.toString());
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
            connected = true;
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
        connected = true;
        fencedTimes = 0;
        writeMark(through);
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
    }
}
