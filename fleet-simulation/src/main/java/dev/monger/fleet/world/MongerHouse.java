package dev.monger.fleet.world;

import dev.monger.core.model.Assignment;
import dev.monger.core.monger.MongerState;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.ReplayComparison;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.monger.MongerSettings;
import dev.monger.prediction.InferenceResult;
import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Plays the shell of one monger: its socket, its journal, its clock, its death and its return. */
public final class MongerHouse {

    private static final long SHORTEST_NANOS = 50_000L;
    private static final long LONGEST_NANOS = 3_000_000L;

    private final World world;
    private final Assignment assignment;
    private final MongerSettings settings;
    private final Chance chance;
    private final KeptJournal journal;
    private final OutputHash hash = new OutputHash();
    private final List<String> alarms = new ArrayList<>();

    private MongerEngine engine;
    private @Nullable Connection connection;
    private long lineUntilNanos;
    private long generation;
    private long wakes;
    private EngineOutput.WakeAt wished = new EngineOutput.WakeAt(Long.MAX_VALUE, Long.MAX_VALUE);
    private long lines;
    private long epoch;
    private boolean alive;
    private boolean exited;

    MongerHouse(World world, Assignment assignment, int clientId, Chance chance) {
        this.world = world;
        this.assignment = assignment;
        this.chance = chance;
        settings = new MongerSettings(assignment.ticker().value(), world.account(), clientId, 40);
        journal = new KeptJournal(settings.ticker());
        engine = new MongerEngine(settings);
    }

    /** Starts a process: what the journal holds is stepped again first, its outputs are history. */
    public void start() {
        engine = new MongerEngine(settings);
        ReplayComparison.Report replayed = journal.replay(engine);
        if (replayed.differences() > 0) {
            throw new IllegalStateException(
                    "Invariant: the same journal gives the same outputs: " + replayed.first());
        }
        epoch++;
        generation++;
        alive = true;
        deliver(new EngineInput.Started(world.now(), epoch, settings.text()));
        world.greet(this, assignment, epoch, settings.clientId());
    }

    /** The process is gone between two steps; the broker notices a closed socket. */
    public void kill() {
        alive = false;
        generation++;
        hangUp();
    }

    private void hangUp() {
        Connection open = connection;
        connection = null;
        if (open != null && !open.isClosed()) {
            open.closedByPeer();
        }
    }

    /** What the monger knows, for checkers. */
    public MongerState state() {
        return engine.state();
    }

    /** Alarms as they were raised. */
    public List<String> alarms() {
        return List.copyOf(alarms);
    }

    /** Everything that was taken in, in order, with a hash of what came of it. */
    public KeptJournal journal() {
        return journal;
    }

    /** A monger of the same settings that has lived nothing yet, for a replay. */
    public MongerEngine twin() {
        return new MongerEngine(settings);
    }

    /** Whether the monger ended by itself. */
    public boolean exited() {
        return exited;
    }

    void hear(String topic, SpecificRecord value) {
        if (alive) {
            deliver(new EngineInput.RecordRead(world.now(), topic, settings.ticker(), value));
        }
    }

    void deliver(EngineInput input) {
        if (!alive) {
            return;
        }
        List<EngineOutput> outputs = engine.step(input);
        journal.append(input, hash.of(outputs));
        outputs.forEach(this::carryOut);
    }

    private void carryOut(EngineOutput output) {
        switch (output) {
            case EngineOutput.Send send -> send(send.bytes());
            case EngineOutput.OpenLink open -> later(this::open);
            case EngineOutput.CloseLink close -> close(close.reason());
            case EngineOutput.Publish publish -> world.publish(publish);
            case EngineOutput.Infer infer ->
                    later(() ->
                            deliver(
                                    new EngineInput.PredictionMade(
                                            world.now(),
                                            infer.requestId(),
                                            new InferenceResult.Undecided(
                                                    "none", "not asked for here"))));
            case EngineOutput.WakeAt wake -> wakeAt(wake);
            case EngineOutput.Alarm alarm -> alarms.add(alarm.code() + ": " + alarm.text());
            case EngineOutput.Exit exit -> {
                exited = true;
                kill();
            }
            case EngineOutput.LaunchProcess launch -> throw strange(launch);
            case EngineOutput.EndProcess end -> throw strange(end);
        }
    }

    private static IllegalStateException strange(EngineOutput output) {
        return new IllegalStateException("Invariant: a monger starts no process: " + output);
    }

    private void later(Runnable deed) {
        long then = generation;
        world.agenda()
                .in(
                        delay(),
                        () -> {
                            if (then == generation) {
                                deed.run();
                            }
                        });
    }

    private long delay() {
        return chance.between(SHORTEST_NANOS, LONGEST_NANOS);
    }

    private void send(byte[] bytes) {
        Connection to = connection;
        if (to == null) {
            return;
        }
        world.agenda()
                .in(
                        SHORTEST_NANOS,
                        () -> {
                            if (!to.isClosed()) {
                                to.received(bytes, world.agenda().nowNanos());
                            }
                        });
    }

    private void open() {
        lines++;
        connection = world.broker().connect(new Line(lines));
        deliver(new EngineInput.LinkOpened(world.now()));
    }

    private void close(String reason) {
        hangUp();
        later(() -> deliver(new EngineInput.LinkClosed(world.now(), reason)));
    }

    private void wakeAt(EngineOutput.WakeAt wish) {
        wakes++;
        wished = wish;
        long mine = wakes;
        long start = world.now().exchangeNanos() - world.now().monotonicNanos();
        long monotonic =
                wish.monotonicNanos() == Long.MAX_VALUE
                        ? Long.MAX_VALUE
                        : wish.monotonicNanos() + start;
        long at = Math.min(wish.exchangeNanos(), monotonic);
        if (at == Long.MAX_VALUE) {
            return;
        }
        long then = generation;
        world.agenda()
                .at(
                        Math.max(at, world.agenda().nowNanos() + 1),
                        () -> {
                            if (then == generation && mine == wakes) {
                                wokeAt();
                            }
                        });
    }

    /** An engine that was woken must have done what was due: a wish in the past would spin. */
    private void wokeAt() {
        Now now = world.now();
        long before = wakes;
        deliver(new EngineInput.Woke(now));
        boolean past =
                wished.monotonicNanos() <= now.monotonicNanos()
                        || wished.exchangeNanos() <= now.exchangeNanos();
        if (wakes > before && past) {
            throw new IllegalStateException(
                    "Invariant: what was due is done when woken: " + wished + " at " + now);
        }
    }

    /** One connection's way back: bytes arrive in order, each a little later. */
    private final class Line implements ConnectionOutput {

        private final long number;

        Line(long number) {
            this.number = number;
        }

        @Override
        public void send(byte[] bytes) {
            arrive(() -> deliver(new EngineInput.BytesRead(world.now(), bytes)));
        }

        @Override
        public void close() {
            arrive(() -> {
                connection = null;
                deliver(new EngineInput.LinkClosed(world.now(), "closed by TWS"));
            });
        }

        private void arrive(Runnable deed) {
            long then = generation;
            lineUntilNanos = Math.max(lineUntilNanos, world.agenda().nowNanos() + delay());
            world.agenda()
                    .at(
                            lineUntilNanos,
                            () -> {
                                if (then == generation && number == lines && connection != null) {
                                    deed.run();
                                }
                            });
        }
    }
}
