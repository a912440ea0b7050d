package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.TradingWindow;

/** The rules by which a position is closed without a command. */
final class Due {

    private Due() {}

    /** Returns why the own position is to be closed now; empty when it is not. */
    static String reason(Turn turn) {
        Assignment assignment = turn.assignment();
        if (turn.ledger().effectiveOwn(turn.now()).isZero() || assignment == null) {
            return "";
        }
        if (turn.state().conduct().lifeCycle().closes()) {
            return "flatten or stop";
        }
        if (turn.book().stopRefused()) {
            return "the stop-loss was refused";
        }
        if (turn.ledger().tally().reversed()) {
            return "an exit filled beyond the position";
        }
        long end =
                turn.ledger().tally().openedNanos() + assignment.exit().maximumHolding().toNanos();
        if (turn.at.exchangeNanos() >= end) {
            return "held for the maximum time";
        }
        turn.wakeAtExchange(end);
        ContractTerms terms = turn.terms();
        return terms != null && beforeClose(turn, assignment, terms) ? "liquid hours end" : "";
    }

    /** Tells whether the time before the end of liquid hours in which nothing is held has begun. */
    static boolean beforeClose(Turn turn, Assignment assignment, ContractTerms terms) {
        long before = assignment.hours().flatBeforeClose().toNanos();
        long now = turn.at.exchangeNanos();
        for (TradingWindow window : terms.liquidHours()) {
            if (before > 0 && window.contains(now)) {
                long start = window.endNanos() - before;
                turn.wakeAtExchange(Math.max(start, now + 1));
                return now >= start;
            }
        }
        return false;
    }
}
