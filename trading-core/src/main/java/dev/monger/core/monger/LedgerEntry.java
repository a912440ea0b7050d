package dev.monger.core.monger;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.HandsRules;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Sizing;
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
 * @param hands what a person's move means for our share, as it was agreed when it was first told
 */
public record LedgerEntry(
        String family,
        Origin origin,
        Quantity change,
        Price price,
        long exchangeNanos,
        @Nullable Execution execution,
        @Nullable OrderRef ref,
        Hands hands) {

    /**
     * What a person's execution means for our own share. It is fixed when the execution is first
     * booked, so that an assignment that changes later does not move shares of the past.
     *
     * @param takes whether one against our side takes from our share first
     * @param adoptUpTo up to which size one on our side becomes our share; zero for never
     */
    public record Hands(boolean takes, Quantity adoptUpTo) {

        static final Hands OBSERVED = new Hands(true, Quantity.ZERO);

        static Hands by(HandsRules rules, Sizing sizing, Price price) {
            return switch (rules.manualOrders()) {
                case OBSERVE, PAUSE -> OBSERVED;
                case ADOPT -> new Hands(true, sizing.maximumAt(price));
                case IGNORE -> new Hands(false, Quantity.ZERO);
            };
        }
    }

    /** Who moved the position. */
    public enum Origin {
        /** An order of ours. */
        OURS,
        /** A person's. */
        MANUAL,
        /** Nobody's execution: a split, a transfer, a buy-in, as an operator named it. */
        ADJUSTMENT
    }

    static LedgerEntry of(Execution execution, Origin origin, @Nullable OrderRef ref, Hands hands) {
        return new LedgerEntry(
                execution.family(),
                origin,
                execution.signed(),
                execution.price(),
                execution.exchangeNanos(),
                execution,
                ref,
                hands);
    }

    /** Returns the execution's id; null for an adjustment. */
    public @Nullable ExecId execId() {
        return execution == null ? null : execution.execId();
    }

    long revision() {
        return execution == null ? 0 : execution.revision();
    }
}
