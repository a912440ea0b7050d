package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.StopRules.PositionOnStop;
import dev.monger.core.monger.MongerEvent.CommandKind;
import dev.monger.core.monger.MongerEvent.FleetCommandReceived;
import dev.monger.core.monger.MongerEvent.Permit;
import org.jspecify.annotations.Nullable;

/** Takes in commands and permits. */
final class CommandIntake {

    private CommandIntake() {}

    static void permit(Turn turn, Permit permit) {
        boolean clear = permit instanceof Permit.Clear;
        turn.set(turn.state().session().withPermit(new Session.HeardPermit(clear, turn.now())));
        if (permit instanceof Permit.Breached breached) {
            trip(turn, breached.breach(), breached.text());
        }
    }

    /** Latches a breach and closes the position; a latch that stands is not closed for again. */
    static void trip(Turn turn, String breach, String text) {
        LatchState before = turn.state().latch();
        turn.set(before.tripped(breach, text));
        if (before.halted()) {
            return;
        }
        Conduct conduct = turn.state().conduct();
        turn.set(conduct.in(conduct.lifeCycle().after(new LifeCycle.Turnpoint.Tripped())));
        close(turn, "breach of " + breach);
    }

    static void take(Turn turn, FleetCommandReceived command) {
        Conduct conduct = turn.state().conduct();
        if (conduct.obeyed().contains(command.id())) {
            return;
        }
        turn.set(conduct.received(command.id()));
        if (turn.now() >= command.deadlineMonotonicNanos()) {
            fail(turn, command, "its deadline had passed when it was received");
        } else if (command.kind() == CommandKind.RESET) {
            reset(turn, command);
        } else if (conduct.lifeCycle().refuses(command.kind())) {
            fail(turn, command, "a flatten or stop is under way: wait for its end");
        } else if (starts(command.kind()) && turn.state().latch() instanceof LatchState.Halted h) {
            fail(turn, command, "halted by " + h.breach() + ": reset that breach first");
        } else {
            obey(turn, command);
        }
    }

    private static boolean starts(CommandKind kind) {
        return kind == CommandKind.START || kind == CommandKind.RESUME;
    }

    private static void obey(Turn turn, FleetCommandReceived command) {
        Assignment assignment = turn.assignment();
        boolean keep = keeps(assignment, command.kind());
        Conduct conduct = turn.state().conduct();
        LifeCycle next =
                conduct.lifeCycle().after(new LifeCycle.Turnpoint.Commanded(command.kind(), keep));
        turn.set(
                conduct.in(next)
                        .began(
                                new Conduct.Active(
                                        command.id(),
                                        command.kind(),
                                        command.deadlineMonotonicNanos())));
        if (starts(command.kind())) {
            turn.set(turn.state().told().withIntervened(false));
        }
        if (next.closes()) {
            close(turn, "commanded by " + command.issuer());
        }
        turn.command(
                new MongerFact.CommandProgressed(
                        command.id(), "accepted: " + command.kind() + ", " + command.reason()));
    }

    /** Tells whether the end that is commanded keeps the position under its stop. */
    private static boolean keeps(@Nullable Assignment assignment, CommandKind kind) {
        if (kind == CommandKind.STOP_KEEP) {
            return assignment == null || assignment.stop().onSigterm() == PositionOnStop.KEEP;
        }
        return assignment != null && assignment.stop().onStop() == PositionOnStop.KEEP;
    }

    private static void reset(Turn turn, FleetCommandReceived command) {
        if (!(turn.state().latch() instanceof LatchState.Halted halted)) {
            turn.command(new MongerFact.CommandDone(command.id(), "nothing was latched"));
            return;
        }
        String named = command.breach() == null ? "" : command.breach();
        turn.set(halted.reset(named));
        if (turn.state().latch().halted()) {
            fail(turn, command, "halted by " + halted.breach() + ", not by '" + named + "'");
        } else {
            turn.command(
                    new MongerFact.CommandDone(
                            command.id(), "the breach " + halted.breach() + " was lifted"));
        }
    }

    private static void close(Turn turn, String reason) {
        Closing.Why why = new Closing.Why(Closing.Cause.ORDERED, reason);
        turn.set(turn.state().closing().after(Closing.Point.COMMANDED, why, turn.now()));
    }

    private static void fail(Turn turn, FleetCommandReceived command, String text) {
        turn.command(new MongerFact.CommandFailed(command.id(), text, null));
    }
}
