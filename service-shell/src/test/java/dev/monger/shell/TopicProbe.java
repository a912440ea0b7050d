package dev.monger.shell;

import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.JournalEntry;
import dev.monger.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody else at Kafka: sends commands, and reads what was committed, with code of its own. */
final class TopicProbe implements AutoCloseable {

    private final SmallRegistry registry;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<CommandResult> results = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();

    TopicProbe(String bootstrap, SmallRegistry registry) {
        this.registry = registry;
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(Topics.COMMAND_RESULTS.name(), Topics.JOURNAL.name())) {
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, info.partition()));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void send(FleetCommand command) throws Exception {
        send(command.getId(), framed(registry.idOf(command.getSchema()), bodyOf(command)));
    }

    void send(String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(Topics.COMMANDS.name(), key, value)).get();
    }

    static byte[] framed(int schemaId, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(body)
                .array();
    }

    static byte[] bodyOf(SpecificRecord value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(
                        value.getSchema(), SpecificData.getForSchema(value.getSchema()))
                .write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** Reads what has been committed since. */
    void look() throws IOException {
        for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(50))) {
            if (read.topic().equals(Topics.COMMAND_RESULTS.name())) {
                results.add((CommandResult) decode(read, new CommandResult()));
            } else {
                journal.add((JournalEntry) decode(read, new JournalEntry()));
            }
        }
    }

    private static SpecificRecord decode(ConsumerRecord<String, byte[]> read, SpecificRecord into)
            throws IOException {
        byte[] value = read.value();
        return new SpecificDatumReader<SpecificRecord>(
                        into.getSchema(),
                        into.getSchema(),
                        SpecificData.getForSchema(into.getSchema()))
                .read(into, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    }

    /** The ids of the commands that were answered, in the order of the topic. */
    List<String> answered() {
        return results.stream().map(CommandResult::getCommandId).toList();
    }

    List<CommandResult> results() {
        return List.copyOf(results);
    }

    List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
