package dev.monger.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** Runs a Kafka broker and controller in this process until it is told to end. */
public final class LocalBroker implements AutoCloseable {

    /** Exit code for settings that cannot be right, however often one tries. */
    private static final int BAD_SETTINGS = 78;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private LocalBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts the broker; prints one line that begins with {@code ready} once it takes records. */
    public static void main(String[] arguments) throws IOException {
        try {
            LocalBroker broker = start(BrokerOptions.parse(List.of(arguments)));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
            System.out.println("ready " + broker.bootstrapServers());
            broker.server.awaitShutdown();
        } catch (Refusal refusal) {
            System.err.println("local broker: " + refusal.getMessage());
            System.exit(BAD_SETTINGS);
        }
    }

    static LocalBroker start(BrokerOptions options) throws Refusal, IOException {
        int port = reserve(options.host(), options.port());
        DataFolder folder = new DataFolder(options.dataFolder());
        Properties settings = settings(options.host(), port, reserve("127.0.0.1", 0), folder);
        folder.prepare(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new LocalBroker(server, options.host() + ":" + port);
    }

    /** Where clients connect. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Binds the port for a moment, since Kafka would tell of a used one only in a stack trace. */
    private static int reserve(String host, int port) throws Refusal, IOException {
        InetAddress address = InetAddress.getByName(host);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        } catch (IOException used) {
            throw new Refusal(
                    "cannot listen on "
                            + host
                            + ":"
                            + port
                            + " ("
                            + used.getMessage()
                            + "). Give another --port, 0 to choose a free one, or end who holds it",
                    used);
        }
    }

    private static Properties settings(
            String host, int port, int controllerPort, DataFolder folder) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        // Voters by address, not by a voter set in the log: the controller's port may differ from
        // one start to the next.
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty(
                "listeners",
                "CLIENTS://" + host + ":" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "CLIENTS://" + host + ":" + port);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "CLIENTS");
        settings.setProperty(
                "listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", folder.logs().toString());
        singleNode(settings);
        return settings;
    }

    private static void singleNode(Properties settings) {
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        // Topics come from the catalogue; a misspelt name must fail, not make a new topic.
        settings.setProperty("auto.create.topics.enable", "false");
        // After a kill the old registration is waited for; the default of 9 s is long for a start.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
    }
}
