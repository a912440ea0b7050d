package dev.monger.fleet.checker;

import dev.monger.core.monger.MongerState;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.fleet.world.House;
import dev.monger.fleet.world.Witness;
import dev.monger.fleet.world.World;
import dev.monger.schemas.CommandKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All invariants, looked at whenever anything happens. */
public final class Checkers {

    private static final String MONGER = "monger-";

    private final World world;
    private final Sight sight;
    private final Blame blame = new Blame();
    private final Findings findings;
    private final CommandChecker commands = new CommandChecker();
    private final List<Checker> checkers;
    private final SortedMap<String, Long> able = new TreeMap<>();

    /**
     * Looks at a world.
     *
     * @param replay whether the journals of those that never died are stepped again at the end
     */
    public Checkers(World world, Sight sight, Findings findings, boolean replay) {
        this.world = world;
        this.sight = sight;
        this.findings = findings;
        checkers =
                List.of(
                        new PositionChecker(),
                        new IntentChecker(),
                        new MaximumChecker(),
                        new OpeningChecker(),
                        new ExitsChecker(),
                        new ProtectionChecker(),
                        commands,
                        new SequenceChecker(),
                        new ReplayChecker(replay),
                        new AlarmChecker());
    }

    /** What people and the broker did, to be written down by whoever made them do it. */
    public Blame blame() {
        return blame;
    }

    /** The operator asked for something; it must end for this ticker. */
    public void commanded(String id, String ticker, String what, long deadlineNanos) {
        commands.issued(id, ticker, what, deadlineNanos);
    }

    /** The operator asked for something of one ticker or of all. */
    public void asked(String id, CommandKind kind, String ticker) {
        commands.asked(id, kind, ticker);
    }

    /** Whether a ticker was told to stop, has proved it, and was not started since. */
    public boolean stopped(String ticker) {
        return commands.stopped(ticker);
    }

    /** Whether everything that was asked for has come to an end. */
    public boolean commandsEnded() {
        return commands.allEnded();
    }

    /** One step of one engine. */
    public void stepped(Witness.Stepped step) {
        MongerState before = step.before();
        MongerState after = step.house().state();
        if (before == null || after == null) {
            return;
        }
        String ticker = step.house().name().substring(MONGER.length());
        Scene scene =
                new Scene(
                        world,
                        sight,
                        blame,
                        ticker,
                        before,
                        after,
                        step,
                        able(step.house(), after));
        for (Checker checker : checkers) {
            checker.stepped(scene, findings);
        }
    }

    /** A monger can act while it runs, hears, and both links stand. */
    private @Nullable Long able(House house, MongerState state) {
        boolean can =
                house.active() && state.link().healthy() && state.reconciliation().reconciled();
        if (!can) {
            able.remove(house.name());
            return null;
        }
        return able.computeIfAbsent(house.name(), _ -> world.agenda().nowNanos());
    }

    /** A record was published. */
    public void published(String writer, Publish record) {
        for (Checker checker : checkers) {
            checker.published(writer, record, world.agenda().nowNanos(), findings);
        }
    }

    /** A process has begun or ended: it acts anew. */
    public void lived(House house) {
        able.remove(house.name());
    }

    /** The world has been calm for long enough. */
    public void calm() {
        Calm calm = new Calm(world, sight, blame, commands);
        for (Checker checker : checkers) {
            checker.calm(calm, findings);
        }
    }
}
