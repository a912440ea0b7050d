package dev.monger.core.monger;

import dev.monger.core.model.Quantity;

/**
 * Proof of flat: own share zero by executions and by the broker, and no order of ours that could
 * fill.
 */
final class Flatness {

    private Flatness() {}

    /** Tells whether flat is proven now. */
    static boolean proven(Turn turn) {
        return byExecutions(turn) || neverTraded(turn);
    }

    /**
     * Tells whether the broker, on a session that stands, knows no such contract, and nothing ever
     * left for it. Without terms no list can be compared, and a stop would wait in vain.
     */
    static boolean neverTraded(Turn turn) {
        MongerState state = turn.state();
        return state.link().open()
                && state.told().contractRefusal() != null
                && turn.terms() == null
                && state.book().orders().size() == 0
                && state.ledger().own().isZero();
    }

    private static boolean byExecutions(Turn turn) {
        MongerState state = turn.state();
        Ledger ledger = state.ledger();
        return state.link().healthy()
                && state.reconciliation().reconciled()
                && state.book().live().isEmpty()
                && !state.book().executionsMissing()
                && ledger.effectiveOwn(turn.now()).isZero()
                && settled(turn, ledger);
    }

    private static boolean settled(Turn turn, Ledger ledger) {
        return switch (ledger.broker()) {
            case BrokerView.NotTold _ -> false;
            case BrokerView.Agrees _ -> true;
            case BrokerView.Differs differs ->
                    turn.passed(differs.sinceNanos(), Timing.SETTLE_NANOS);
        };
    }

    static String proof(Turn turn) {
        if (neverTraded(turn)) {
            return "no order ever left: the broker refuses the contract, "
                    + turn.state().told().contractRefusal();
        }
        Quantity net = turn.ledger().net();
        return "own share "
                + turn.ledger().own()
                + " by executions, no working order, the broker says "
                + (net == null ? "nothing" : net)
                + " of which "
                + turn.ledger().shares().expected()
                + " is explained, compared at "
                + turn.at.exchangeNanos();
    }
}
