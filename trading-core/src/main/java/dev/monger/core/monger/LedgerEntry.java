package dev.monger.core.monger;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One move of the position: the highest revision of an execution family, or an adjustment.
 *
 * @param family by which it is booked once
 * @param origin who moved
 * @param change signed
 * @param price of an adjustment zero: it is booked at our average price, without a profit
 * @param exchangeNanos when it happened; the order in which moves are counted
 * @param execution null for an adjustment
 * @param ref which of our orders; null for hands and adjustments
 */
public record LedgerEntry(
        String family,
        Origin origin,
        Quantity change,
        Price price,
        long exchangeNanos,
        @Nullable Execution execution,
        @Nullable OrderRef ref) {

    /** Who moved the position. */
    public enum Origin {
        /** An order of ours. */
        OURS,
        /** A person's. */
        MANUAL,
        /** Nobody's execution: a split, a transfer, a buy-in, as an operator named it. */
        ADJUSTMENT
    }

    static LedgerEntry of(Execution execution, Origin origin, @Nullable OrderRef ref) {
        return new LedgerEntry(
                execution.family(),
                origin,
                execution.signed(),
                execution.price(),
                execution.exchangeNanos(),
                execution,
                ref);
    }

    /** Returns the execution's id; null for an adjustment. */
    public @Nullable ExecId execId() {
        return execution == null ? null : execution.execId();
    }

    long revision() {
        return execution == null ? 0 : execution.revision();
    }
}
