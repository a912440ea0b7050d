package dev.monger.fleet.workload;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.Money;
import dev.monger.core.monger.MongerState;
import dev.monger.engine.EngineOutput;
import dev.monger.fleet.checker.Checkers;
import dev.monger.fleet.checker.Findings;
import dev.monger.fleet.checker.Sight;
import dev.monger.fleet.world.House;
import dev.monger.fleet.world.Witness;
import dev.monger.fleet.world.World;
import dev.monger.schemas.CommandKind;
import dev.monger.simulator.TwsSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plays one script: storm, then calm in which everything must converge, then the end, at which
 * everything must be proven flat. One object plays one story.
 */
public final class Performance {

    /** The account of all stories. */
    public static final String ACCOUNT = "DU1234567";

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long START_NANOS =
            Instant.parse("2026-11-23T15:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final int REPLAYED = 8;
    private static final int CALM_SECONDS = 150;
    private static final int QUIET_SECONDS = 7;
    private static final int STOP_SECONDS = 60;

    private static final SortedMap<String, String> ASSIGNED = assigned();

    private final Script script;
    private final World world;
    private final Sight sight;
    private final Checkers checkers;
    private final Findings findings;
    private final Coverage coverage = new Coverage();
    private final MachineCoverage machines = new MachineCoverage(coverage);
    private final Narrator narrator;
    private final Actors actors;
    private long steps;

    /** Prepares a story; with {@code told}, its lines are kept. */
    public Performance(Script script, boolean told) {
        this.script = script;
        TwsSimulator broker = BrokerSwitches.simulator(script.setting(), START_NANOS);
        world = new World(script.setting().seed(), broker, ACCOUNT, new Eyes());
        findings = new Findings(this::elapsedNanos);
        sight = new Sight(world, ACCOUNT, script.setting().tickers());
        boolean replay = Long.remainderUnsigned(script.setting().seed(), REPLAYED) == 0;
        checkers = new Checkers(world, sight, findings, replay);
        narrator = new Narrator(told, this::elapsedNanos);
        actors = new Actors(world, checkers, script.setting(), coverage);
    }

    private long elapsedNanos() {
        return world.agenda().nowNanos() - START_NANOS;
    }

    /** Plays the script of a story. */
    public static Outcome play(Script script, boolean told) {
        return new Performance(script, told).play();
    }

    private Outcome play() {
        try {
            storm();
            calm();
            end();
        } catch (IllegalStateException | IllegalArgumentException broken) {
            findings.add(0, broken + at(broken));
        }
        return new Outcome(findings.all(), coverage, narrator.lines(), steps);
    }

    private static String at(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private void storm() {
        String limit = script.setting().switches().get("loss-limit");
        List<Assignment> assignments =
                script.setting().tickers().stream().map(this::assignment).toList();
        world.open(assignments, limit == null ? null : Money.of(limit));
        for (Happening happening : script.happenings()) {
            runTo(happening.millis());
            if (!findings.none()) {
                return;
            }
            narrator.deed(happening.deed());
            coverage(happening.deed());
            actors.act(happening.deed());
        }
        runTo(script.setting().millis());
    }

    private void runTo(long millis) {
        long nanos = millis * MILLI_NANOS - elapsedNanos();
        if (nanos > 0 && findings.none()) {
            world.run(Duration.ofNanos(nanos));
        }
    }

    private void coverage(Deed deed) {
        String what = deed.getClass().getSimpleName();
        boolean open = script.setting().tickers().stream().anyMatch(sight::open);
        coverage.count("deed " + what);
        if (open && !(deed instanceof Deed.Signal)) {
            coverage.count("fault while something is open");
        }
        if (deed instanceof Deed.Misbehave fault) {
            coverage.count("switched on " + fault.fault().split(" ", 2)[0]);
        }
    }

    /** The storm is over: whatever is away comes back, and then all must come to rest. */
    private void calm() {
        if (!findings.none()) {
            return;
        }
        script.happenings().stream()
                .map(Happening::deed)
                .filter(Deed.Misbehave.class::isInstance)
                .map(deed -> ((Deed.Misbehave) deed).fault())
                .filter(fault -> Misbehaviour.struck(world.broker(), fault))
                .forEach(fault -> coverage.count("struck " + fault.split(" ", 2)[0]));
        Misbehaviour.endAll(world.broker());
        world.houses().forEach(House::reprieve);
        actors.hands().leave(script.setting().tickers());
        actors.restart("portfolio");
        actors.restart("manager");
        narrator.line("calm", "begins");
        runTo(stormsEndMillis());
        int quiet = 0;
        for (int second = 0; second < CALM_SECONDS && quiet < QUIET_SECONDS; second++) {
            world.run(Duration.ofSeconds(1));
            quiet = atRest() ? quiet + 1 : 0;
        }
        checkers.calm();
    }

    /** What goes on by itself is waited for. */
    private long stormsEndMillis() {
        long end = 0;
        for (Happening happening : script.happenings()) {
            end = Math.max(end, happening.millis() + happening.deed().lastsMillis());
        }
        return end + 100;
    }

    /** Nothing is under way; some seconds of it in a row are taken as convergence. */
    private boolean atRest() {
        for (String ticker : script.setting().tickers()) {
            if (checkers.stopped(ticker)) {
                continue;
            }
            MongerState state = world.monger(ticker).state();
            boolean rests =
                    state != null
                            && world.monger(ticker).alive()
                            && state.reconciliation().reconciled()
                            && !state.book().anyUnknown()
                            && state.book().liveEntries().isEmpty()
                            && !state.closing().active()
                            && (sight.covered(ticker) || checkers.blame().wasTouched(ticker))
                            && state.conduct().active().isEmpty();
            if (!rests) {
                return false;
            }
        }
        return checkers.commandsEnded();
    }

    /** At last everything is stopped, and what was told must be so by the broker's books. */
    private void end() {
        if (!findings.none()) {
            return;
        }
        Ending ending = new Ending(world, sight, findings, script.setting().tickers());
        world.command(Ending.ID, CommandKind.STOP, "*", Duration.ofSeconds(STOP_SECONDS));
        for (int second = 0; second < STOP_SECONDS + 10 && !ending.reached(); second++) {
            world.run(Duration.ofSeconds(1));
        }
        ending.judge();
    }

    private static SortedMap<String, String> assigned() {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("sizing.unit", "300");
        fields.put("sizing.maximum", "600");
        fields.put("entry.spacing", "4s");
        fields.put("entry.pricing", "cross");
        fields.put("entry.offsetTicks", "2");
        fields.put("entry.coolDownAfterStop", "3s");
        fields.put("exit.maximumHolding", "25s");
        fields.put("exit.takeProfit", "0.15%");
        fields.put("exit.stopLoss", "0.15%");
        fields.put("signals.allowShort", "true");
        fields.put("risk.maximumLossPerDay", "100000");
        return fields;
    }

    private Assignment assignment(String ticker) {
        SortedMap<String, String> fields = new TreeMap<>(ASSIGNED);
        fields.putAll(AssignedRules.of(script.setting().switches()));
        fields.put("ticker", ticker);
        fields.put("account", ACCOUNT);
        return switch (AssignmentFields.read(fields)) {
            case AssignmentFields.Outcome.Read read -> read.assignment();
            case AssignmentFields.Outcome.Refused refused ->
                    throw new IllegalStateException("Invariant: " + refused.problems());
        };
    }

    /** Sees for all who look. */
    private final class Eyes implements Witness {

        @Override
        public void stepped(Stepped step) {
            steps++;
            checkers.stepped(step);
            machines.stepped(step);
        }

        @Override
        public void published(String writer, EngineOutput.Publish record) {
            checkers.published(writer, record);
            narrator.published(record);
        }

        @Override
        public void lived(House house, String what) {
            checkers.lived(house);
            narrator.line(house.name(), what);
            if (what.startsWith("is killed")) {
                coverage.count(inFlatten(house) ? "crash inside flatten" : "crash");
            }
        }

        private boolean inFlatten(House house) {
            MongerState state = house.state();
            return state != null && state.closing().active();
        }

        @Override
        public void broke(House house, RuntimeException failure) {
            narrator.line(house.name(), "BREAKS: " + failure.getMessage());
        }
    }
}
