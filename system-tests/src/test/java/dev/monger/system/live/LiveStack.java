package dev.monger.system.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.avro.generic.GenericRecord;

/** A running {@code monger up}, on free ports and in a state folder of its own. */
final class LiveStack implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The first stack of a build makes its start-up caches before. */
    private static final Duration COMING_UP = Duration.ofMinutes(8);

    private static final Path HOME = Path.of(System.getProperty("monger.home", "..")).normalize();
    private static final String VERSION = System.getProperty("monger.version", "0.1.0-SNAPSHOT");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Process process;
    private final Path output;
    private final Path summary;
    private final Http http = new Http();

    private LiveStack(Path folder, Process process, Path output, Path summary) {
        this.folder = folder;
        this.process = process;
        this.output = output;
        this.summary = summary;
    }

    /**
     * Starts the stack as the leader of a process group of its own, as a terminal does. A build
     * that runs in the background ignores SIGINT and hands that down, which a terminal does not.
     */
    static LiveStack up(Path folder, String... options) {
        Path summary = folder.resolve("summary.json");
        List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
        command.addAll(launcher());
        command.add("up");
        command.addAll(List.of("--free-ports", "--state", folder.resolve("state").toString()));
        command.addAll(List.of("--summary", summary.toString()));
        command.addAll(List.of(options));
        try {
            Path output = Files.createTempFile(folder, "up-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            return new LiveStack(folder, builder.start(), output, summary);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    static Path launcherJar() {
        return HOME.resolve("launcher/target/launcher-" + VERSION + ".jar");
    }

    /** As the script does, but for what Maven has just built. */
    private static List<String> launcher() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dmonger.home=" + HOME.toAbsolutePath().normalize(),
                "-cp",
                launcherJar().toString(),
                "dev.monger.launcher.Monger");
    }

    /** Waits until the launcher says that the stack is up and every ticker trades. */
    LiveStack awaitTrading() {
        until(COMING_UP, "the stack is up", () -> told().contains("REST API at "));
        return this;
    }

    /**
     * Waits for a condition of a running stack, giving up at once when the launcher has ended
     * before.
     */
    void until(String what, BooleanSupplier condition) {
        until(PATIENCE, what, condition);
    }

    private void until(Duration patience, String what, BooleanSupplier condition) {
        await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("the launcher has ended:\n" + told());
                    }
                })
                .until(condition::getAsBoolean);
    }

    /** What the launcher has written so far. */
    String told() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends the stack by SIGINT to its whole process group, as Ctrl-C does. */
    int interrupt() {
        signal("INT", "-" + process.pid());
        return ended();
    }

    /** Waits for the end; returns the exit code. */
    int ended() {
        try {
            if (!process.waitFor(COMING_UP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher does not end:\n" + told());
            }
            return process.exitValue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Kills the launcher alone; everything it started lives on. */
    void killLauncher() {
        process.destroyForcibly();
        ended();
    }

    /** Sends a signal to a process, or to a group when the id has a minus before it. */
    static void signal(String name, String process) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, "--", process).start().waitFor();
            if (code != 0) {
                throw new AssertionError("kill -" + name + " " + process + " ended with " + code);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** The process of a part, such as {@code monger-SPY}; -1 while none is noted. */
    long pid(String part) {
        Path note = folder.resolve("state/run/" + part + ".json");
        return Files.exists(note) ? json(note).path("pid").asLong(-1) : -1;
    }

    /** Whether a part runs as another process than before. */
    boolean anotherRuns(String part, long before) {
        long now = pid(part);
        return now > 0 && now != before && runs(now);
    }

    /** Whether a process still runs. */
    static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** The processes of all parts that are noted as running. */
    List<Long> pids() {
        try (var files = Files.list(folder.resolve("state/run"))) {
            return files.filter(file -> !file.endsWith("stack.json"))
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> json(file).path("pid").asLong())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String address(String part) {
        Path addresses = folder.resolve("state/run/stack.json");
        if (!Files.exists(addresses)) {
            throw new AssertionError("no stack is up:\n" + told());
        }
        return json(addresses).path(part).asText();
    }

    String kafka() {
        return address("kafka");
    }

    String registry() {
        return address("registry");
    }

    List<GenericRecord> records(String topic) {
        return new Topic(kafka(), registry(), topic).records();
    }

    /** The newest record of a compacted topic with a ticker. */
    Optional<GenericRecord> last(String topic, String ticker) {
        return records(topic).stream()
                .filter(record -> ticker.equals(String.valueOf(record.get("ticker"))))
                .reduce((first, second) -> second);
    }

    /** What the simulator itself has booked for the account. */
    JsonNode books() {
        return http.get(address("simulator") + "/books").body().path("accounts").path(0);
    }

    /** What the simulator's books hold of a symbol. */
    BigDecimal held(String symbol) {
        for (JsonNode position : books().path("positions")) {
            if (position.path("symbol").asText().equals(symbol)) {
                return new BigDecimal(position.path("position").asText());
            }
        }
        return BigDecimal.ZERO;
    }

    /** How many orders work at the simulator, ours and people's. */
    int openOrders() {
        return books().path("openOrders").asInt();
    }

    /** Every execution the simulator has booked. */
    JsonNode executions() {
        return http.get(address("simulator") + "/executions").body();
    }

    /** Does as a person at TWS does. */
    JsonNode person(String path, String json) {
        Http.Answer answer = http.post(address("simulator") + path, json);
        if (answer.status() / 100 != 2) {
            throw new AssertionError(path + " " + json + " was answered " + answer);
        }
        return answer.body();
    }

    /** One ticker as the manager sees it. */
    JsonNode fleet(String ticker) {
        for (JsonNode one : http.get(address("manager") + "/api/fleet").body()) {
            if (one.path("ticker").asText().equals(ticker)) {
                return one;
            }
        }
        return JSON.missingNode();
    }

    /** Runs another command of the script on this stack; returns what it wrote. */
    String run(String... words) {
        List<String> command = new ArrayList<>(launcher());
        command.addAll(List.of(words));
        command.addAll(List.of("--state", folder.resolve("state").toString()));
        return outputOf(command);
    }

    private static String outputOf(List<String> command) {
        try {
            Process other = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(other.getInputStream().readAllBytes(), UTF_8);
            if (other.waitFor() != 0) {
                throw new AssertionError(command + " ended with " + other.exitValue() + text);
            }
            return text;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Runs the documents' example of a reader, with nothing of ours on its class path. */
    String readAsAStranger() {
        List<String> jars =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(LiveStack::isAStrangers)
                        .toList();
        return outputOf(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, jars),
                        HOME.resolve("docs/examples/ReadFills.java").toString(),
                        kafka(),
                        registry()));
    }

    private static boolean isAStrangers(String entry) {
        String name = Path.of(entry).getFileName().toString();
        return name.matches(
                "(kafka-clients|avro|jackson-|slf4j-|lz4-|snappy-|zstd-|commons-).*[.]jar");
    }

    JsonNode summary() {
        return json(summary);
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Leaves no process behind, whatever the test came to. */
    @Override
    public void close() {
        if (process.isAlive()) {
            interrupt();
        }
    }
}
