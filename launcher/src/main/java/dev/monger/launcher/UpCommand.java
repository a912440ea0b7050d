package dev.monger.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.stack.Addresses;
import dev.monger.launcher.stack.CacheUse;
import dev.monger.launcher.stack.DaySummary;
import dev.monger.launcher.stack.Http;
import dev.monger.launcher.stack.Refusal;
import dev.monger.launcher.stack.Screen;
import dev.monger.launcher.stack.Signals;
import dev.monger.launcher.stack.Stack;
import dev.monger.launcher.stack.StackSettings;
import dev.monger.launcher.stack.StateFolder;
import dev.monger.launcher.stack.StopRequest;
import dev.monger.launcher.stack.Training;
import dev.monger.launcher.topic.RecordDecoder;
import dev.monger.launcher.topic.RegistryClient;
import dev.monger.launcher.topic.TopicAccess;
import dev.monger.launcher.topic.TopicRecords;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole stack until it is told to end. */
@Command(
        name = "up",
        description = "Runs the whole stack on this machine until Ctrl-C, --for or --shutdown-at.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Duration TRADING = Duration.ofSeconds(90);

    /** More than the manager takes, who waits for mongers that cannot prove their stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Mixin private final UpOptions options = new UpOptions();

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description =
                    "write what the day brought as JSON: fills, orders, residual positions,"
                            + " P&L, alarms, violations")
    private @Nullable Path summary;

    private final Screen screen = Screen.ofThisProcess();
    private final AtomicReference<@Nullable Stack> running = new AtomicReference<>();

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        StopRequest stop = new StopRequest(this::askedAgain);
        Signals.heard(stop::ask);
        options.check();
        StateFolder state = StateFolder.open(options.state());
        StackSettings settings = options.settings(state);
        try (FileLock lock = Stack.prepare(settings, state, screen)) {
            if (!lock.isValid()) {
                throw new Refusal(Refusal.BAD_INPUT, "the lock in " + state.root() + " is lost");
            }
            if (options.withCaches()) {
                new Training(settings.home(), screen, stop).trainIfNeeded();
            }
            if (stop.isAsked()) {
                screen.say("stopped before anything was started");
                return 0;
            }
            Instant startedAt = Instant.now();
            StackSettings clocked = settings.withClock(options.clock(startedAt));
            screen.say("state and logs in " + state.root());
            CacheUse caches = options.withCaches() ? CacheUse.USE : CacheUse.NONE;
            Stack stack = new Stack(clocked, state, screen, stop, caches);
            running.set(stack);
            return run(stack, clocked, startedAt, stop);
        }
    }

    private int run(Stack stack, StackSettings settings, Instant startedAt, StopRequest stop)
            throws Refusal, IOException, InterruptedException {
        DaySummary day = new DaySummary(startedAt);
        List<String> residuals = new ArrayList<>();
        String reason = "a part is down";
        try {
            if (stack.start()) {
                if (!stack.awaitTrading(TRADING) && !stop.isAsked()) {
                    screen.say("not every ticker trades yet; ./monger ps tells more");
                }
                screen.say("REST API at " + settings.addresses().manager() + "/q/openapi");
                stack.watch(System.nanoTime() + options.lasting(settings.clock()).toNanos());
            }
            reason = stop.isAsked() ? "stopped by hand" : "time is up";
        } finally {
            residuals.addAll(finish(stack, day, settings, reason));
        }
        if (!stack.isManaged()) {
            screen.say("ended before anything could trade");
            return 0;
        }
        screen.say(residuals.isEmpty() ? "ended, everything flat" : "ended with a residual");
        return residuals.isEmpty() ? 0 : Refusal.RESIDUAL;
    }

    /** Brings everything down whatever fails on the way; what is left is told, and returned. */
    private List<String> finish(Stack stack, DaySummary day, StackSettings settings, String reason)
            throws Refusal, IOException, InterruptedException {
        try {
            if (!stack.isManaged()) {
                return List.of();
            }
            List<String> residuals = stack.flatten(reason);
            residuals.forEach(sentence -> screen.say("left: " + sentence));
            day.residuals(residuals);
            tell(day, settings.addresses());
            return residuals;
        } finally {
            stack.end(PATIENCE);
        }
    }

    /** Reads the day while broker, registry and simulator still answer. */
    private void tell(DaySummary day, Addresses at)
            throws Refusal, IOException, InterruptedException {
        RegistryClient registry = new RegistryClient(at.registry());
        day.readTopics(new TopicRecords(new TopicAccess(at.kafka()), new RecordDecoder(registry)));
        if (!at.simulator().isEmpty()) {
            Http http = new Http();
            day.compare(
                    http.get(at.simulator() + "/books").body(),
                    http.get(at.simulator() + "/executions").body());
        }
        ObjectNode json = day.json(Instant.now());
        Path file = summary;
        if (file != null) {
            DaySummary.write(json, file);
        }
        json.path("tickers").properties().forEach(e -> screen.say(line(e.getKey(), e.getValue())));
        screen.say(
                "the day: "
                        + json.path("fills").asText()
                        + " fills of "
                        + json.path("orders").asText()
                        + " orders, realised "
                        + json.path("pnl").path("realized").asText()
                        + ", commissions "
                        + json.path("pnl").path("commissions").asText());
        json.path("violations").forEach(v -> screen.say("VIOLATION: " + v.asText()));
    }

    private static String line(String ticker, JsonNode day) {
        return "%-10s %4s fills %4s orders  own %-6s realised %s"
                .formatted(
                        ticker,
                        day.path("fills").asText(),
                        day.path("orders").asText(),
                        day.path("own").asText(),
                        day.path("realizedPnl").asText());
    }

    /** A second Ctrl-C says what would be left; a third ends without waiting for anything. */
    private void askedAgain(int time) {
        Stack stack = running.get();
        String left = stack == null ? "  nothing was started" : stack.left();
        if (time == 2) {
            screen.say("still ending in order; a third Ctrl-C ends at once, and leaves:\n" + left);
            return;
        }
        screen.say(
                "ended at once, leaving:\n"
                        + left
                        + "\nthe next ./monger up with this state folder ends them and goes on");
        Runtime.getRuntime().halt(Refusal.RESIDUAL);
    }
}
