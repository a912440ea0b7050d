package dev.monger.tws.message;

/** What TWS says of orders and executions. */
public sealed interface OrderMessage extends ServerMessage {

    /**
     * The state of an order; may repeat, may be missing for a fast fill.
     *
     * @param orderId 0 for an unbound order of a person
     * @param status as TWS wrote it
     * @param parentId orderId of the parent, 0 for none
     * @param whyHeld empty, locate, child, trigger
     */
    record OrderStatus(
            int orderId,
            String status,
            long filledE8,
            long remainingE8,
            long averageFillPriceE8,
            long permId,
            int parentId,
            long lastFillPriceE8,
            int clientId,
            String whyHeld,
            long marketCapPriceE8)
            implements OrderMessage {}

    /** An order with all its fields and its state. */
    record OpenOrder(
            int orderId,
            int clientId,
            long permId,
            Contract contract,
            Order order,
            OrderState state)
            implements OrderMessage {}

    /** The end of a list of open orders. */
    record OpenOrderEnd() implements OrderMessage {}

    /** An order of a person now has an order id here. */
    record OrderBound(long permId, int clientId, int orderId) implements OrderMessage {}

    /**
     * An execution or its correction.
     *
     * @param requestId −1 for a live one
     */
    record ExecDetails(int requestId, Contract contract, Execution execution)
            implements OrderMessage {}

    /** The end of a list of executions. */
    record ExecDetailsEnd(int requestId) implements OrderMessage {}

    /**
     * The commission of an execution; may come before it.
     *
     * @param realizedPnlE8 unset for an opening fill
     */
    record CommissionReport(
            String execId,
            long commissionE8,
            String currency,
            long realizedPnlE8,
            long yieldE8,
            String yieldRedemptionDate)
            implements OrderMessage {}

    /** An order of the day that ended. */
    record CompletedOrder(long permId, Contract contract, Order order, CompletedState state)
            implements OrderMessage {}

    /** The end of a list of completed orders. */
    record CompletedOrdersEnd() implements OrderMessage {}
}
