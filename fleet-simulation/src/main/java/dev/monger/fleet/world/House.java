package dev.monger.fleet.world;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.ReplayComparison;
import dev.monger.prediction.InferenceResult;
import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import java.util.ArrayList;
import java.util.List;
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

    private final World world;
    private final Lodger lodger;
    private final Chance chance;
    private final KeptJournal journal;
    private final Mailbox mailbox;
    private final OutputHash hash = new OutputHash();
    private final List<String> alarms = new ArrayList<>();

    private Engine engine;
    private @Nullable Connection connection;
    private long lineUntilNanos;
    private long generation;
    private long wakes;
    private EngineOutput.WakeAt wished = new EngineOutput.WakeAt(Long.MAX_VALUE, Long.MAX_VALUE);
    private long lines;
    private boolean alive;

    House(World world, Lodger lodger, Chance chance) {
        this.world = world;
        this.lodger = lodger;
        this.chance = chance;
        journal = new KeptJournal(lodger.name());
        mailbox = new Mailbox(world.topics(), lodger);
        engine = lodger.engines().get();
    }

    /** Starts a process: what the journal holds is stepped again first, its outputs are history. */
    void start(long session) {
        engine = lodger.engines().get();
        ReplayComparison.Report replayed = journal.replay(engine);
        if (replayed.differences() > 0) {
            throw new IllegalStateException(
                    "Invariant: the same journal gives the same outputs: " + replayed.first());
        }
        generation++;
        alive = true;
        deliver(new EngineInput.Started(world.now(), session, lodger.settings()));
        mailbox.reopen();
        later(this::readMail);
    }

    /** The process is gone between two steps; the broker notices a closed socket. */
    public void kill() {
        end();
        world.ended(this, KILLED);
    }

    void end() {
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

    /** The engine that runs now, for checkers. */
    public Engine engine() {
        return engine;
    }

    String name() {
        return lodger.name();
    }

    boolean alive() {
        return alive;
    }

    /** Alarms as they were raised. */
    public List<String> alarms() {
        return List.copyOf(alarms);
    }

    /** Everything that was taken in, in order, with a hash of what came of it. */
    public KeptJournal journal() {
        return journal;
    }

    /** An engine of the same make that has lived nothing yet, for a replay. */
    public Engine twin() {
        return lodger.engines().get();
    }

    /** Something was appended to a topic. */
    void mailCame() {
        if (alive) {
            later(this::readMail);
        }
    }

    private void readMail() {
        long then = generation;
        for (Mailbox.Letter letter = mailbox.next();
                letter != null && then == generation;
                letter = mailbox.next()) {
            switch (letter) {
                case Mailbox.Letter.Written record ->
                        deliver(
                                new EngineInput.RecordRead(
                                        world.now(), record.topic(), record.key(), record.value()));
                case Mailbox.Letter.EndOf end ->
                        deliver(new EngineInput.CaughtUp(world.now(), end.topic()));
            }
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
            case EngineOutput.OpenLink _ -> later(this::open);
            case EngineOutput.CloseLink close -> close(close.reason());
            case EngineOutput.Publish publish -> world.topics().append(publish);
            case EngineOutput.Infer infer -> later(() -> deliver(undecided(infer)));
            case EngineOutput.WakeAt wake -> wakeAt(wake);
            case EngineOutput.Alarm alarm ->
                    alarms.add(alarm.code() + ": " + alarm.subject() + ": " + alarm.text());
            case EngineOutput.Exit exit -> exit(exit.code());
            case EngineOutput.LaunchProcess launch ->
                    later(() -> world.launch(launch.ticker(), launch.arguments()));
            case EngineOutput.EndProcess end -> later(() -> world.terminate(end.ticker()));
        }
    }

    private EngineInput undecided(EngineOutput.Infer infer) {
        return new EngineInput.PredictionMade(
                world.now(),
                infer.requestId(),
                new InferenceResult.Undecided("none", "predictions come as signals here"));
    }

    private void exit(int code) {
        end();
        world.ended(this, code);
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
