package dev.monger.tws.message;

/** Requests about orders and executions. */
public sealed interface OrderRequest extends ClientMessage {

    /** Places an order, changes it (same orderId), or asks what if. */
    record PlaceOrder(int orderId, Contract contract, Order order) implements OrderRequest {}

    /**
     * Asks for the cancel of an own order.
     *
     * @param manualOrderIndicator Integer.MAX_VALUE when unset
     */
    record CancelOrder(
            int orderId,
            String manualOrderCancelTime,
            String externalOperator,
            int manualOrderIndicator)
            implements OrderRequest {

        /** Returns the plain cancel of one order. */
        public static CancelOrder of(int orderId) {
            return new CancelOrder(orderId, "", "", Integer.MAX_VALUE);
        }
    }

    /** Cancels every order of the account, those of people and of other clients too. */
    record RequestGlobalCancel(String externalOperator, int manualOrderIndicator)
            implements OrderRequest {

        /** The plain form. */
        public static final RequestGlobalCancel PLAIN =
                new RequestGlobalCancel("", Integer.MAX_VALUE);
    }

    /** Asks for own open orders; on client 0 it also binds orders of people. */
    record RequestOpenOrders() implements OrderRequest {}

    /** Asks for every open order of the account, once, without binding. */
    record RequestAllOpenOrders() implements OrderRequest {}

    /** Binds later orders of people to client 0, or ends that. */
    record RequestAutoOpenOrders(boolean autoBind) implements OrderRequest {}

    /** Asks for executions, each followed by its commission. */
    record RequestExecutions(int requestId, ExecutionFilter filter) implements OrderRequest {}

    /** Asks for orders of the day that ended. */
    record RequestCompletedOrders(boolean apiOnly) implements OrderRequest {}
}
