package dev.monger.core.portfolio;

import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;

/**
 * One order as the broker shows it.
 *
 * @param permId its only lasting name
 * @param source which session it came through
 * @param instrument what it trades
 * @param side which way
 * @param terms its kind and prices
 * @param amounts how much, and how much of that is done
 * @param group what else at the broker may change it
 * @param brokerStatus the broker's word for its status
 */
public record ObservedOrder(
        PermId permId,
        Source source,
        Instrument instrument,
        Side side,
        OrderTerms terms,
        Amounts amounts,
        Group group,
        String brokerStatus) {

    /**
     * The session through which an order came.
     *
     * @param clientId 0 for orders typed by people
     * @param orderId 0, negative or the largest int for orders typed by people
     * @param reference the free text it carries, possibly empty
     */
    public record Source(int clientId, int orderId, String reference) {}

    /**
     * How much.
     *
     * @param total ordered
     * @param filled executed so far
     */
    public record Amounts(Quantity total, Quantity filled) {

        /** Returns what could still fill. */
        public Quantity remaining() {
            return total.minus(filled);
        }
    }

    /**
     * What else at the broker may change or end the order without a person.
     *
     * @param ocaGroup the group whose other members reduce or cancel it, possibly empty
     * @param parentOrderId the order id of its parent, 0 for none
     * @param lasting whether it stays until cancelled, so that it cannot end by its own time
     */
    public record Group(String ocaGroup, int parentOrderId, boolean lasting) {}

    /** Returns how far it has come. */
    public OrderPhase phase() {
        return OrderPhase.of(brokerStatus);
    }

    /** Returns the order with a newer status; filled never goes back. */
    ObservedOrder withStatus(String status, Quantity filled) {
        return new ObservedOrder(
                permId,
                source,
                instrument,
                side,
                terms,
                new Amounts(amounts.total(), amounts.filled().max(filled)),
                group,
                status);
    }

    /** Returns the order with the fills that an earlier message told, where this one has fewer. */
    ObservedOrder notBelow(Quantity filled) {
        return withStatus(brokerStatus, filled);
    }

    /** Tells whether a person would call it the same order in the same state. */
    boolean readsLike(ObservedOrder other) {
        return side == other.side
                && fixed(terms).equals(fixed(other.terms))
                && amounts.total().equals(other.amounts.total())
                && phase() == other.phase();
    }

    /** The broker itself moves the trigger of a trailing stop: that is no change by anybody. */
    static OrderTerms fixed(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Trail trail -> new OrderTerms.Trail(trail.distance(), Price.ZERO);
            case OrderTerms.Limit limit -> limit;
            case OrderTerms.Stop stop -> stop;
            case OrderTerms.Market market -> market;
            case OrderTerms.Other other -> other;
        };
    }
}
