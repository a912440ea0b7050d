package dev.monger.fleet.workload;

import dev.monger.fleet.checker.Checkers;
import dev.monger.fleet.world.Stage;
import dev.monger.fleet.world.World;
import dev.monger.schemas.CommandKind;
import dev.monger.simulator.TwsSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Does what a script says. */
final class Actors {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final String ALL = "*";
    private static final String MONGER = "monger-";

    private final World world;
    private final Checkers checkers;
    private final List<String> tickers;
    private final Coverage coverage;
    private final Hands hands;
    private int commands;

    Actors(World world, Checkers checkers, Setting setting, Coverage coverage) {
        this.world = world;
        this.checkers = checkers;
        this.tickers = setting.tickers();
        this.coverage = coverage;
        hands = new Hands(world, checkers.blame());
    }

    Hands hands() {
        return hands;
    }

    private TwsSimulator broker() {
        return world.broker();
    }

    private long until(long millis) {
        return world.agenda().nowNanos() + millis * MILLI_NANOS;
    }

    void act(Deed deed) {
        switch (deed) {
            case Deed.Signal signal -> world.signal(signal.ticker(), signal.up());
            case Deed.Kill kill -> kill(kill);
            case Deed.Pause pause -> world.house(pause.part()).pause(until(pause.millis()));
            case Deed.Restart restart -> restart(restart.part());
            case Deed.LoseDisk lost -> world.house(lost.part()).loseDisk();
            case Deed.FillDisk full -> fillDisk(full);
            case Deed.CutTopics cut ->
                    parts(cut.part())
                            .forEach(part -> world.house(part).cutTopics(until(cut.millis())));
            case Deed.SlowTopics slow ->
                    parts(slow.part())
                            .forEach(part ->
                                    world.house(part)
                                            .slowTopics(
                                                    slow.byMillis() * MILLI_NANOS,
                                                    until(slow.millis())));
            case Deed.RepeatTopics again -> world.house(again.part()).repeatTopics(again.records());
            case Deed.RestartFront _ -> broker().restartFront();
            case Deed.FlapLink flap -> Misbehaviour.flapLink(broker(), flap.millis());
            case Deed.Misbehave fault -> misbehave(fault.fault());
            case Deed.HandTypes types -> hands.types(types.ticker(), types.buy(), types.shares());
            case Deed.HandCloses closes -> hands.closes(closes.ticker());
            case Deed.HandCancels cancels -> hands.cancels(cancels.ticker(), cancels.leg());
            case Deed.HandChanges changes -> hands.changes(changes);
            case Deed.Command command -> command(command);
            case Deed.Reset reset -> reset(reset.ticker());
            case Deed.Jump jump -> hands.jump(jump.ticker(), jump.basisPoints());
            case Deed.Halt halt -> halt(halt);
        }
    }

    private List<String> parts(String part) {
        if (!part.equals(ALL)) {
            return List.of(part);
        }
        List<String> all = new ArrayList<>();
        world.houses().forEach(house -> all.add(house.name()));
        return all;
    }

    private void kill(Deed.Kill kill) {
        if (kill.stage() == Stage.ANY && kill.steps() == 0) {
            world.house(kill.part()).kill();
        } else {
            world.house(kill.part()).doom(kill.stage(), kill.steps(), kill.outputs());
        }
    }

    /** Mongers are the manager's to start. */
    void restart(String part) {
        if (!part.startsWith(MONGER) && !world.house(part).alive()) {
            world.restart(part);
        }
    }

    private void fillDisk(Deed.FillDisk full) {
        var house = world.house(full.part());
        house.fillDisk(full.records());
        world.agenda().at(until(full.millis()), house::freeDisk);
    }

    private void misbehave(String fault) {
        Misbehaviour.begin(broker(), fault);
        if (Misbehaviour.makesExcess(fault)) {
            checkers.blame().broker(Long.MAX_VALUE);
        }
        if (Misbehaviour.movesBooks(fault)) {
            checkers.blame().booksMove();
        }
    }

    private void halt(Deed.Halt halt) {
        int conId = hands.conId(halt.ticker());
        broker().person().halt(conId, 1);
        world.agenda().at(until(halt.millis()), () -> broker().person().halt(conId, 0));
    }

    private void command(Deed.Command command) {
        commands++;
        String id = "command-" + commands;
        Duration within = Duration.ofMillis(command.millis());
        boolean door = command.door() && !command.ticker().equals(ALL);
        String part = door ? MONGER + command.ticker() : "manager";
        if (!world.house(part).active()) {
            // Nobody answers, and whoever asked knows it.
            return;
        }
        checkers.asked(id, command.kind(), command.ticker());
        if (door) {
            world.commandMonger(id, command.kind(), command.ticker(), within);
        } else {
            world.command(id, command.kind(), command.ticker(), within);
            if (!command.ticker().equals(ALL)) {
                checkers.commanded(
                        id, command.ticker(), command.kind().name(), until(command.millis()));
            }
        }
        coverage.count("command " + command.kind() + (door ? " at the door" : ""));
    }

    /** Names the breach that stands, as an operator reads it from the status. */
    private void reset(String ticker) {
        String asked = ticker.equals(ALL) ? tickers.getFirst() : ticker;
        var status = world.stateOf(asked).told().status();
        String breach = status == null ? null : status.haltedBreach();
        if (breach != null && world.house("manager").active()) {
            commands++;
            world.reset("reset-" + commands, ticker, breach);
            coverage.count("command " + CommandKind.RESET);
        }
    }
}
