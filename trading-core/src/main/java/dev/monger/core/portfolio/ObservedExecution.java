package dev.monger.core.portfolio;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;

/**
 * One execution as the broker tells it.
 *
 * @param execId its name; the last part is its revision
 * @param permId of the order, 0 for a trade made outside of the broker
 * @param source which session the order came through
 * @param instrument what was traded
 * @param side which way
 * @param quantity how much, above zero
 * @param price at which price
 * @param exchangeNanos when, by exchange time
 * @param liquidation whether the broker forced it
 */
public record ObservedExecution(
        ExecId execId,
        long permId,
        ObservedOrder.Source source,
        Instrument instrument,
        Side side,
        Quantity quantity,
        Price price,
        long exchangeNanos,
        boolean liquidation) {

    /** Returns the execution's name without its revision: what happened once at the exchange. */
    public String family() {
        return family(execId);
    }

    /** Returns a name without its revision. */
    static String family(ExecId execId) {
        int dot = execId.value().lastIndexOf('.');
        return dot < 0 ? execId.value() : execId.value().substring(0, dot);
    }

    /** Returns the revision: a higher one replaces a lower one. */
    static int revision(ExecId execId) {
        String last = execId.value().substring(execId.value().lastIndexOf('.') + 1);
        return last.matches("[0-9]{1,6}") ? Integer.parseInt(last) : 0;
    }
}
