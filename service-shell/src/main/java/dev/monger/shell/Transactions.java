package dev.monger.shell;

import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.schemas.JournalEntry;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of the outbox to Kafka. Records and the index of the journal up to which they go
 * are in one transaction: both are there or neither.
 */
final class Transactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final TopicPartition INDEX_PLACE = new TopicPartition(Topics.JOURNAL.name(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;
    private final KafkaProducer<String, byte[]> producer;
    private final JournalFiles journal;
    private final ConsumerGroupMetadata group;
    private final JournalCursor cursor;
    private long committed;

    /**
     * How to reach Kafka.
     *
     * @param bootstrap servers
     * @param name of service and subject: the transactional id, the same for ever
     * @param folder where the outbox keeps its mark
     * @param session the number of this process's session
     */
    record Settings(String bootstrap, String name, Path folder, long session) {}

    private Transactions(
            Settings settings,
            KafkaProducer<String, byte[]> producer,
            JournalFiles journal,
            long committed) {
        this.settings = settings;
        this.producer = producer;
        this.journal = journal;
        this.group = new ConsumerGroupMetadata(groupOf(settings));
        this.committed = committed;
        this.cursor = new JournalCursor(journal.folder(), committed, settings.session());
    }

    private static String groupOf(Settings settings) {
        return "outbox-" + settings.name();
    }

    /**
     * Connects, ends what an earlier process left open, and reads how far it came.
     *
     * @param otherwise the index to go on from where Kafka knows of none
     * @throws SupersededException when a later session has published; it is not fenced then
     */
    static Transactions begin(Settings settings, JournalFiles journal, long otherwise)
            throws SupersededException {
        // What a killed process left open is not waited for: the new producer ends it.
        refuseALaterSession(settings, published(settings, "read_uncommitted"));
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        producerProperties(settings),
                        new StringSerializer(),
                        new ByteArraySerializer());
        boolean ready = false;
        try {
            producer.initTransactions();
            Optional<Published> published = published(settings, "read_committed");
            refuseALaterSession(settings, published);
            long committed =
                    published.map(found -> goOnFrom(found, settings, journal)).orElse(otherwise);
            ready = true;
            return new Transactions(settings, producer, journal, committed);
        } finally {
            if (!ready) {
                producer.close(Duration.ZERO);
            }
        }
    }

    private static void refuseALaterSession(Settings settings, Optional<Published> published)
            throws SupersededException {
        if (published.isPresent() && published.get().session() > settings.session()) {
            throw new SupersededException(
                    "session "
                            + published.get().session()
                            + " of "
                            + settings.name()
                            + " has published, this is session "
                            + settings.session());
        }
    }

    private static long goOnFrom(Published found, Settings settings, JournalFiles journal) {
        if (!found.journalId().equals(journal.header().journalId())) {
            LOG.warn(
                    "Kafka knows another journal of {}; this one is published from its front",
                    settings.name());
            return 0;
        }
        long begun = journal.header().firstIndex();
        if (found.session() < settings.session() && found.through() > begun) {
            LOG.error(
                    "Kafka has {} records of the journal of {}, the disk only {}: the machine lost"
                            + " the end of it; what comes now is published all the same",
                    found.through(),
                    settings.name(),
                    begun);
            return begun;
        }
        return found.through();
    }

    private static Properties producerProperties(Settings settings) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-" + settings.name());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.name());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, "8388608");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "30000");
        properties.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        return properties;
    }

    private static Optional<Published> published(Settings settings, String isolation) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupOf(settings));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        properties.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return Optional.ofNullable(
                            consumer.committed(Set.of(INDEX_PLACE), PATIENCE).get(INDEX_PLACE))
                    .map(Published::of);
        }
    }

    /** Index of the first record that is not published. */
    long committed() {
        return committed;
    }

    /** Publishes the records and the journal before the index, in one transaction. */
    void publish(List<Outbox.Pending> records, long through, Wire wire)
            throws IOException, InterruptedException {
        // Nothing is told to others that a crash of the machine could take back.
        journal.force();
        producer.beginTransaction();
        List<JournalCursor.Written> entries =
                cursor.read(Math.toIntExact(through - committed), through);
        for (JournalCursor.Written entry : entries) {
            send(Topics.JOURNAL.name(), journal.header().subject(), bytesOf(entry, wire));
        }
        for (Outbox.Pending next : records) {
            EngineOutput.Publish publish = next.publish();
            send(publish.topic(), publish.key(), wire.encode(publish.topic(), publish.value()));
        }
        producer.sendOffsetsToTransaction(
                Map.of(
                        INDEX_PLACE,
                        new Published(through, settings.session(), journal.header().journalId())
                                .toCommit()),
                group);
        producer.commitTransaction();
        committed = through;
    }

    private void send(String topic, String key, byte[] value) {
        var _ = producer.send(new ProducerRecord<>(topic, key, value));
    }

    private byte[] bytesOf(JournalCursor.Written written, Wire wire) {
        EngineInput input = written.record().input();
        Now now = input.now();
        JournalEntry envelope =
                JournalEntry.newBuilder()
                        .setSequence(written.record().index())
                        .setOccurredAt(instantOf(now.exchangeNanos()))
                        .setRecordedAt(instantOf(now.wallNanos()))
                        .setLeaseEpoch(written.session())
                        .setTicker(journal.header().subject())
                        .setIndex(written.record().index())
                        .setKind(input.getClass().getSimpleName())
                        .setProgramVersion(journal.header().programVersion())
                        .setPayload(ByteBuffer.wrap(written.body()))
                        .build();
        return wire.encode(Topics.JOURNAL.name(), envelope);
    }

    private static Instant instantOf(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L),
                Math.floorMod(nanos, 1_000_000_000L) / 1_000 * 1_000);
    }

    @Override
    public void close() {
        cursor.close();
        producer.close(Duration.ofSeconds(2));
    }
}
