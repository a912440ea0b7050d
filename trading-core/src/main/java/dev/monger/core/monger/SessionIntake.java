package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import org.jspecify.annotations.Nullable;

/** Takes in what the monger is told of itself. */
final class SessionIntake {

    private SessionIntake() {}

    static void take(Turn turn, SessionEvent event) {
        switch (event) {
            case SessionEvent.SessionStarted started -> started(turn, started);
            case SessionEvent.AssignmentReceived received -> assigned(turn, received.assignment());
            case SessionEvent.AssignmentWithdrawn _ -> withdrawn(turn);
            case SessionEvent.LeaseReceived lease -> leased(turn, lease);
            case SessionEvent.TopicsCaughtUp _ ->
                    turn.set(turn.state().session().withCaughtUp(true));
            case SessionEvent.TopicsLost _ -> turn.set(turn.state().session().withCaughtUp(false));
            case SessionEvent.Overslept _ -> overslept(turn);
            case SessionEvent.ClockAnswered answer ->
                    turn.set(turn.state().clock().after(answer, turn.at));
        }
    }

    private static void started(Turn turn, SessionEvent.SessionStarted event) {
        MongerState state = turn.state();
        if (!event.ticker().equals(state.session().ticker())) {
            throw new IllegalArgumentException(
                    "Condition failed: a session of "
                            + state.session().ticker()
                            + ", not of "
                            + event.ticker());
        }
        turn.set(state.session().restarted(event.epoch(), event.clientId()));
        turn.set(new LinkState.Down());
        turn.set(Market.UNSEEN);
        turn.set(new ClockView.NotCompared());
        turn.set(state.book().restarted(turn.now()));
        turn.set(state.ledger().restarted(turn.now()));
        turn.set(state.reconciliation().broken(turn.now()));
        for (Conduct.Active command : state.conduct().active()) {
            if (command.kind() == MongerEvent.CommandKind.STOP_KEEP) {
                turn.command(
                        new MongerFact.CommandFailed(
                                command.id(),
                                "the process ended before it could prove that it may",
                                state.ledger().own()));
            }
        }
        turn.set(state.conduct().restarted(turn.now()));
        turn.set(
                Told.NOTHING
                        .withIntervened(state.told().intervened())
                        .withAlarms(state.told().alarms()));
        if (turn.state().closing() instanceof Closing.Working working) {
            turn.set(working.restarted(turn.now()));
        }
        restore(turn, event.restored());
    }

    /**
     * What is known is old, and what is due by the clock would be done on it. The lists that are
     * asked for now are told after everything that waits; until then nothing is sent.
     */
    private static void overslept(Turn turn) {
        turn.set(turn.state().reconciliation().broken(turn.now()));
        turn.set(turn.ledger().withNothingTold());
    }

    private static void restore(Turn turn, SessionEvent.@Nullable Restored restored) {
        if (restored == null) {
            return;
        }
        if (restored.baseline() != null) {
            turn.set(turn.ledger().withBaseline(restored.baseline(), turn.now()));
        }
        for (Execution execution : restored.executions()) {
            Booking.restore(turn, execution);
        }
        if (restored.haltedBreach() != null) {
            CommandIntake.trip(turn, restored.haltedBreach(), "latched before this session");
        }
    }

    private static void assigned(Turn turn, Assignment assignment) {
        Session session = turn.state().session();
        if (!assignment.ticker().equals(session.ticker())) {
            throw new IllegalArgumentException(
                    "Condition failed: an assignment of "
                            + session.ticker()
                            + ", not of "
                            + assignment.ticker());
        }
        Assignment before = session.assignment();
        boolean otherContract =
                before != null
                        && !(before.contract().equals(assignment.contract())
                                && before.account().equals(assignment.account()));
        if (otherContract && !atRest(turn)) {
            turn.set(session.withAssignment(keepContract(assignment, before)));
            turn.set(
                    turn.state()
                            .told()
                            .withContractRefusal(
                                    "the assignment names another contract or account while a position or"
                                            + " an order is open: flatten first"));
            return;
        }
        ContractTerms terms = otherContract ? null : session.terms();
        turn.set(session.withAssignment(assignment).withTerms(terms));
        if (before == null || otherContract || turn.state().told().contractRefusal() != null) {
            LinkIntake.confirmContract(turn);
        }
    }

    private static Assignment keepContract(Assignment wanted, @Nullable Assignment before) {
        if (before == null) {
            return wanted;
        }
        return Assignment.builder(wanted.ticker(), before.contract(), before.account())
                .sizing(wanted.sizing())
                .predictions(wanted.predictions())
                .signals(wanted.signals())
                .entry(wanted.entry())
                .exit(wanted.exit())
                .risk(wanted.risk())
                .hours(wanted.hours())
                .stop(wanted.stop())
                .hands(wanted.hands())
                .build();
    }

    private static boolean atRest(Turn turn) {
        return turn.ledger().own().isZero() && turn.book().live().isEmpty();
    }

    /** Exits go on by the assignment that was; only entries need one. */
    private static void withdrawn(Turn turn) {
        turn.set(
                turn.state()
                        .conduct()
                        .in(
                                turn.state()
                                        .conduct()
                                        .lifeCycle()
                                        .after(
                                                new LifeCycle.Turnpoint.Commanded(
                                                        MongerEvent.CommandKind.REDUCE_ONLY,
                                                        false))));
    }

    private static void leased(Turn turn, SessionEvent.LeaseReceived lease) {
        Session session = turn.state().session();
        boolean other =
                lease.epoch().compareTo(session.epoch()) > 0
                        || !lease.clientId().equals(session.clientId());
        turn.set(session.withSuperseded(other));
    }
}
