package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.FixedPoint;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;

/** Trips the monger's own latch on its own day's loss, whoever else is away. */
final class LossRule {

    private LossRule() {}

    static void obey(Turn turn) {
        Assignment assignment = turn.assignment();
        ContractTerms terms = turn.terms();
        if (assignment == null || terms == null || turn.state().latch().halted()) {
            return;
        }
        Money today = today(turn.state(), terms);
        Money limit = assignment.risk().losses().perDay();
        if (today.plus(limit).signum() <= 0) {
            CommandIntake.trip(
                    turn,
                    AccountIntake.OWN_DAILY_LOSS,
                    "this ticker's day is " + today + ", the limit is -" + limit);
        }
    }

    /** Returns the day's realised and open profit, commissions taken off. */
    static Money today(MongerState state, ContractTerms terms) {
        Ledger ledger = state.ledger();
        Money traded = ledger.tally().realizedToday().plus(openProfit(state));
        return worth(traded, terms).minus(ledger.commissionsSince(ledger.dayStartNanos()));
    }

    /** Returns the present trade's realised and open profit, commissions taken off. */
    static Money trade(MongerState state, ContractTerms terms) {
        Ledger ledger = state.ledger();
        Tally.Trade trade = ledger.tally().trade();
        Money traded = trade.realized().plus(openProfit(state));
        return worth(traded, terms).minus(ledger.commissionsSince(trade.openedNanos()));
    }

    private static Money worth(Money traded, ContractTerms terms) {
        return new Money(FixedPoint.multiply(traded.units(), terms.multiplier().units()));
    }

    /** Values the own share at the side of the quote at which it could be closed. */
    private static Money openProfit(MongerState state) {
        Market.Quote quote = state.market().quote();
        Ledger ledger = state.ledger();
        if (ledger.own().isZero() || quote == null || !quote.twoSided()) {
            return Money.ZERO;
        }
        Price out = ledger.own().signum() > 0 ? quote.bid() : quote.ask();
        return out.times(ledger.own()).minus(ledger.tally().openCost());
    }
}
