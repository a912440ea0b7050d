package dev.monger.core.monger;

import dev.monger.core.model.ContractTerms;
import dev.monger.core.monger.Reconciliation.State;

/**
 * Compares with the broker when the links stand anew, when something is not proven, and now and
 * then.
 */
final class ReconcileRule {

    private static final int STUCK_ROUNDS = 3;
    private static final long CONFIRM_AGAIN_NANOS = 3_600_000_000_000L;

    private ReconcileRule() {}

    static void obey(Turn turn) {
        if (!turn.state().link().healthy() || turn.terms() == null || turn.assignment() == null) {
            return;
        }
        confirmHours(turn);
        Reconciliation reconciliation = turn.state().reconciliation();
        switch (reconciliation.state()) {
            case State.Needed needed -> {
                if (turn.reached(needed.notBeforeNanos())) {
                    start(turn);
                }
            }
            case State.Running running -> {
                if (turn.passed(running.sinceNanos(), Timing.LISTS_NANOS)) {
                    stuck(turn, reconciliation.failed(turn.now()));
                }
            }
            case State.Settled settled -> {
                if (again(turn, settled)) {
                    start(turn);
                }
            }
        }
    }

    private static void start(Turn turn) {
        if (turn.state().reconciliation().stuck() >= STUCK_ROUNDS) {
            reconnect(turn);
            return;
        }
        Reconciliation started = turn.state().reconciliation().started(turn.now());
        turn.command(new MongerCommand.RequestReconciliation(started.nextRound() - 1));
        turn.set(started);
        turn.passed(turn.now(), Timing.LISTS_NANOS);
    }

    private static void stuck(Turn turn, Reconciliation failed) {
        turn.set(failed);
        if (failed.stuck() >= STUCK_ROUNDS) {
            reconnect(turn);
        } else if (failed.state() instanceof State.Needed needed) {
            turn.reached(needed.notBeforeNanos());
        }
    }

    /** A session that does not answer is half open: only another one can tell. */
    private static void reconnect(Turn turn) {
        turn.set(turn.state().reconciliation().broken(turn.now()));
        turn.set(turn.state().link().after(new LinkEvent.LinkLost("lists do not end")));
        turn.command(
                new MongerCommand.Reconnect(
                        "lists of orders, executions or positions did not end "
                                + STUCK_ROUNDS
                                + " times"));
    }

    private static boolean again(Turn turn, State.Settled settled) {
        boolean fresh = unprovenSince(turn, settled.startedNanos());
        if (fresh) {
            return true;
        }
        if (unproven(turn)) {
            return turn.passed(settled.atNanos(), Timing.PROOF_SPACING_NANOS);
        }
        return turn.passed(settled.atNanos(), Timing.AUDIT_NANOS);
    }

    /** Something became unproven after the last lists were asked for: ask at once. */
    private static boolean unprovenSince(Turn turn, long startedNanos) {
        for (TrackedOrder order : turn.book().live()) {
            if (order.state() instanceof OrderState.Unknown unknown
                    && unknown.absences() == 0
                    && unknown.sinceNanos() > startedNanos) {
                return true;
            }
        }
        return false;
    }

    private static boolean unproven(Turn turn) {
        for (TrackedOrder order : turn.book().live()) {
            if (order.unknown()
                    || order.doubled()
                    || order.change() instanceof TrackedOrder.Change.Undecided
                    || refusedJustNow(turn, order)) {
                return true;
            }
        }
        return turn.book().executionsMissing() && missingForLong(turn);
    }

    private static boolean missingForLong(Turn turn) {
        for (TrackedOrder order : turn.book().orders().values()) {
            if (order.executionsMissing()
                    && turn.passed(order.reportedNanos(), Timing.EXECUTIONS_NANOS)) {
                return true;
            }
        }
        return false;
    }

    /** A refused change tells that the order does not stand as we think. */
    private static boolean refusedJustNow(Turn turn, TrackedOrder order) {
        return order.change() instanceof TrackedOrder.Change.Recent recent
                && recent.refused()
                && !turn.reached(recent.untilNanos());
    }

    /** Liquid hours are told for some days only. */
    private static void confirmHours(Turn turn) {
        ContractTerms terms = turn.terms();
        var asked = turn.state().session().confirmAsked();
        if (terms == null || terms.liquidHours().isEmpty()) {
            return;
        }
        long now = turn.at.exchangeNanos();
        boolean over = terms.liquidHours().getLast().endNanos() <= now;
        if (over && (asked == null || now - asked.exchangeNanos() >= CONFIRM_AGAIN_NANOS)) {
            LinkIntake.confirmContract(turn);
        }
    }
}
