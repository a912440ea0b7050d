package dev.monger.system.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as an outsider reads it: committed records, generic Avro, the Confluent wire format. */
final class Topic {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PREFIX = 5;

    private final String kafka;
    private final String registry;
    private final String name;
    private final Http http = new Http();
    private final SortedMap<Integer, Schema> schemas = new TreeMap<>();

    Topic(String kafka, String registry, String name) {
        this.kafka = kafka;
        this.registry = registry;
        this.name = name;
    }

    /** Everything that is committed on the topic at this moment, in the order of each partition. */
    List<GenericRecord> records() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        List<GenericRecord> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(name).stream()
                            .map(info -> new TopicPartition(name, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        records.add(decode(record.value()));
                    }
                }
            }
        }
        return records;
    }

    private GenericRecord decode(byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        if (bytes.get() != 0) {
            throw new IllegalStateException(name + " does not begin with a zero byte");
        }
        Schema schema = schemas.computeIfAbsent(bytes.getInt(), this::schema);
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(value, PREFIX, value.length - PREFIX, null));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private Schema schema(int id) {
        return new Schema.Parser()
                .parse(
                        http.get(registry + "/apis/ccompat/v7/schemas/ids/" + id)
                                .body()
                                .path("schema")
                                .asText());
    }

    /** A decimal field as a number; null stays null. */
    static BigDecimal decimal(GenericRecord record, String field) {
        Object value = record.get(field);
        if (!(value instanceof ByteBuffer bytes)) {
            throw new IllegalStateException(field + " is no decimal: " + value);
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return new BigDecimal(new BigInteger(copy), scale(record, field));
    }

    private static int scale(GenericRecord record, String field) {
        Schema schema = record.getSchema().getField(field).schema();
        for (Schema branch : schema.isUnion() ? schema.getTypes() : List.of(schema)) {
            if (LogicalTypes.fromSchemaIgnoreInvalid(branch)
                    instanceof LogicalTypes.Decimal decimal) {
                return decimal.getScale();
            }
        }
        throw new IllegalStateException(field + " is no decimal");
    }
}
