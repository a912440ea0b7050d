package dev.monger.shell;

import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker as a process of its own; its Kafka is not that of this class path. */
final class BrokerProcess {

    private final Path folder;
    private Running running;

    private BrokerProcess(Path folder) throws Exception {
        this.folder = folder;
        this.running = begin(folder, "0");
    }

    private record Running(Process process, String bootstrap) {}

    /** Starts one with the catalogue's topics. */
    static BrokerProcess start(Path folder) throws Exception {
        BrokerProcess broker = new BrokerProcess(folder);
        broker.createTopics();
        return broker;
    }

    private static Running begin(Path folder, String port) throws Exception {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString(),
                        "--port",
                        port,
                        "--data-dir",
                        folder.resolve("kafka").toString());
        Path log = Files.createTempFile(folder, "broker", ".log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        List<String> ready = new ArrayList<>();
        Await.until(() -> {
            Files.readAllLines(log).stream()
                    .filter(l -> l.startsWith("ready "))
                    .forEach(ready::add);
            if (!process.isAlive()) {
                throw new IllegalStateException("the broker ended: " + Files.readString(log));
            }
            return !ready.isEmpty();
        });
        return new Running(process, ready.getFirst().substring("ready ".length()).strip());
    }

    private static Path jar() throws IOException {
        Path target = Path.of("..", "local-broker", "target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("local-broker-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar in " + target + ": package it"));
        }
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            List<NewTopic> topics = new ArrayList<>();
            for (Topic topic : Topics.all()) {
                topics.add(new NewTopic(topic.name(), topic.partitions(), (short) 1));
            }
            admin.createTopics(topics).all().get();
        }
    }

    String bootstrap() {
        return running.bootstrap();
    }

    /** As a power failure of the process would. */
    void kill() throws InterruptedException {
        running.process().destroyForcibly();
        running.process().waitFor();
    }

    /** Starts it again where it was. */
    void restart() throws Exception {
        String bootstrap = bootstrap();
        running = begin(folder, bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
    }
}
