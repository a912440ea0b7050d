package dev.monger.fleet.world;

import dev.monger.core.monger.MongerState;
import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.engine.Now;
import dev.monger.engine.journal.ReplayComparison;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.prediction.InferenceResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays the shell of one service: its socket, its journal, its clock, its topics, its death and its
 * return.
 */
public final class House {

    private static final long SHORTEST_NANOS = 50_000L;
    private static final long LONGEST_NANOS = 3_000_000L;

    /** What the system says of a process that was killed. */
    private static final int KILLED = 137;

    /** How a process ends that cannot write its journal. */
    private static final int DISK_FULL = 74;

    private final World world;
    private final Lodger lodger;
    private final Chance chance;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final List<String> alarms = new ArrayList<>();
    private final Deque<Function<Now, EngineInput>> held = new ArrayDeque<>();
    private final Wakes wakes = new Wakes();
    private final Cable cable;
    private final Doom doom = new Doom();

    private final Minds minds;
    private KeptJournal journal;
    private long generation;
    private long pausedUntilNanos = Long.MIN_VALUE;
    private long journalRoom = Long.MAX_VALUE;
    private boolean alive;

    House(World world, Lodger lodger, Chance chance) {
        this.world = world;
        this.lodger = lodger;
        this.chance = chance;
        journal = new KeptJournal(lodger.name());
        mailbox = new Mailbox(world.topics(), lodger);
        outbox = new Outbox(record -> world.publish(lodger.name(), record));
        cable = new Cable(this, world);
        minds = new Minds(lodger.engines());
    }

    /** Starts a process: what the journal holds is stepped again first, its outputs are history. */
    void start(long session) {
        outbox.begin();
        ReplayComparison.Report replayed = minds.start(journal, outbox::listeningTo);
        if (replayed.differences() > 0) {
            throw new IllegalStateException(
                    "Invariant: the same journal gives the same outputs: " + replayed.first());
        }
        generation++;
        alive = true;
        held.clear();
        pausedUntilNanos = Long.MIN_VALUE;
        world.witness().lived(this, "starts, session " + session);
        outbox.opened();
        deliver(now -> new EngineInput.Started(now, session, lodger.settings()));
        mailbox.reopen();
        later(this::readMail);
    }

    /** The process is gone between two steps; the broker notices a closed socket. */
    public void kill() {
        die("is killed", KILLED);
    }

    private void die(String how, int code) {
        if (alive) {
            end();
            world.witness().lived(this, how);
            world.ended(this, code);
        }
    }

    void end() {
        alive = false;
        generation++;
        cable.hangUp();
    }

    /**
     * The process will be killed in a stage of its monger's life, or at once.
     *
     * @param steps so many steps after the stage is reached
     * @param outputs how many outputs of that step still take effect
     */
    public void doom(Stage stage, int steps, int outputs) {
        doom.comes(stage, steps, outputs);
    }

    /** No death waits for the process any more, and its disk has room again. */
    public void reprieve() {
        doom.passes();
        freeDisk();
    }

    /** The process does nothing until then; what comes waits, and time goes on. */
    public void pause(long untilNanos) {
        if (!alive) {
            return;
        }
        pausedUntilNanos = Math.max(pausedUntilNanos, untilNanos);
        long then = generation;
        world.agenda()
                .at(
                        untilNanos,
                        () -> {
                            if (then == generation && !paused()) {
                                goOn();
                            }
                        });
    }

    boolean paused() {
        return world.agenda().nowNanos() < pausedUntilNanos;
    }

    private void goOn() {
        while (!held.isEmpty() && alive) {
            deliver(held.remove());
        }
        if (alive) {
            readMail();
        }
    }

    /** The disk is gone, and everything that was on it. */
    public void loseDisk() {
        die("is killed, its disk is lost", KILLED);
        journal = new KeptJournal(lodger.name());
        minds.forget();
        outbox.forget();
        mailbox.forget();
    }

    /** The disk takes so many records more, and then none until it is freed. */
    public void fillDisk(long records) {
        journalRoom = records;
    }

    /** The disk has room again. */
    public void freeDisk() {
        journalRoom = Long.MAX_VALUE;
    }

    /** Kafka is away from this process until then. */
    public void cutTopics(long untilNanos) {
        outbox.close();
        mailbox.closeUntil(untilNanos);
        world.agenda()
                .at(
                        untilNanos,
                        () -> {
                            if (!mailbox.closed(world.agenda().nowNanos())) {
                                outbox.open();
                                mailCame();
                            }
                        });
    }

    /** What comes from Kafka comes later than usual, until then. */
    public void slowTopics(long byNanos, long untilNanos) {
        mailbox.slow(byNanos, untilNanos);
    }

    /** At the next start the last records of each topic are read again. */
    public void repeatTopics(int records) {
        mailbox.repeat(records);
    }

    /** The engine that runs now, for checkers. */
    public Engine engine() {
        return minds.living();
    }

    /** Whose house it is, as in monger-SPY. */
    public String name() {
        return lodger.name();
    }

    /** Whether a process runs. */
    public boolean alive() {
        return alive;
    }

    /** Whether a process runs and does something. */
    public boolean active() {
        return alive && !paused();
    }

    /** Whether Kafka can be reached from here. */
    public boolean topicsOpen() {
        return !mailbox.closed(world.agenda().nowNanos());
    }

    /** What the monger who lives here knows; null for other services. */
    public @Nullable MongerState state() {
        return minds.living() instanceof MongerEngine monger ? monger.state() : null;
    }

    /** Alarms as they were raised. */
    public List<String> alarms() {
        return List.copyOf(alarms);
    }

    /** Everything that was taken in, in order, with a hash of what came of it. */
    public KeptJournal journal() {
        return journal;
    }

    /** Replays what was kept since the last replay, so that each input is replayed once. */
    public ReplayComparison.Report replayRest() {
        return minds.replayRest(journal);
    }

    /** An engine of the same make that has lived nothing yet, for a replay. */
    public Engine twin() {
        return lodger.engines().get();
    }

    World world() {
        return world;
    }

    /** Whether a record is for whoever lives here. */
    boolean reads(Publish record) {
        return lodger.reads(record);
    }

    /** Something was appended to a topic. */
    void mailCame() {
        if (alive && !mailbox.closed(world.agenda().nowNanos())) {
            in(delay() + mailbox.slowness(world.agenda().nowNanos()), this::readMail);
        }
    }

    private void readMail() {
        long then = generation;
        while (then == generation && !paused() && !mailbox.closed(world.agenda().nowNanos())) {
            Mailbox.Letter letter = mailbox.next();
            if (letter == null) {
                return;
            }
            switch (letter) {
                case Mailbox.Letter.Written record -> {
                    if (delivered(now -> input(record, now))) {
                        mailbox.taken(record);
                    }
                }
                case Mailbox.Letter.EndOf end ->
                        deliver(now -> new EngineInput.CaughtUp(now, end.topic()));
            }
        }
    }

    private static EngineInput input(Mailbox.Letter.Written record, Now now) {
        return new EngineInput.RecordRead(now, record.topic(), record.key(), record.value());
    }

    void deliver(Function<Now, EngineInput> what) {
        if (paused() && alive) {
            held.add(what);
        } else {
            var _ = delivered(what);
        }
    }

    /** Returns whether the journal has it. */
    private boolean delivered(Function<Now, EngineInput> what) {
        if (!alive) {
            return false;
        }
        if (journalRoom == 0) {
            die("ends: its disk is full", DISK_FULL);
            return false;
        }
        if (journalRoom != Long.MAX_VALUE) {
            journalRoom--;
        }
        step(what.apply(world.now()));
        return true;
    }

    private void step(EngineInput input) {
        MongerState before = state();
        List<EngineOutput> outputs;
        try {
            outputs = minds.living().step(input);
        } catch (IllegalStateException | IllegalArgumentException failure) {
            world.witness().broke(this, failure);
            throw failure;
        }
        journal.append(input, outputs);
        world.witness().stepped(new Witness.Stepped(this, before, input, outputs));
        boolean dies = doom.strikes(before, state());
        long then = generation;
        int carriedOut = 0;
        for (EngineOutput output : outputs) {
            if (then != generation || (dies && carriedOut >= doom.outputs())) {
                break;
            }
            carryOut(output);
            carriedOut++;
        }
        if (dies && then == generation) {
            kill();
        }
    }

    private void carryOut(EngineOutput output) {
        switch (output) {
            case EngineOutput.Send send -> cable.send(send.bytes());
            case EngineOutput.OpenLink _ -> later(cable::open);
            case EngineOutput.CloseLink close -> cable.close(close.reason());
            case Publish publish -> outbox.take(publish);
            case EngineOutput.Infer infer -> later(() -> deliver(now -> undecided(infer, now)));
            case EngineOutput.WakeAt wake -> wakeAt(wake);
            case EngineOutput.Alarm alarm ->
                    alarms.add(alarm.code() + ": " + alarm.subject() + ": " + alarm.text());
            case EngineOutput.Exit exit -> die("ends with code " + exit.code(), exit.code());
            case EngineOutput.LaunchProcess launch ->
                    later(() -> world.launch(launch.ticker(), launch.arguments()));
            case EngineOutput.EndProcess end -> later(() -> world.terminate(end.ticker()));
        }
    }

    private static EngineInput undecided(EngineOutput.Infer infer, Now now) {
        return new EngineInput.PredictionMade(
                now,
                infer.requestId(),
                new InferenceResult.Undecided("none", "predictions come as signals here"));
    }

    void later(Runnable deed) {
        in(delay(), deed);
    }

    private void in(long nanos, Runnable deed) {
        world.agenda().in(nanos, ofThisLife(deed));
    }

    /** A deed of a process that is gone by then is not done. */
    Runnable ofThisLife(Runnable deed) {
        long then = generation;
        return () -> {
            if (then == generation) {
                deed.run();
            }
        };
    }

    long delay() {
        return chance.between(SHORTEST_NANOS, LONGEST_NANOS);
    }

    private void wakeAt(EngineOutput.WakeAt wish) {
        long number = wakes.wished(wish);
        long at = wakes.nanos(world.now());
        if (at == Long.MAX_VALUE) {
            return;
        }
        Runnable wake = ofThisLife(() -> woke(number));
        world.agenda().at(Math.max(at, world.agenda().nowNanos() + 1), wake);
    }

    /** An engine that was woken must have done what was due: a wish in the past would spin. */
    private void woke(long number) {
        if (!wakes.stands(number)) {
            return;
        }
        boolean before = paused();
        deliver(EngineInput.Woke::new);
        Now now = world.now();
        if (!before && alive && !wakes.stands(number) && wakes.past(now)) {
            throw new IllegalStateException("Invariant: what was due is done when woken at " + now);
        }
    }
}
