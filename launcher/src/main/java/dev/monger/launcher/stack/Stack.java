package dev.monger.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monger.launcher.topic.RegistryClient;
import dev.monger.launcher.topic.TopicAccess;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The local stack: brought up in order, watched, and brought down in order. */
public final class Stack {

    private static final Duration COME_UP = Duration.ofSeconds(90);
    private static final Duration TRADING = Duration.ofSeconds(90);
    private static final Duration FLAT_DEADLINE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StackSettings settings;
    private final StateFolder state;
    private final PrintStream out;
    private final StopRequest stop;
    private final Supervisor parts;
    private final Recipes recipes;
    private final Http http = new Http();
    private final long begun = System.nanoTime();
    private final Map<String, String> lifeCycles = new TreeMap<>();

    /** A stack that is not started yet. */
    public Stack(StackSettings settings, StateFolder state, PrintStream out, StopRequest stop) {
        this.settings = settings;
        this.state = state;
        this.out = out;
        this.stop = stop;
        this.parts = new Supervisor(state, out, System::nanoTime);
        this.recipes = new Recipes(settings, state);
    }

    /** Whether a part is up, told by its own words or its health. */
    private interface Sign {
        boolean seen(Child child) throws IOException, InterruptedException;
    }

    /** Holds the state folder and ends what an earlier run left in it. */
    public FileLock prepare() throws Refusal, IOException, InterruptedException {
        FileLock lock = state.hold();
        new LeftOvers(state, out).end();
        settings.ports().check(settings.simulated());
        return lock;
    }

    /** Brings every part up; what slows none of the others starts at the same time. */
    public void start() throws Refusal, IOException, InterruptedException {
        Addresses at = settings.addresses();
        Child broker = parts.start(recipes.broker());
        Child registry = parts.start(recipes.registry());
        Child simulator = settings.simulated() ? parts.start(recipes.simulator()) : null;
        await(broker, at.kafka(), child -> child.wrote("ready "));
        new TopicAccess(at.kafka()).create(Topics.all());
        await(registry, at.registry(), health(RegistryClient.readyAddress(at.registry())));
        new RegistryClient(at.registry()).register(Topics.all());
        if (simulator != null) {
            String tws = at.twsHost() + ":" + at.twsPort() + ", books at " + at.simulator();
            await(simulator, tws, child -> child.wrote("ready "));
        }
        Child portfolio = parts.start(recipes.portfolio());
        Child manager = parts.start(recipes.manager());
        at.write(state);
        await(manager, at.manager(), health(at.manager() + "/q/health/ready"));
        await(portfolio, at.portfolio(), health(at.portfolio() + "/q/health/ready"));
    }

    /** Waits until every ticker trades, telling each step; gives up waiting, never the stack. */
    public void awaitTrading() throws Refusal, IOException, InterruptedException {
        long end = System.nanoTime() + TRADING.toNanos();
        while (!stop.isAsked() && System.nanoTime() < end) {
            if (allTrade(tellTickers())) {
                out.printf(Locale.ROOT, "all trading after %.1f s%n", seconds());
                return;
            }
            stop.within(Duration.ofMillis(250));
            parts.look();
        }
        if (!stop.isAsked()) {
            out.println("not every ticker trades yet; ./monger ps tells more");
        }
    }

    /** Watches until somebody asks the stack to end, or a moment of monotonic time is reached. */
    public void watch(long endNanos) throws Refusal, IOException, InterruptedException {
        int looks = 0;
        while (System.nanoTime() - endNanos < 0 && !stop.within(Duration.ofMillis(200))) {
            parts.look();
            if (looks++ % 5 == 0) {
                tellTickers();
            }
        }
    }

    /** Asks the fleet to be flat and waits for the proof; what is left, a sentence each. */
    public List<String> flatten(String reason) throws InterruptedException {
        FleetClient fleet = new FleetClient(settings.addresses().manager());
        out.println("stopping: every ticker is asked to be flat");
        try {
            String id =
                    fleet.send(
                            new FleetClient.Order("STOP", List.of(), reason, FLAT_DEADLINE, null));
            return FleetClient.undone(fleet.await(id, FLAT_DEADLINE));
        } catch (Refusal | IOException unreachable) {
            return List.of(
                    "the manager did not take the command to stop ("
                            + unreachable.getMessage()
                            + "): positions are kept under their stops");
        }
    }

    /** Brings every part down: those that write to topics first, the broker last. */
    public void end() throws IOException, InterruptedException {
        for (String part :
                List.of(
                        Recipes.PORTFOLIO,
                        Recipes.MANAGER,
                        Recipes.SIMULATOR,
                        Recipes.REGISTRY,
                        Recipes.BROKER)) {
            if (!parts.end(part, PATIENCE)) {
                out.println(part + " did not end in order; its log is " + state.log(part));
            }
        }
        Files.deleteIfExists(state.addresses());
    }

    /** What a second Ctrl-C tells: processes that still run, and how the tickers stood. */
    public String left() {
        return "left running: "
                + (parts.running().isEmpty() ? "nothing" : parts.running())
                + "\nthe next ./monger up with this state folder ends them and goes on from there";
    }

    private List<JsonNode> tellTickers() throws InterruptedException {
        List<JsonNode> tickers;
        try {
            tickers = new FleetClient(settings.addresses().manager()).tickers();
        } catch (Refusal | IOException notNow) {
            return List.of();
        }
        for (JsonNode ticker : tickers) {
            String name = ticker.path("ticker").asText();
            String now = TickerLine.state(ticker);
            if (!now.equals(lifeCycles.put(name, now))) {
                out.println(TickerLine.of(ticker));
            }
        }
        return tickers;
    }

    private static boolean allTrade(List<JsonNode> tickers) {
        List<String> states = new ArrayList<>();
        tickers.forEach(ticker -> states.add(ticker.path("lifeCycle").asText()));
        return !states.isEmpty() && states.stream().allMatch("TRADING"::equals);
    }

    private Sign health(String uri) {
        return child -> http.ready(uri);
    }

    private void await(Child child, String where, Sign sign)
            throws Refusal, IOException, InterruptedException {
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
                throw new Refusal(Refusal.RESIDUAL, "stopped while " + child.part() + " started");
            }
        }
        out.printf(
                Locale.ROOT,
                "%-10s ready  %-45s process %-7d %5.1f s%n",
                child.part(),
                where,
                child.pid(),
                seconds());
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
