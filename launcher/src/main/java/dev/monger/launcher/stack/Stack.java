package dev.monger.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monger.launcher.topic.RegistryClient;
import dev.monger.launcher.topic.TopicAccess;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The local stack: brought up in order, watched, and brought down in order. */
public final class Stack {

    private static final Duration COME_UP = Duration.ofSeconds(90);
    private static final Duration FLAT_DEADLINE = Duration.ofSeconds(90);

    /** In this order the parts end: those that write to topics first, the broker last. */
    static final List<String> ENDING =
            List.of(
                    Recipes.PORTFOLIO,
                    Recipes.MANAGER,
                    Recipes.SIMULATOR,
                    Recipes.REGISTRY,
                    Recipes.BROKER);

    private final StackSettings settings;
    private final StateFolder state;
    private final Screen screen;
    private final StopRequest stop;
    private final Supervisor parts;
    private final FleetClient fleet;
    private final Board board;
    private final Recipes recipes;
    private final Http http = new Http();
    private final long begun = System.nanoTime();
    private final Map<String, LogTail> mongerLogs = new TreeMap<>();
    private boolean managed;

    /** A stack that is not started yet. */
    public Stack(
            StackSettings settings,
            StateFolder state,
            Screen screen,
            StopRequest stop,
            CacheUse cacheUse) {
        this.settings = settings;
        this.state = state;
        this.screen = screen;
        this.stop = stop;
        this.parts = new Supervisor(state, screen, System::nanoTime);
        this.fleet = new FleetClient(settings.addresses().manager(), state.token());
        this.board = new Board(screen, fleet);
        this.recipes = new Recipes(settings, state, cacheUse);
    }

    /** Whether a part is up, told by its own words or its health. */
    private interface Sign {
        boolean seen(Child child) throws IOException, InterruptedException;
    }

    /** Thrown within a start that somebody has asked to end. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Holds the state folder and ends what an earlier run left in it. */
    public static FileLock prepare(StackSettings settings, StateFolder state, Screen screen)
            throws Refusal, IOException, InterruptedException {
        FileLock lock = state.hold();
        new LeftOvers(state, screen).end();
        settings.ports().check(settings.simulated());
        StackSettings.RealTws tws = settings.real();
        if (tws != null) {
            TwsProbe.greet(tws.host(), tws.port());
        }
        return lock;
    }

    /** Brings every part up; returns whether it did, and was not asked to end meanwhile. */
    public boolean start() throws Refusal, IOException, InterruptedException {
        try {
            startInOrder();
            return true;
        } catch (Stopped askedMeanwhile) {
            return false;
        }
    }

    /** What slows none of the others starts at the same time. */
    private void startInOrder() throws Refusal, Stopped, IOException, InterruptedException {
        Addresses at = settings.addresses();
        // All are made before the first is started: what is not built is told at once.
        Child.Recipe portfolioRecipe = recipes.portfolio();
        Child.Recipe managerRecipe = recipes.manager();
        mongerLogs.putAll(state.logTails());
        Child broker = begin(recipes.broker());
        Child registry = begin(recipes.registry());
        Child simulator = settings.simulated() ? begin(recipes.simulator()) : null;
        await(broker, at.kafka(), child -> child.wrote("ready "));
        new TopicAccess(at.kafka()).create(Topics.all());
        await(registry, at.registry(), health(RegistryClient.readyAddress(at.registry())));
        new RegistryClient(at.registry()).register(Topics.all());
        Child portfolio = begin(portfolioRecipe);
        Child manager = begin(managerRecipe);
        at.write(state);
        if (simulator != null) {
            String tws = at.twsHost() + ":" + at.twsPort() + ", books at " + at.simulator();
            await(simulator, tws, child -> child.wrote("ready "));
        }
        await(manager, at.manager(), health(at.manager() + "/q/health/ready"));
        managed = true;
        await(portfolio, at.portfolio(), health(at.portfolio() + "/q/health/ready"));
    }

    /**
     * Waits until every ticker trades or says why not; gives up waiting after a time, never the
     * stack.
     */
    public boolean awaitTrading(Duration limit) throws Refusal, IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!stop.isAsked() && System.nanoTime() - end < 0) {
            List<JsonNode> tickers = board.look();
            if (!tickers.isEmpty() && tickers.stream().allMatch(TickerLine::hasBegun)) {
                for (JsonNode ticker : tickers) {
                    String part = Recipes.MONGER + "-" + ticker.path("ticker").asText();
                    LogTail whole = LogTail.whole(state.log(part));
                    tellRefusedCache(part, mongerLogs.getOrDefault(part, whole).lines());
                }
                screen.say(String.format(Locale.ROOT, begun(tickers) + " after %.1f s", seconds()));
                return true;
            }
            stop.within(Duration.ofMillis(250));
            parts.look();
        }
        return false;
    }

    private static String begun(List<JsonNode> tickers) {
        List<String> idle =
                tickers.stream()
                        .filter(ticker -> !TickerLine.state(ticker).equals("TRADING"))
                        .map(ticker -> ticker.path("ticker").asText())
                        .toList();
        return idle.isEmpty() ? "all trading" : "all up, not trading: " + String.join(", ", idle);
    }

    /** Watches until somebody asks the stack to end, or a moment of monotonic time is reached. */
    public void watch(long endNanos) throws Refusal, IOException, InterruptedException {
        while (System.nanoTime() - endNanos < 0 && !stop.within(Duration.ofMillis(500))) {
            parts.look();
            board.look();
        }
    }

    /** Asks the fleet to be flat and waits for the proof; what is left, a sentence each. */
    public List<String> flatten(String reason) throws InterruptedException {
        if (!managed) {
            return List.of();
        }
        screen.say(reason + ": every ticker is asked to be flat");
        try {
            String id =
                    fleet.send(
                            new FleetClient.Order("STOP", List.of(), reason, FLAT_DEADLINE, null));
            JsonNode ended = fleet.await(id, FLAT_DEADLINE, board::look);
            return FleetClient.undone(ended);
        } catch (Refusal | IOException unreachable) {
            return List.of(
                    "the manager did not take the command to stop ("
                            + Http.reason(unreachable)
                            + "): positions are kept under their stops");
        }
    }

    /** Brings every part down, giving each a time to end in order. */
    public void end(Duration patience) throws IOException, InterruptedException {
        for (String part : ENDING) {
            if (parts.has(part)) {
                board.part(part, "ending", "");
                boolean inOrder = parts.end(part, patience);
                board.part(part, inOrder ? "ended" : "killed", "");
                if (!inOrder) {
                    screen.say(part + " did not end in order; its log is " + state.log(part));
                }
            }
        }
        Files.deleteIfExists(state.addresses());
    }

    /** Whether the manager came up, so that a ticker may have traded. */
    public boolean isManaged() {
        return managed;
    }

    /** What would be left if the launcher ended now: processes, and what the tickers hold. */
    public String left() {
        List<String> held = board.held();
        return "  running: "
                + (parts.running().isEmpty() ? "nothing" : parts.running())
                + "\n  held: "
                + (held.isEmpty() ? "nothing" : "\n    " + String.join("\n    ", held));
    }

    private Child begin(Child.Recipe recipe) throws IOException {
        Child child = parts.start(recipe);
        board.part(child.part(), "starting", "process " + child.pid());
        return child;
    }

    private Sign health(String uri) {
        return child -> http.ready(uri);
    }

    private void await(Child child, String where, Sign sign)
            throws Refusal, Stopped, IOException, InterruptedException {
        long end = System.nanoTime() + COME_UP.toNanos();
        while (!sign.seen(child)) {
            if (!child.alive()) {
                throw new Refusal(Refusal.PART_DOWN, Supervisor.report(child));
            }
            if (System.nanoTime() > end) {
                throw new Refusal(
                        Refusal.PART_DOWN,
                        child.part()
                                + " is not ready after "
                                + COME_UP.toSeconds()
                                + " s; its log is "
                                + child.log());
            }
            if (stop.within(Duration.ofMillis(50))) {
                throw new Stopped();
            }
        }
        tellRefusedCache(child.part(), child.lines());
        String after = String.format(Locale.ROOT, " after %.1f s, ", seconds());
        board.part(child.part(), "ready", "process " + child.pid() + after + where);
    }

    private void tellRefusedCache(String part, List<String> lines) {
        StartUpCache.refusal(lines)
                .ifPresent(reason ->
                        screen.say(
                                part
                                        + ": its start-up cache is refused, so it starts slowly: "
                                        + reason));
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
