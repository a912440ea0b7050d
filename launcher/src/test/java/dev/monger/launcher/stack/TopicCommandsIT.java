package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monger.launcher.Monger;
import dev.monger.launcher.topic.RegistryClient;
import dev.monger.launcher.topic.SampleRecords;
import dev.monger.launcher.topic.TopicAccess;
import dev.monger.schemas.Amendment;
import dev.monger.schemas.Fill;
import dev.monger.schemas.Liquidity;
import dev.monger.schemas.OrderSide;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real broker and the real registry as children, and the commands that look into them. */
@Timeout(180)
class TopicCommandsIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir static Path folder;
    private static Supervisor parts;

    @BeforeAll
    static void startBrokerAndRegistry()
            throws Refusal, IOException, InterruptedException, ExecutionException {
        StateFolder state = StateFolder.open(folder);
        StackSettings settings =
                new StackSettings(
                        Path.of(System.getProperty("monger.home")),
                        folder.resolve("assignments.yaml"),
                        Ports.free(),
                        MarketClockText.real(),
                        "DU1",
                        null,
                        false,
                        null,
                        null);
        Recipes recipes = new Recipes(settings, state, CacheUse.NONE);
        parts =
                new Supervisor(
                        state,
                        new Screen(new PrintStream(System.err, true), false),
                        System::nanoTime);
        Child broker = parts.start(recipes.broker());
        Child registry = parts.start(recipes.registry());
        ChildTest.awaitLine(broker, "ready ");
        Addresses at = settings.addresses();
        new TopicAccess(at.kafka()).create(Topics.all());
        new TopicAccess(at.kafka()).create(Topics.all());
        String ready = RegistryClient.readyAddress(at.registry());
        while (!new Http().ready(ready)) {
            assertThat(registry.alive()).as(() -> "registry").isTrue();
        }
        new RegistryClient(at.registry()).register(Topics.all());
        new RegistryClient(at.registry()).register(Topics.all());
        at.write(state);
        write(at);
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        assertThat(parts.end(Recipes.REGISTRY, Duration.ofSeconds(30))).isTrue();
        assertThat(parts.end(Recipes.BROKER, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void shouldListEveryTopicWithItsCount() {
        assertThat(run("topics")).contains("account.risk", "RiskState");
        assertThat(run("topics").lines().filter(l -> l.startsWith("trading.fills")))
                .singleElement()
                .asString()
                .containsPattern("ticker +Fill +2 ");
    }

    @Test
    void shouldShowRecordsAsJsonByTheRegistrysSchema() throws IOException {
        List<String> lines =
                run("tail trading.fills --no-follow -o json --ticker SPY").lines().toList();
        assertThat(lines).hasSize(1);
        JsonNode fill = JSON.readTree(lines.getFirst());
        assertThat(fill.path("price").asText()).isEqualTo("168.125");
        assertThat(fill.path("commission").isNull()).isTrue();
    }

    @Test
    void shouldShowFillsAsLines() {
        assertThat(run("fills")).contains("SPY", "IBM", "100 at 168.125");
    }

    @Test
    void shouldHoldTheRegistryToFullCompatibility()
            throws IOException, InterruptedException, Refusal {
        Addresses at = Addresses.read(StateFolder.existing(folder));
        String config = at.registry() + "/apis/ccompat/v7/config/";
        assertThat(new Http().get(config + "trading.fills-value").body().toString())
                .contains("FULL");
        assertThat(new Http().get(config + "trading.journal-value").body().toString())
                .contains("NONE");
    }

    private static String run(String line) {
        StringWriter out = new StringWriter();
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--state", folder.toString()));
        int code =
                Monger.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .execute(words.toArray(String[]::new));
        assertThat(code).isZero();
        return out.toString();
    }

    private static void write(Addresses at)
            throws IOException, InterruptedException, ExecutionException {
        String latest = "/apis/ccompat/v7/subjects/" + Topics.FILLS.subject() + "/versions/latest";
        int id = new Http().get(at.registry() + latest).body().path("id").asInt();
        Map<String, Object> settings = Map.of("bootstrap.servers", at.kafka());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (String ticker : List.of("SPY", "IBM")) {
                producer.send(
                                new ProducerRecord<>(
                                        Topics.FILLS.name(),
                                        ticker,
                                        SampleRecords.framed(id, fill(ticker))))
                        .get();
            }
        }
    }

    private static Fill fill(String ticker) {
        return Fill.newBuilder()
                .setSequence(1)
                .setOccurredAt(Instant.parse("2026-11-24T14:30:00Z"))
                .setRecordedAt(Instant.parse("2026-11-24T14:30:00Z"))
                .setLeaseEpoch(1)
                .setTicker(ticker)
                .setAccount("DU1")
                .setConId(756733)
                .setExecutionFamily("0000e0d5.01")
                .setRevision(1)
                .setExecId("0000e0d5.01.01")
                .setAmendment(Amendment.EXECUTION)
                .setPermId(1)
                .setOrderId(1)
                .setClientId(101)
                .setSide(OrderSide.BUY)
                .setShares(new BigDecimal("100.00000000"))
                .setPrice(new BigDecimal("168.12500000"))
                .setExecutedAt(Instant.parse("2026-11-24T14:30:00Z"))
                .setLiquidity(Liquidity.REMOVED)
                .setManual(false)
                .build();
    }
}
