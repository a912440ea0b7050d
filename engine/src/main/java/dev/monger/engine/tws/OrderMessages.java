package dev.monger.engine.tws;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Side;
import dev.monger.core.monger.OrderTicket;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;

/** Writes what the core wants as an order of the wire. */
final class OrderMessages {

    /** Reduce with block: what fills in one order of a group is taken from the others first. */
    private static final int REDUCE_WITH_BLOCK = 2;

    private OrderMessages() {}

    /**
     * Writes a ticket.
     *
     * @param parentId the parent's order id, zero for none
     * @param transmit false keeps it at TWS until a later order of its bracket is transmitted
     */
    static Order order(OrderTicket ticket, AccountId account, int parentId, boolean transmit) {
        OrderBuilder order =
                Order.builder(action(ticket.side()), ticket.quantity().units(), type(ticket))
                        .account(account.value())
                        .orderRef(ticket.ref().value())
                        .outsideRegularHours(ticket.outsideRegularHours())
                        .parentId(parentId)
                        .transmit(transmit);
        if (ticket.ocaGroup() != null) {
            order.ocaGroup(ticket.ocaGroup()).ocaType(REDUCE_WITH_BLOCK);
        }
        prices(order, ticket.terms());
        lifetime(order, ticket.lifetime());
        return order.build();
    }

    private static String action(Side side) {
        return switch (side) {
            case BUY -> "BUY";
            case SELL -> "SELL";
        };
    }

    private static String type(OrderTicket ticket) {
        return switch (ticket.terms()) {
            case OrderTerms.Limit limit -> "LMT";
            case OrderTerms.Stop stop -> "STP";
            case OrderTerms.Trail trail -> "TRAIL";
            case OrderTerms.Market market -> "MKT";
            case OrderTerms.Other other ->
                    throw new IllegalStateException(
                            "Invariant: we send no order of type " + other.type());
        };
    }

    private static void prices(OrderBuilder order, OrderTerms terms) {
        switch (terms) {
            case OrderTerms.Limit limit -> order.limitPriceE8(limit.price().units());
            case OrderTerms.Stop stop -> order.auxPriceE8(stop.trigger().units());
            case OrderTerms.Trail trail ->
                    order.auxPriceE8(trail.distance().units())
                            .trailStopPriceE8(trail.trigger().units());
            case OrderTerms.Market market -> {}
            case OrderTerms.Other other -> {}
        }
    }

    private static void lifetime(OrderBuilder order, Lifetime lifetime) {
        switch (lifetime) {
            case Lifetime.GoodTillCancelled cancelled -> order.timeInForce("GTC");
            case Lifetime.Day day -> order.timeInForce("DAY");
            case Lifetime.GoodTillDate date ->
                    order.timeInForce("GTD").goodTillDate(BrokerTime.utc(date.exchangeNanos()));
        }
    }
}
