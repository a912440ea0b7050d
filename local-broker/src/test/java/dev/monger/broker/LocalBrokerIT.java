package dev.monger.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {

    @TempDir Path folder;

    @Test
    void shouldKeepCommittedRecordsOverARestartOnOtherPorts()
            throws Refusal, IOException, ExecutionException, InterruptedException {
        // Given
        try (LocalBroker broker = LocalBroker.start(new BrokerOptions("127.0.0.1", 0, folder))) {
            try (Admin admin = Admin.create(at(broker))) {
                admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            }
            write(broker);
        }

        // When
        List<String> read;
        try (LocalBroker broker = LocalBroker.start(new BrokerOptions("127.0.0.1", 0, folder))) {
            read = read(broker);
        }

        // Then
        assertThat(read).containsExactly("kept");
    }

    @Test
    void shouldNameTheUsedPort() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = holder.getLocalPort();
            assertThatThrownBy(
                            () -> LocalBroker.start(new BrokerOptions("127.0.0.1", port, folder)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("127.0.0.1:" + port);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void shouldRefuseAFolderOfAnotherFormatAndLeaveItAlone() throws IOException {
        Files.writeString(folder.resolve("monger-broker-format"), "monger local broker, format 0");
        assertThatThrownBy(() -> LocalBroker.start(new BrokerOptions("127.0.0.1", 0, folder)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("format 0")
                .hasMessageContaining(DataFolder.FORMAT);
        assertThat(folder.resolve("logs")).doesNotExist();
    }

    @Test
    void shouldRefuseAFolderWithSomebodysFiles() throws IOException {
        Files.writeString(folder.resolve("holiday.txt"), "sun");
        assertThatThrownBy(() -> LocalBroker.start(new BrokerOptions("127.0.0.1", 0, folder)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(folder.toString());
    }

    private static Map<String, Object> at(LocalBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static void write(LocalBroker broker) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("t", "k", "kept")).get();
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("t", "k", "aborted")).get();
            producer.abortTransaction();
        }
    }

    private static List<String> read(LocalBroker broker) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("t", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            ConsumerRecords<String, String> records = ConsumerRecords.empty();
            for (int i = 0; i < 60 && records.isEmpty(); i++) {
                records = consumer.poll(Duration.ofSeconds(1));
            }
            return records.records(partition).stream().map(r -> r.value()).toList();
        }
    }
}
