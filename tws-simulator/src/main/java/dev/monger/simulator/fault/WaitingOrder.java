package dev.monger.simulator.fault;

import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;

/** A new order that waits in TWS for the link to the broker, which has given it no number yet. */
public record WaitingOrder(int clientId, OrderRequest.PlaceOrder request) {
    /** Its status, as TWS shows it. */
    public static final String STATUS = "PendingSubmit";

    /** What TWS says of it. */
    public OrderMessage.OrderStatus status() {
        return new OrderMessage.OrderStatus(
                request.orderId(),
                STATUS,
                0,
                request.order().totalQuantityE8(),
                0,
                0,
                request.order().parentId(),
                0,
                clientId,
                "",
                0);
    }
}
