package dev.monger.core.monger;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ContractDescription;
import dev.monger.core.model.OrderRef;
import java.util.List;

/** Something the monger wants done, in the order in which it wants it done. */
public sealed interface MongerCommand
        permits MongerCommand.ToBroker, MongerFact, MongerCommand.WakeAt {

    /** What goes to the broker. */
    sealed interface ToBroker extends MongerCommand {}

    /** Look up the contract; answered by ContractConfirmed or ContractRefused. */
    record ConfirmContract(ContractDescription contract) implements ToBroker {}

    /** Subscribe live data, position and P&L of the contract, ending older subscriptions first. */
    record SubscribeStreams(ConId conId) implements ToBroker {}

    /**
     * List own open orders, executions, completed orders and positions; each list is ended by its
     * {@link ListingEvent} of the same round, complete or unknown.
     */
    record RequestReconciliation(long round) implements ToBroker {}

    /**
     * Send new orders, in this order; all but the last of a bracket untransmitted, each child with
     * its parent's order id. Each is answered by OrderSent, or by OrderNotSent and then no later
     * one leaves.
     */
    record SubmitOrders(List<OrderTicket> tickets) implements ToBroker {

        /** Keeps a copy; refuses none. */
        public SubmitOrders {
            tickets = List.copyOf(tickets);
            if (tickets.isEmpty()) {
                throw new IllegalArgumentException("Condition failed: at least one ticket");
            }
        }
    }

    /**
     * Change quantity or price of an order under the same order id.
     *
     * @param ticket the whole order as it shall stand
     */
    record ModifyOrder(OrderTicket ticket) implements ToBroker {}

    /**
     * Cancel one order. There is no command that cancels all: it would kill stops and people's
     * orders.
     */
    record CancelOrder(OrderRef ref) implements ToBroker {}

    /** End the session with TWS and open another, because this one does not answer. */
    record Reconnect(String reason) implements ToBroker {}

    /**
     * Step again with TimePassed, at the latest at the earlier of both times; replaces earlier
     * wishes.
     *
     * @param exchangeNanos Long.MAX_VALUE for none
     * @param monotonicNanos Long.MAX_VALUE for none
     */
    record WakeAt(long exchangeNanos, long monotonicNanos) implements MongerCommand {}
}
