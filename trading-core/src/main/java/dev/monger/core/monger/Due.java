package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.DayTime;
import dev.monger.core.model.Money;
import dev.monger.core.model.TradingWindow;
import dev.monger.core.monger.Closing.Cause;
import dev.monger.core.monger.Closing.Why;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The rules by which a position is closed without a command. */
final class Due {

    private Due() {}

    /** Returns why the own position is to be closed now; null when it is not. */
    static @Nullable Why reason(Turn turn) {
        Assignment assignment = turn.assignment();
        if (turn.ledger().effectiveOwn(turn.now()).isZero() || assignment == null) {
            return null;
        }
        if (turn.state().conduct().lifeCycle().closes()) {
            return new Why(Cause.ORDERED, "flatten or stop");
        }
        if (turn.book().stopRefused()) {
            return new Why(Cause.UNSAFE, "the stop-loss was refused");
        }
        if (turn.ledger().tally().reversed()) {
            return new Why(Cause.UNSAFE, "an exit filled beyond the position");
        }
        String loss = tradeLoss(turn, assignment);
        if (!loss.isEmpty()) {
            return new Why(Cause.LOSS, loss);
        }
        if (LockRule.due(turn.state())) {
            return new Why(Cause.LOCK, "the locked profit is being given back");
        }
        String time = time(turn, assignment);
        return time.isEmpty() ? null : new Why(Cause.TIME, time);
    }

    /** Returns how the present trade, or the last one, lost what it may; empty when it did not. */
    static String tradeLoss(Turn turn, Assignment assignment) {
        Money limit = assignment.risk().losses().perTrade();
        ContractTerms terms = turn.terms();
        if (limit == null || terms == null) {
            return "";
        }
        Money trade = LossRule.trade(turn.state(), terms);
        return trade.plus(limit).signum() > 0
                ? ""
                : "this trade is " + trade + ", the limit is -" + limit;
    }

    private static String time(Turn turn, Assignment assignment) {
        long end =
                turn.ledger().tally().trade().openedNanos()
                        + assignment.exit().maximumHolding().toNanos();
        if (turn.at.exchangeNanos() >= end) {
            return "held for the maximum time";
        }
        turn.wakeAtExchange(end);
        ContractTerms terms = turn.terms();
        if (terms == null) {
            return "";
        }
        if (flatBy(turn, assignment, terms)) {
            return "the day's time to be flat has come";
        }
        return beforeClose(turn, assignment, terms) ? "liquid hours end" : "";
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

    /**
     * Tells whether a position is to be closed for the time of day. Outside of the hours in which
     * an exit may fill, a closing order would only wait for the next day's opening.
     */
    private static boolean flatBy(Turn turn, Assignment assignment, ContractTerms terms) {
        DayTime flatBy = assignment.hours().flatBy();
        if (flatBy == null) {
            return false;
        }
        long now = turn.at.exchangeNanos();
        if (!afterFlatBy(flatBy, terms.zone(), now)) {
            turn.wakeAtExchange(flatBy.todayNanos(now, terms.zone()));
            return false;
        }
        return terms.liquidAt(now) || assignment.hours().exitsOutsideRegularHours();
    }

    /** Tells whether a moment lies between that time of its day and the day's end. */
    static boolean afterFlatBy(DayTime flatBy, ZoneId contractZone, long exchangeNanos) {
        return exchangeNanos >= flatBy.todayNanos(exchangeNanos, contractZone);
    }
}
