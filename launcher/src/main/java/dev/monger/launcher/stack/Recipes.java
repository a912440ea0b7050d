package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How each part is started. */
final class Recipes {

    static final String BROKER = "broker";
    static final String REGISTRY = "registry";
    static final String SIMULATOR = "simulator";
    static final String MANAGER = "manager";
    static final String PORTFOLIO = "portfolio";

    /** Small and quick to start; the trading path is in the mongers, which get their own. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

    /** What a generated market lists: all that can be asked for with {@code --tickers}. */
    private static final String SYMBOLS = String.join(",", WellKnown.TICKERS);

    private static final String MONGER_OPTIONS =
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -Xss512k";

    private final StackSettings settings;
    private final StateFolder state;
    private final String java;

    Recipes(StackSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Child.Recipe broker() throws Refusal, IOException {
        List<String> command = java("-Xmx256m");
        command.add("-jar");
        command.add(jarOf("local-broker").toString());
        command.addAll(List.of("--port", Integer.toString(settings.ports().kafka())));
        command.addAll(List.of("--data-dir", state.root().resolve("kafka").toString()));
        return recipe(BROKER, command);
    }

    Child.Recipe registry() throws Refusal, IOException {
        Path app = settings.home().resolve("launcher/target/registry/quarkus-run.jar");
        Path database = state.folder(REGISTRY).resolve("registry");
        List<String> command = java("-Xmx160m");
        command.addAll(
                List.of(
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + settings.ports().registry(),
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0",
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=h2",
                        "-Dapicurio.datasource.url=jdbc:h2:file:" + database,
                        "-Dapicurio.datasource.jdbc.initial-size=1",
                        "-Dapicurio.datasource.jdbc.min-size=1",
                        "-Dapicurio.datasource.jdbc.max-size=5",
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dquarkus.log.level=WARN",
                        "-Dquarkus.otel.sdk.disabled=true",
                        "-jar",
                        existing(app).toString()));
        return recipe(REGISTRY, command);
    }

    Child.Recipe simulator() throws Refusal, IOException {
        // The launcher's jar names its libraries in their order, the simulator's among them.
        String jar = jarOf("launcher").toString();
        List<String> command = java("-Xmx256m");
        command.addAll(List.of("-cp", jar, "dev.monger.simulator.server.SimulatorMain"));
        command.addAll(List.of("--port", Integer.toString(settings.ports().tws())));
        command.addAll(List.of("--control-port", Integer.toString(settings.ports().control())));
        command.addAll(List.of("--account", settings.account()));
        command.addAll(List.of("--state", state.folder(SIMULATOR).toString()));
        Path replay = settings.replay();
        if (replay == null) {
            // Its exchange is open whenever somebody tries it, be it a Sunday night.
            command.addAll(List.of("--always-open", "--symbols", SYMBOLS));
        } else {
            command.addAll(List.of("--replay", replay.toString()));
        }
        return recipe(SIMULATOR, command);
    }

    Child.Recipe manager() throws Refusal {
        List<String> command = java("-Xmx128m");
        command.addAll(List.of("-jar", application("manager-service").toString()));
        Map<String, String> environment = environment(settings.ports().manager());
        environment.put("MONGER_ASSIGNMENTS", settings.assignments().toString());
        environment.put("MONGER_MONGER_APP", application("monger-service").toString());
        environment.put("MONGER_MONGER_OPTIONS", MONGER_OPTIONS);
        environment.put("MONGER_JAVA", java);
        return new Child.Recipe(MANAGER, command, environment, state.root());
    }

    Child.Recipe portfolio() throws Refusal {
        List<String> command = java("-Xmx128m");
        command.addAll(List.of("-jar", application("portfolio-service").toString()));
        Map<String, String> environment = environment(settings.ports().portfolio());
        if (settings.dailyLossLimit() != null) {
            environment.put("MONGER_DAILY_LOSS_LIMIT", settings.dailyLossLimit().toPlainString());
        }
        return new Child.Recipe(PORTFOLIO, command, environment, state.root());
    }

    private Child.Recipe recipe(String part, List<String> command) {
        return new Child.Recipe(part, command, environment(0), state.root());
    }

    private List<String> java(String heap) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.add(heap);
        command.addAll(SMALL);
        return command;
    }

    private Map<String, String> environment(int httpPort) {
        Addresses at = settings.addresses();
        Map<String, String> environment = new TreeMap<>();
        environment.put("MONGER_KAFKA", at.kafka());
        environment.put("MONGER_REGISTRY", at.registry());
        environment.put("MONGER_TWS_HOST", at.twsHost());
        environment.put("MONGER_TWS_PORT", Integer.toString(at.twsPort()));
        environment.put("MONGER_ACCOUNT", at.account());
        environment.put("MONGER_LIVE", Boolean.toString(settings.live()));
        environment.put("MONGER_SIMULATED", Boolean.toString(settings.simulated()));
        environment.put("MONGER_STATE_DIR", state.root().toString());
        if (!settings.clock().equals(MarketClockText.real())) {
            environment.put("MONGER_CLOCK", at.clock());
        }
        environment.put("MONGER_HTTP_PORT", Integer.toString(httpPort));
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private Path application(String module) throws Refusal {
        return existing(settings.home().resolve(module + "/target/quarkus-app/quarkus-run.jar"));
    }

    private Path jarOf(String module) throws Refusal, IOException {
        Path target = settings.home().resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                var jar =
                        files.filter(f -> f.getFileName().toString().startsWith(module + "-"))
                                .filter(f -> f.getFileName().toString().endsWith(".jar"))
                                .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            }
        }
        return existing(target.resolve(module + ".jar"));
    }

    private static Path existing(Path file) throws Refusal {
        if (!Files.exists(file)) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    file + " is not built; start with ./monger up, which builds what runs");
        }
        return file;
    }
}
