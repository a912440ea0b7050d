package dev.monger.core.monger;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Assignment;
import dev.monger.core.model.ConId;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;

/** Takes in what is said of the account as a whole. */
final class AccountIntake {

    static final String OWN_DAILY_LOSS = "ticker-daily-loss";
    static final String OWN_ACCOUNT_LOSS = "account-daily-loss";

    private AccountIntake() {}

    static void take(Turn turn, AccountEvent event) {
        switch (event) {
            case AccountEvent.BrokerPositionReported position -> position(turn, position);
            case AccountEvent.ManualFillReported manual ->
                    Booking.book(turn, manual.execution(), LedgerEntry.Origin.MANUAL);
            case AccountEvent.ManualOrderReported manual ->
                    turn.set(
                            manual.working()
                                    ? turn.book().withManual(manual.permId(), manual.text())
                                    : turn.book().withoutManual(manual.permId()));
            case AccountEvent.AdjustmentAcknowledged adjustment -> adjusted(turn, adjustment);
            case AccountEvent.DailyPnlReported daily -> daily(turn, daily);
        }
    }

    /** Tells whether something is in our contract and account; an unknown contract is nobody's. */
    static boolean concernsUs(Turn turn, ConId conId, AccountId account) {
        ContractTerms terms = turn.terms();
        Assignment assignment = turn.assignment();
        return terms != null
                && assignment != null
                && terms.conId().equals(conId)
                && assignment.account().equals(account);
    }

    private static void position(Turn turn, AccountEvent.BrokerPositionReported event) {
        if (concernsUs(turn, event.conId(), event.account())) {
            turn.set(turn.ledger().withNet(event.position(), turn.now()));
            ListingIntake.positionTold(turn);
        }
    }

    private static void adjusted(Turn turn, AccountEvent.AdjustmentAcknowledged event) {
        String family = "adjustment " + event.name();
        if (!turn.ledger().entries().has(family)) {
            LedgerEntry entry =
                    new LedgerEntry(
                            family,
                            LedgerEntry.Origin.ADJUSTMENT,
                            event.change(),
                            Price.ZERO,
                            turn.at.exchangeNanos(),
                            null,
                            null,
                            LedgerEntry.Hands.OBSERVED);
            turn.set(turn.ledger().booked(entry, turn.now()));
        }
    }

    private static void daily(Turn turn, AccountEvent.DailyPnlReported event) {
        Assignment assignment = turn.assignment();
        Money daily = event.daily();
        if (assignment == null || daily == null) {
            return;
        }
        Money limit =
                switch (event.scope()) {
                    case CONTRACT -> assignment.risk().losses().perDay();
                    case ACCOUNT -> assignment.risk().losses().accountPerDay();
                };
        if (limit != null && daily.plus(limit).signum() <= 0) {
            String breach =
                    event.scope() == AccountEvent.PnlScope.CONTRACT
                            ? OWN_DAILY_LOSS
                            : OWN_ACCOUNT_LOSS;
            CommandIntake.trip(
                    turn, breach, "the broker says " + daily + ", the limit is -" + limit);
        }
    }
}
