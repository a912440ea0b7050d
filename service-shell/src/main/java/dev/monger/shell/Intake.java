package dev.monger.shell;

import dev.monger.engine.journal.Origin;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics into the inbox. All partitions are assigned, none is shared with others. Compacted
 * topics are read from their beginning, others from after the last journaled record, at first from
 * a bounded past. The place in a topic is remembered by the journal only.
 */
final class Intake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK = Duration.ofSeconds(2);
    private static final long ASK_EVERY_NANOS = 2_000_000_000L;
    private static final long BACKOFF_MILLIS = 500;
    private static final int PARKED_MAX = 100;

    private final Settings settings;

    /** Counted from the start, so that a broker that is away for long moves nothing out of it. */
    private final long pastMillis;

    private final Parts parts;
    private final Outage outage;
    private final Map<TopicPartition, Long> nextOffsets = new LinkedHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean connected;
    private final AtomicLong parked = new AtomicLong();

    /**
     * What to read.
     *
     * @param bootstrap servers
     * @param name of service and subject
     * @param topics to read
     * @param filter which records
     * @param lookBack how far into the past a topic that is not compacted is read, when no record
     *     of it has been journaled yet
     */
    record Settings(
            String bootstrap,
            String name,
            List<Topic> topics,
            RecordFilter filter,
            Duration lookBack) {}

    /**
     * What it works with.
     *
     * @param broken told why nothing will be read any more
     */
    record Parts(Inbox inbox, Wire wire, Alarms alarms, Consumer<String> broken) {}

    /** Reads on after what the journal knows. */
    Intake(Settings settings, Parts parts, Map<TopicPartition, Long> journaled) {
        this.settings = settings;
        this.pastMillis = System.currentTimeMillis() - settings.lookBack().toMillis();
        this.parts = parts;
        this.outage = new Outage(LOG, "Reading topics", parts.alarms(), settings.name());
        journaled.forEach((partition, offset) -> {
            if (appendOnly(partition)) {
                nextOffsets.put(partition, offset + 1);
            }
        });
    }

    private static boolean appendOnly(TopicPartition partition) {
        return Topics.named(partition.topic()).filter(Topic::appendOnly).isPresent();
    }

    void begin() {
        if (settings.topics().isEmpty()) {
            return;
        }
        Thread.ofPlatform()
                .name("intake")
                .daemon()
                .uncaughtExceptionHandler((_, bug) -> {
                    connected = false;
                    LOG.error("Reading topics broke", bug);
                    parts.broken().accept("reading topics broke: " + bug);
                })
                .start(this::run);
    }

    /** Whether the broker answered when last asked. */
    boolean isConnected() {
        return connected;
    }

    /** How many records could not be decoded. */
    long parked() {
        return parked.get();
    }

    private void run() {
        while (!stopping()) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(
                            properties(), new StringDeserializer(), new ByteArrayDeserializer())) {
                List<TopicPartition> partitions = assign(consumer);
                while (!stopping()) {
                    readSession(consumer, partitions);
                }
            } catch (KafkaException away) {
                if (!told(away.toString())) {
                    return;
                }
            } catch (InterruptedException stop) {
                return;
            }
            if (stopsWithin(BACKOFF_MILLIS)) {
                return;
            }
        }
    }

    private boolean told(String reason) {
        try {
            away(reason);
            return true;
        } catch (InterruptedException ending) {
            return false;
        }
    }

    /** Once an outage is noticed, what the loop has read is known to be old. */
    private void away(String reason) throws InterruptedException {
        outage.failed(reason);
        if (connected) {
            connected = false;
            parts.inbox().put(new Incoming.ReadingLost(reason));
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    /** Pauses before the next attempt; true as soon as reading is to end. */
    private boolean stopsWithin(long millis) {
        try {
            return stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            return true;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "intake-" + settings.name());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
        properties.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        return properties;
    }

    private List<TopicPartition> assign(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : settings.topics()) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic.name(), ASK);
            if (infos == null || infos.isEmpty()) {
                throw new TimeoutException("there is no topic " + topic.name() + " yet");
            }
            infos.forEach(
                    info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> times = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            Long next = nextOffsets.get(partition);
            if (next != null) {
                consumer.seek(partition, next);
            } else if (appendOnly(partition)) {
                times.put(partition, pastMillis);
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        }
        if (!times.isEmpty()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(times.keySet(), ASK);
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times, ASK);
            for (TopicPartition partition : times.keySet()) {
                OffsetAndTimestamp at = found.get(partition);
                consumer.seek(
                        partition, at == null ? ends.getOrDefault(partition, 0L) : at.offset());
            }
        }
        return partitions;
    }

    /** Reads until the broker stops answering; at its beginning every topic catches up anew. */
    private void readSession(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions)
            throws InterruptedException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ASK);
        connected = true;
        outage.ended();
        Map<String, Set<Integer>> behind = new TreeMap<>();
        partitions.forEach(partition ->
                behind.computeIfAbsent(partition.topic(), _ -> new TreeSet<>())
                        .add(partition.partition()));
        long askAgainAt = System.nanoTime() + ASK_EVERY_NANOS;
        while (!stopping()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                take(record);
            }
            tellCaughtUp(consumer, behind, ends);
            if (System.nanoTime() - askAgainAt >= 0) {
                try {
                    consumer.endOffsets(partitions, ASK);
                } catch (TimeoutException silent) {
                    away("Kafka does not answer");
                    return;
                }
                askAgainAt = System.nanoTime() + ASK_EVERY_NANOS;
            }
        }
    }

    private void tellCaughtUp(
            KafkaConsumer<String, byte[]> consumer,
            Map<String, Set<Integer>> behind,
            Map<TopicPartition, Long> ends)
            throws InterruptedException {
        if (behind.isEmpty()) {
            return;
        }
        for (String topic : List.copyOf(behind.keySet())) {
            Set<Integer> left = behind.getOrDefault(topic, new TreeSet<>());
            left.removeIf(number -> {
                TopicPartition partition = new TopicPartition(topic, number);
                return consumer.position(partition, ASK) >= ends.getOrDefault(partition, 0L);
            });
            if (left.isEmpty()) {
                behind.remove(topic);
                parts.inbox().put(new Incoming.ReadToEnd(topic));
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        nextOffsets.put(
                new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        if (record.key() == null
                || record.value() == null
                || !settings.filter().takes(record.topic(), record.key())) {
            return;
        }
        switch (decode(record)) {
            case Wire.Decoded.Value(var value) ->
                    parts.inbox()
                            .put(
                                    new Incoming.FromTopic(
                                            record.topic(),
                                            record.key(),
                                            value,
                                            new Origin(record.partition(), record.offset())));
            case Wire.Decoded.Unreadable(String reason) -> park(record, reason);
        }
    }

    /** Waits for the registry rather than lose a record. */
    private Wire.Decoded decode(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        while (!stopping()) {
            try {
                return parts.wire().decode(record.topic(), record.value());
            } catch (RegistryAwayException away) {
                LOG.warn("A record of {} waits: {}", record.topic(), away.getMessage());
                if (stop.await(BACKOFF_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new InterruptedException("stopping");
    }

    private void park(ConsumerRecord<String, byte[]> record, String reason) {
        if (parked.incrementAndGet() <= PARKED_MAX) {
            parts.alarms()
                    .raise(
                            "record-unreadable",
                            record.key(),
                            record.topic()
                                    + " partition "
                                    + record.partition()
                                    + " offset "
                                    + record.offset()
                                    + " is skipped: "
                                    + reason
                                    + "; it stays on the topic, look who wrote it");
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
