package dev.monger.core.monger;

import dev.monger.core.model.Assignment;

/**
 * Ends a trade for good: what was closed for its time or its loss is not gone on with by a position
 * that opens within the trade window, which would be closed for the same reason at once.
 */
final class TradeRule {

    private TradeRule() {}

    static void obey(Turn turn) {
        Assignment assignment = turn.assignment();
        Tally.Trade trade = turn.ledger().tally().trade();
        if (assignment == null || trade.openedNanos() == 0) {
            return;
        }
        boolean lost = !Due.tradeLoss(turn, assignment).isEmpty();
        if (lost) {
            // Whatever else closes it: what lost so much is waited for.
            turn.set(turn.book().coolingSince(lossNanos(turn, trade)));
        }
        Tally.Measure measure = turn.ledger().measure();
        if (measure.tradeWindowNanos() == 0 || measure.ended(trade)) {
            return;
        }
        long now = turn.at.exchangeNanos();
        long end = trade.openedNanos() + assignment.exit().maximumHolding().toNanos();
        if (now >= end) {
            ended(turn, Math.max(end, trade.lastNanos()));
        } else if (lost) {
            ended(turn, lossNanos(turn, trade));
        } else if (closedForTime(turn)) {
            ended(turn, Math.max(now, trade.lastNanos()));
        } else {
            turn.wakeAtExchange(end);
        }
    }

    private static long lossNanos(Turn turn, Tally.Trade trade) {
        return turn.ledger().own().isZero()
                ? trade.lastNanos()
                : Math.max(turn.at.exchangeNanos(), trade.lastNanos());
    }

    private static boolean closedForTime(Turn turn) {
        return !turn.ledger().own().isZero()
                && turn.state().closing() instanceof Closing.Working working
                && working.cause() == Closing.Cause.TIME;
    }

    private static void ended(Turn turn, long exchangeNanos) {
        Tally.Measure measure = turn.ledger().measure().endedAt(exchangeNanos);
        turn.set(turn.ledger().measuredBy(measure, turn.now()));
    }
}
