package dev.monger.core.monger;

import dev.monger.core.model.IntentId;
import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order as we want it.
 *
 * @param ref its name, a pure function of lease epoch and cause
 * @param intent what it belongs to
 * @param leg its part in it
 * @param side buy or sell
 * @param quantity the whole quantity, what has filled included
 * @param terms kind and prices, rounded to the contract's rule
 * @param lifetime how long it works
 * @param parent the entry that must fill first; null for none
 * @param ocaGroup exits of one group reduce each other (type 2, with block); null for none
 * @param outsideRegularHours whether it may fill outside of regular hours
 */
public record OrderTicket(
        OrderRef ref,
        IntentId intent,
        Leg leg,
        Side side,
        Quantity quantity,
        OrderTerms terms,
        Lifetime lifetime,
        @Nullable OrderRef parent,
        @Nullable String ocaGroup,
        boolean outsideRegularHours) {

    /** Refuses a quantity that is not above zero. */
    public OrderTicket {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Condition failed: an order quantity above zero, not " + quantity);
        }
    }

    /** Returns the ticket with another quantity. */
    public OrderTicket withQuantity(Quantity other) {
        return new OrderTicket(
                ref,
                intent,
                leg,
                side,
                other,
                terms,
                lifetime,
                parent,
                ocaGroup,
                outsideRegularHours);
    }

    /** Returns the ticket with other prices. */
    public OrderTicket withTerms(OrderTerms other) {
        return new OrderTicket(
                ref,
                intent,
                leg,
                side,
                quantity,
                other,
                lifetime,
                parent,
                ocaGroup,
                outsideRegularHours);
    }

    OrderTicket under(@Nullable OrderRef entry) {
        return new OrderTicket(
                ref,
                intent,
                leg,
                side,
                quantity,
                terms,
                lifetime,
                entry,
                ocaGroup,
                outsideRegularHours);
    }
}
