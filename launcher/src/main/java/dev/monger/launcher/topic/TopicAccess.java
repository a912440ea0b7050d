package dev.monger.launcher.topic;

import dev.monger.launcher.stack.Refusal;
import dev.monger.schemas.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The broker's topics: made from the catalogue, counted, and read. */
public final class TopicAccess {

    private static final Duration TIME_OUT = Duration.ofSeconds(15);

    private final String bootstrapServers;

    /** Speaks to the broker at an address. */
    public TopicAccess(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * A record as it stands on a topic.
     *
     * @param key the key as text
     * @param value the bytes of the value
     * @param writtenAtMillis when it was written, wall time
     */
    public record Raw(String key, ByteBuffer value, long writtenAtMillis) {}

    /** Takes records one by one. */
    public interface Taker {
        /** Takes one record. */
        void take(Raw raw) throws IOException, InterruptedException;
    }

    /** Creates those topics of the catalogue that are not there yet. */
    public void create(List<Topic> topics) throws Refusal, InterruptedException {
        try (Admin admin = admin()) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> wanted = new ArrayList<>();
            for (Topic topic : topics) {
                if (!there.contains(topic.name())) {
                    wanted.add(
                            new NewTopic(topic.name(), topic.partitions(), (short) 1)
                                    .configs(topic.settings()));
                }
            }
            admin.createTopics(wanted).all().get();
        } catch (ExecutionException failed) {
            throw refused("make the topics", failed);
        }
    }

    /** How many records each topic holds, committed or not yet compacted away. */
    public SortedMap<String, Long> counts(List<Topic> topics) throws Refusal {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            for (Topic topic : topics) {
                long[] count = {0};
                scan(consumer, topic.name(), raw -> count[0]++);
                counts.put(topic.name(), count[0]);
            }
        } catch (KafkaException failed) {
            throw refused("count the records", failed);
        } catch (IOException | InterruptedException impossible) {
            throw refused("count the records", impossible);
        }
        return counts;
    }

    /** Gives every committed record of a topic, by time, up to where it ends now. */
    public void readAll(String topic, Taker taker)
            throws Refusal, IOException, InterruptedException {
        List<Raw> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            scan(consumer, topic, all::add);
        } catch (KafkaException failed) {
            throw refused("read " + topic, failed);
        }
        all.sort(Comparator.comparingLong(Raw::writtenAtMillis));
        for (Raw raw : all) {
            taker.take(raw);
        }
    }

    /** Gives records as they come, from the beginning or from now, until told to end. */
    public void follow(String topic, boolean fromBeginning, Taker taker, BooleanSupplier ended)
            throws Refusal, IOException, InterruptedException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Set<TopicPartition> partitions = assign(consumer, topic);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            while (!ended.getAsBoolean()) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    taker.take(raw(record));
                }
            }
        } catch (KafkaException failed) {
            throw refused("read " + topic, failed);
        }
    }

    private void scan(KafkaConsumer<byte[], byte[]> consumer, String topic, Taker taker)
            throws IOException, InterruptedException {
        Set<TopicPartition> partitions = assign(consumer, topic);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIME_OUT);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey(), TIME_OUT) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                taker.take(raw(record));
            }
        }
    }

    private static Set<TopicPartition> assign(
            KafkaConsumer<byte[], byte[]> consumer, String topic) {
        Set<TopicPartition> partitions =
                new TreeSet<>(
                        Comparator.comparing(TopicPartition::topic)
                                .thenComparingInt(TopicPartition::partition));
        consumer.partitionsFor(topic, TIME_OUT)
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        consumer.assign(partitions);
        return partitions;
    }

    private static Raw raw(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key() == null ? new byte[0] : record.key();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new Raw(
                new String(key, StandardCharsets.UTF_8),
                ByteBuffer.wrap(value),
                record.timestamp());
    }

    private Admin admin() {
        int millis = (int) TIME_OUT.toMillis();
        return Admin.create(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "default.api.timeout.ms", millis,
                        "request.timeout.ms", millis));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "default.api.timeout.ms",
                        (int) TIME_OUT.toMillis(),
                        "allow.auto.create.topics",
                        false);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Refusal refused(String what, Exception cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new Refusal(
                Refusal.PART_DOWN,
                "cannot "
                        + what
                        + " at the broker "
                        + bootstrapServers
                        + ": "
                        + reason.getMessage(),
                cause);
    }
}
