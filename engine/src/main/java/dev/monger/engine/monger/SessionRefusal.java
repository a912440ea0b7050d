package dev.monger.engine.monger;

import dev.monger.core.monger.MongerState;

/** Why a process must not go on with a journal. */
final class SessionRefusal {

    private SessionRefusal() {}

    /**
     * Nobody else can touch the orders of a client id, and no other account has this position.
     *
     * @return empty when it may go on
     */
    static String of(MongerSettings before, MongerSettings wanted, MongerState state) {
        if (!wanted.ticker().equals(before.ticker())
                || !wanted.account().equals(before.account())) {
            return "the journal is of "
                    + before.ticker()
                    + " in "
                    + before.account()
                    + ", not of "
                    + wanted.ticker()
                    + " in "
                    + wanted.account()
                    + ": give this one a state folder of its own";
        }
        boolean atRest = state.ledger().own().isZero() && state.book().live().isEmpty();
        if (wanted.clientId() == before.clientId() || atRest) {
            return "";
        }
        return "client id "
                + wanted.clientId()
                + " cannot touch what client id "
                + before.clientId()
                + " left open: own position "
                + state.ledger().own()
                + ", working orders "
                + state.book().live().size()
                + "; start it with client id "
                + before.clientId()
                + ", or flatten with that one first";
    }
}
