package dev.monger.core.monger;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order as the broker describes it.
 *
 * @param identity whose it is
 * @param side buy or sell
 * @param total the whole quantity, what has filled included
 * @param filled what the broker counts as filled, where it says so, else zero
 * @param terms kind and prices
 * @param parentOrderId the parent's order id, zero for none
 * @param ocaGroup null for none
 * @param status the broker's word
 * @param held why it is not at the exchange
 */
public record BrokerOrder(
        Identity identity,
        Side side,
        Quantity total,
        Quantity filled,
        OrderTerms terms,
        int parentOrderId,
        @Nullable String ocaGroup,
        Status status,
        Held held) {

    /**
     * Whose order it is.
     *
     * @param orderId per client; zero or negative for a person's order
     * @param permId null where the broker has given none
     * @param ref the reference it carries; null for none
     */
    public record Identity(
            int orderId,
            @Nullable PermId permId,
            ClientId clientId,
            @Nullable OrderRef ref,
            ConId conId,
            AccountId account) {}

    /** The broker's words for how an order stands. */
    public enum Status {
        /** Not yet at the broker. */
        PENDING_SUBMIT,
        /** At the broker, not at the exchange: a stop, a child, or outside of hours. */
        PRE_SUBMITTED,
        /** Working. */
        SUBMITTED,
        /** A cancel is on its way; it may still fill. */
        PENDING_CANCEL,
        /** Ended without filling whole; an execution may still follow. */
        CANCELLED,
        /** Filled whole. */
        FILLED,
        /** Rejected, not transmitted, or held for locate, as {@link Held} tells. */
        INACTIVE,
        /** A word we do not know: the order is taken as living. */
        UNKNOWN;

        /** Tells whether the broker counts the order as ended. */
        public boolean ended() {
            return switch (this) {
                case CANCELLED, FILLED -> true;
                case PENDING_SUBMIT, PRE_SUBMITTED, SUBMITTED, PENDING_CANCEL, INACTIVE, UNKNOWN ->
                        false;
            };
        }
    }

    /** Why an order is not at the exchange. */
    public enum Held {
        /** It is, or nothing is said. */
        NOT,
        /** It waits for its parent to fill. */
        PARENT,
        /** It waits for its trigger: a stop that works. */
        TRIGGER,
        /** It waits for shares to be found. */
        LOCATE
    }
}
