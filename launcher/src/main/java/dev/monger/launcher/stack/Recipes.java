package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each part is started. */
final class Recipes {

    static final String BROKER = "broker";
    static final String REGISTRY = "registry";
    static final String SIMULATOR = "simulator";
    static final String MANAGER = "manager";
    static final String PORTFOLIO = "portfolio";
    static final String MONGER = "monger";

    /** Small and quick to start; the trading path is in the mongers, which get their own. */
    private static final List<String> SMALL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xss512k",
                    "-XX:+ExitOnOutOfMemoryError");

    private static final Pattern ASSIGNED =
            Pattern.compile("\\bticker\\s*:\\s*[\"']?([A-Z0-9.-]+)");

    private final StackSettings settings;
    private final StateFolder state;
    private final CacheUse cacheUse;
    private final String java;

    Recipes(StackSettings settings, StateFolder state, CacheUse cacheUse) {
        this.settings = settings;
        this.state = state;
        this.cacheUse = cacheUse;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Child.Recipe broker() throws Refusal, IOException {
        List<String> command = java(BROKER);
        command.addAll(List.of("-jar", jar(BROKER).toString()));
        command.addAll(List.of("--port", Integer.toString(settings.ports().kafka())));
        command.addAll(List.of("--data-dir", state.root().resolve("kafka").toString()));
        return recipe(BROKER, command);
    }

    Child.Recipe registry() throws Refusal, IOException {
        Path database = state.folder(REGISTRY).resolve("registry");
        List<String> command = java(REGISTRY);
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
                        jar(REGISTRY).toString()));
        return recipe(REGISTRY, command);
    }

    Child.Recipe simulator() throws Refusal, IOException {
        List<String> command = java(SIMULATOR);
        command.addAll(
                List.of(
                        "-cp",
                        jar(SIMULATOR).toString(),
                        "dev.monger.simulator.server.SimulatorMain"));
        command.addAll(List.of("--port", Integer.toString(settings.ports().tws())));
        command.addAll(List.of("--control-port", Integer.toString(settings.ports().control())));
        command.addAll(List.of("--account", settings.account()));
        command.addAll(List.of("--state", state.folder(SIMULATOR).toString()));
        Path replay = settings.replay();
        if (replay == null) {
            // Its exchange is open whenever somebody tries it, be it a Sunday night.
            command.addAll(List.of("--always-open", "--symbols", symbols()));
        } else {
            command.addAll(List.of("--replay", replay.toString()));
        }
        return recipe(SIMULATOR, command);
    }

    /**
     * What a generated market lists: the well-known ones among those that are to trade, since each
     * has to be given a past before the simulator is ready. A ticker that nobody knows stays one.
     */
    private String symbols() throws IOException {
        Set<String> assigned =
                ASSIGNED.matcher(Files.readString(settings.assignments()))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> listed = new ArrayList<>(WellKnown.TICKERS);
        listed.retainAll(assigned);
        return String.join(",", listed.isEmpty() ? WellKnown.TICKERS : listed);
    }

    Child.Recipe manager() throws Refusal, IOException {
        List<String> command = java(MANAGER);
        command.addAll(List.of("-jar", jar(MANAGER).toString()));
        Map<String, String> environment = environment(settings.ports().manager());
        environment.put("MONGER_ASSIGNMENTS", settings.assignments().toString());
        environment.put("MONGER_MONGER_APP", jar(MONGER).toString());
        environment.put("MONGER_MONGER_OPTIONS", String.join(" ", options(MONGER)));
        environment.put("MONGER_JAVA", java);
        return new Child.Recipe(MANAGER, command, environment, state.root());
    }

    Child.Recipe portfolio() throws Refusal, IOException {
        List<String> command = java(PORTFOLIO);
        command.addAll(List.of("-jar", jar(PORTFOLIO).toString()));
        Map<String, String> environment = environment(settings.ports().portfolio());
        if (settings.dailyLossLimit() != null) {
            environment.put("MONGER_DAILY_LOSS_LIMIT", settings.dailyLossLimit().toPlainString());
        }
        return new Child.Recipe(PORTFOLIO, command, environment, state.root());
    }

    private Child.Recipe recipe(String part, List<String> command) {
        return new Child.Recipe(part, command, environment(0), state.root());
    }

    /** The caches of all kinds of processes of the program in a folder. */
    static List<StartUpCache> caches(Path home) throws Refusal, IOException {
        List<StartUpCache> caches = new ArrayList<>();
        for (String part : List.of(BROKER, REGISTRY, SIMULATOR, MANAGER, PORTFOLIO, MONGER)) {
            caches.add(cache(home, part));
        }
        return caches;
    }

    private static StartUpCache cache(Path home, String part) throws Refusal, IOException {
        Path folder = Files.createDirectories(home.resolve("target/start-up-caches"));
        return new StartUpCache(folder, part, flags(part), jar(home, part));
    }

    private List<String> java(String part) throws Refusal, IOException {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(options(part));
        return command;
    }

    private List<String> options(String part) throws Refusal, IOException {
        List<String> options = new ArrayList<>(flags(part));
        if (cacheUse != CacheUse.NONE) {
            StartUpCache cache = cache(settings.home(), part);
            if (cache.fits()) {
                options.add(cache.use());
            } else if (cacheUse == CacheUse.MAKE) {
                options.add(cache.make());
            }
        }
        return options;
    }

    private static List<String> flags(String part) {
        List<String> flags = new ArrayList<>();
        flags.add(
                switch (part) {
                    case BROKER, SIMULATOR -> "-Xmx256m";
                    case REGISTRY -> "-Xmx160m";
                    case MONGER -> "-Xmx96m";
                    default -> "-Xmx128m";
                });
        flags.addAll(SMALL);
        return flags;
    }

    private Path jar(String part) throws Refusal, IOException {
        return jar(settings.home(), part);
    }

    /** The jar that a part's processes run; it names its libraries. */
    private static Path jar(Path home, String part) throws Refusal, IOException {
        return switch (part) {
            case BROKER -> jarOf(home, "local-broker");
            case REGISTRY -> existing(home.resolve("launcher/target/registry/quarkus-run.jar"));
            // The simulator is among the libraries of the launcher.
            case SIMULATOR -> jarOf(home, "launcher");
            default -> existing(home.resolve(part + "-service/target/quarkus-app/quarkus-run.jar"));
        };
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

    private static Path jarOf(Path home, String module) throws Refusal, IOException {
        Path target = home.resolve(module).resolve("target");
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
