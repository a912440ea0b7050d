package dev.monger.core.monger;

import dev.monger.core.model.Quantity;
import dev.monger.core.monger.Conduct.Active;
import dev.monger.core.monger.MongerEvent.CommandKind;

/** Ends each command exactly once: with proof, or with a named residual by its deadline. */
final class CommandRule {

    private CommandRule() {}

    /** Returns the earliest deadline of the commands that close; Long.MAX_VALUE when none does. */
    static long closingDeadline(Conduct conduct) {
        long earliest = Long.MAX_VALUE;
        for (Active command : conduct.active()) {
            if (closes(conduct, command)) {
                earliest = Math.min(earliest, command.deadlineNanos());
            }
        }
        return earliest;
    }

    private static boolean closes(Conduct conduct, Active command) {
        return switch (command.kind()) {
            case FLATTEN, STOP -> true;
            case STOP_KEEP ->
                    conduct.lifeCycle() instanceof LifeCycle.Leaving leaving && leaving.closes();
            case START, PAUSE, RESUME, REDUCE_ONLY, RESET -> false;
        };
    }

    static void obey(Turn turn) {
        LifeCycle before = turn.state().conduct().lifeCycle();
        boolean reached = reached(turn, before);
        if (reached) {
            move(turn, new LifeCycle.Turnpoint.Reached());
        } else if (before.closes() && turn.state().closing() instanceof Closing.GivenUp) {
            failClosing(turn);
            move(turn, new LifeCycle.Turnpoint.GivenUp());
        }
        for (Active command : turn.state().conduct().active()) {
            String proof = proof(turn, command);
            if (!proof.isEmpty() && heldByHands(turn, command)) {
                fail(
                        turn,
                        command,
                        "the account holds nothing to close, but people hold "
                                + turn.ledger().shares().manual()
                                + " against our share: trade that back by hand, or let hands be"
                                + " observed");
            } else if (!proof.isEmpty()) {
                turn.set(turn.state().conduct().without(command));
                turn.command(new MongerFact.CommandDone(command.id(), proof));
            } else if (turn.reached(command.deadlineNanos())) {
                fail(turn, command, "not proven by its deadline");
            }
        }
    }

    private static void move(Turn turn, LifeCycle.Turnpoint point) {
        Conduct conduct = turn.state().conduct();
        turn.set(conduct.in(conduct.lifeCycle().after(point)));
    }

    /** Tells whether what flattening or stopping is to reach is proven now. */
    private static boolean reached(Turn turn, LifeCycle lifeCycle) {
        return switch (lifeCycle) {
            case LifeCycle.Flattening _ -> Flatness.proven(turn);
            case LifeCycle.Stopping(boolean keep) ->
                    keep ? handedOver(turn) || Flatness.neverTraded(turn) : Flatness.proven(turn);
            case LifeCycle.Leaving(boolean keep, _) ->
                    keep
                            ? nothingOpen(turn) || handedOver(turn)
                            : Flatness.proven(turn) || mayLeave(turn);
            case LifeCycle.Trading _,
                    LifeCycle.Paused _,
                    LifeCycle.ReduceOnly _,
                    LifeCycle.Flat _,
                    LifeCycle.Stopped _ ->
                    false;
        };
    }

    /** Where nobody but the end of the process wants the position closed, and there is none. */
    private static boolean mayLeave(Turn turn) {
        return nothingOpen(turn)
                && turn.state().conduct().active().stream()
                        .allMatch(command -> command.kind() == CommandKind.STOP_KEEP);
    }

    /** Nothing of ours could fill, and nothing has: safe to leave, whoever is connected. */
    private static boolean nothingOpen(Turn turn) {
        return turn.ledger().own().isZero()
                && turn.book().live().isEmpty()
                && !turn.book().executionsMissing();
    }

    /** No entry works, and the position is covered by a working stop: safe to leave. */
    private static boolean handedOver(Turn turn) {
        MongerState state = turn.state();
        return turn.maySend()
                && state.book().liveEntries().isEmpty()
                && !state.book().anyUnknown()
                && !state.book().executionsMissing()
                && Protection.covered(state, turn.now());
    }

    private static String proof(Turn turn, Active command) {
        LifeCycle lifeCycle = turn.state().conduct().lifeCycle();
        return switch (command.kind()) {
            case START, RESUME ->
                    lifeCycle instanceof LifeCycle.Trading ? "entries are possible again" : "";
            case PAUSE, REDUCE_ONLY -> entriesEnded(turn) ? "no entry of ours works" : "";
            case FLATTEN ->
                    lifeCycle instanceof LifeCycle.Flat || lifeCycle instanceof LifeCycle.Stopped
                            ? Flatness.proof(turn)
                            : "";
            case STOP, STOP_KEEP -> lifeCycle instanceof LifeCycle.Stopped ? stopProof(turn) : "";
            case RESET -> "obeyed when received";
        };
    }

    /**
     * Tells whether a command that closes ends with an own share that only a person's other side
     * makes up for: where hands are ignored that is not flat, and nothing of ours may close it.
     */
    private static boolean heldByHands(Turn turn, Active command) {
        boolean closes =
                command.kind() == CommandKind.FLATTEN || command.kind() == CommandKind.STOP;
        Ledger ledger = turn.ledger();
        return closes
                && !ledger.own().isZero()
                && ledger.broker() instanceof BrokerView.Agrees
                && ledger.effectiveOwn(turn.now()).isZero();
    }

    private static boolean entriesEnded(Turn turn) {
        return turn.maySend() && turn.book().liveEntries().isEmpty();
    }

    private static String stopProof(Turn turn) {
        return turn.ledger().effectiveOwn(turn.now()).isZero()
                ? Flatness.proof(turn)
                : "entries cancelled, own share "
                        + turn.ledger().own()
                        + " kept under a working stop-loss";
    }

    private static void failClosing(Turn turn) {
        Conduct conduct = turn.state().conduct();
        for (Active command : conduct.active()) {
            if (closes(conduct, command)) {
                fail(turn, command, withdrawnText(turn));
            }
        }
    }

    private static String withdrawnText(Turn turn) {
        boolean closers =
                turn.book().liveExits().stream()
                        .anyMatch(exit -> exit.ticket().leg() != Leg.STOP_LOSS);
        return "not flat by its deadline; "
                + (closers ? "a closing order is not proven to be gone" : "no closing order works")
                + "; "
                + (Protection.covered(turn.state(), turn.now())
                        ? "a stop-loss works"
                        : "NO stop-loss is proven to work");
    }

    private static void fail(Turn turn, Active command, String text) {
        Quantity residual = turn.ledger().own();
        turn.set(turn.state().conduct().without(command));
        turn.command(new MongerFact.CommandFailed(command.id(), text, residual));
        if (command.kind() == CommandKind.STOP_KEEP
                && turn.state().conduct().lifeCycle() instanceof LifeCycle.Leaving) {
            move(turn, new LifeCycle.Turnpoint.GivenUp());
        }
    }
}
