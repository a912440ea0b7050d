package dev.monger.launcher;

import dev.monger.launcher.stack.MadeAssignments;
import dev.monger.launcher.stack.MarketClockText;
import dev.monger.launcher.stack.Ports;
import dev.monger.launcher.stack.Refusal;
import dev.monger.launcher.stack.StackSettings;
import dev.monger.launcher.stack.StateFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code up} takes, checked as a whole: every problem is told at once. */
final class UpOptions {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final BigDecimal FASTEST = BigDecimal.valueOf(1000);

    /** How long the stack takes to come up; a replay's start time is reached only then. */
    private static final Duration COMING_UP = Duration.ofSeconds(20);

    private static final Duration FOREVER = Duration.ofDays(3650);

    private static final String SIMULATED_ACCOUNT = "DU1000001";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the assignments (assignments.yaml of the program)")
    private @Nullable Path config;

    @Option(
            names = "--tickers",
            paramLabel = "N",
            description = "trade N well-known tickers by the rules of the assignments")
    private @Nullable Integer tickers;

    @Option(
            names = "--replay",
            paramLabel = "FOLDER",
            description = "the simulator replays this recorded day")
    private @Nullable Path replay;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "market seconds in a second (${DEFAULT-VALUE}); with --replay only")
    private BigDecimal speed = BigDecimal.ONE;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "how long to trade, as in 90s, 10m or 1h30m; by your watch",
            converter = DurationText.class)
    private @Nullable Duration lasting;

    @Option(
            names = "--shutdown-at",
            paramLabel = "HH:MM",
            description = "when to end, exchange time of New York")
    private @Nullable LocalTime shutdownAt;

    @Option(
            names = "--start-at",
            paramLabel = "HH:MM",
            description = "where in the recorded day to begin (09:30); with --replay only")
    private @Nullable LocalTime startAt;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description =
                    "where everything is kept (${DEFAULT-VALUE}); a second run goes on from it")
    private Path state = Path.of(".monger");

    @Option(names = "--host", description = "host of a real TWS or gateway; no simulator then")
    private @Nullable String host;

    @Option(names = "--port", description = "port of a real TWS or gateway, as in 7497 or 4002")
    private @Nullable Integer port;

    @Option(names = "--account", description = "the account; needed with --host")
    private @Nullable String account;

    @Option(names = "--live", description = "the account may be one with real money")
    private boolean live;

    @Option(
            names = "--daily-loss-limit",
            paramLabel = "AMOUNT",
            description = "loss of a day at which everything is halted and flattened")
    private @Nullable BigDecimal dailyLossLimit;

    @Option(names = "--free-ports", description = "choose free ports instead of the usual ones")
    private boolean freePorts;

    @Option(
            names = "--no-caches",
            description = "start without the caches that make starts quick, and make none")
    private boolean noCaches;

    private final List<String> problems = new ArrayList<>();

    Path state() {
        return state;
    }

    boolean withCaches() {
        return !noCaches;
    }

    /** Checks the options together; refuses with every problem at once. */
    void check() throws Refusal, IOException {
        problems.clear();
        real();
        expect(Files.isReadable(rules()), "--config: there is no file " + rules());
        checkReplay();
        expect(
                dailyLossLimit == null || dailyLossLimit.signum() > 0,
                "--daily-loss-limit is an amount above zero, not " + dailyLossLimit);
        Integer made = tickers;
        expect(
                made == null || (made >= 1 && made <= MadeAssignments.MOST),
                "--tickers is 1 to " + MadeAssignments.MOST + ", not " + made);
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.BAD_INPUT, String.join("\nmonger: ", problems));
        }
    }

    /** The settings these options mean, but for the clock: that is made when the start begins. */
    StackSettings settings(StateFolder folder) throws IOException {
        Path assignments = rules();
        Integer made = tickers;
        if (made != null) {
            assignments = folder.root().resolve("assignments.yaml");
            MadeAssignments.write(rules(), made, assignments);
        }
        return new StackSettings(
                home(),
                assignments,
                freePorts ? Ports.free() : Ports.USUAL,
                MarketClockText.real(),
                account == null ? SIMULATED_ACCOUNT : account,
                real(),
                live,
                replay == null ? null : replay.toAbsolutePath().normalize(),
                dailyLossLimit);
    }

    private static Path home() {
        return Path.of(System.getProperty("monger.home", ".")).toAbsolutePath().normalize();
    }

    private Path rules() {
        Path given = config;
        return (given == null ? home().resolve("assignments.yaml") : given).toAbsolutePath();
    }

    /** How long the stack is to run from now on. */
    Duration lasting(MarketClockText clock) {
        Duration longest = lasting == null ? FOREVER : lasting;
        LocalTime end = shutdownAt;
        if (end == null) {
            return longest;
        }
        Instant now = Instant.now();
        Duration untilEnd = Duration.between(now, clock.next(end, now));
        return untilEnd.compareTo(longest) < 0 ? untilEnd : longest;
    }

    private StackSettings.@Nullable RealTws real() {
        String name = host;
        Integer number = port;
        if (name == null) {
            expect(number == null, "--port goes with --host");
            expect(!live, "--live goes with --host: the simulator has no real money");
            return null;
        }
        expect(number != null && number > 0 && number < 65536, "--host needs --port, 1 to 65535");
        expect(account != null, "--host needs --account: every order names the account it is for");
        expect(replay == null, "--replay goes with the simulator, not with --host");
        expect(
                live || account == null || account.startsWith("D"),
                "account " + account + " is no paper account (D…); say --live if it is meant");
        return new StackSettings.RealTws(name, number == null ? 0 : number);
    }

    private void checkReplay() throws IOException {
        expect(
                speed.signum() > 0 && speed.compareTo(FASTEST) <= 0,
                "--speed is above 0 and at most " + FASTEST + ", not " + speed);
        Path folder = replay;
        if (folder == null) {
            expect(speed.compareTo(BigDecimal.ONE) == 0, "--speed goes with --replay");
            expect(startAt == null, "--start-at goes with --replay");
            return;
        }
        try {
            ReplayDay.of(folder);
        } catch (Refusal refusal) {
            problems.add(String.valueOf(refusal.getMessage()));
        }
    }

    /** The market's clock for a stack whose start begins now. */
    MarketClockText clock(Instant now) throws Refusal, IOException {
        Path folder = replay;
        if (folder == null) {
            return MarketClockText.real();
        }
        LocalDate day = ReplayDay.of(folder).day();
        LocalTime begin = startAt == null ? OPEN : startAt;
        return MarketClockText.showing(day, begin, now.plus(COMING_UP), speed);
    }

    private void expect(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
