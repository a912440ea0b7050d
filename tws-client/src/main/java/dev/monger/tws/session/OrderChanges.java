package dev.monger.tws.session;

import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which order ids TWS knows of this connection, and which of them are being changed. The same
 * refusal means "does not exist" of a new order and "lives on as it was" of a changed one.
 */
final class OrderChanges {

    private final SortedSet<Integer> known = new TreeSet<>();
    private final SortedSet<Integer> changing = new TreeSet<>();

    void clear() {
        known.clear();
        changing.clear();
    }

    boolean knows(int orderId) {
        return known.contains(orderId);
    }

    void left(OrderRequest.PlaceOrder place) {
        if (!known.add(place.orderId())) {
            changing.add(place.orderId());
        }
    }

    /** TWS shows an order of this client: it is known, and a change of it, if any, was taken. */
    void seen(ServerMessage message, int clientId) {
        switch (message) {
            case OrderMessage.OpenOrder open when open.clientId() == clientId -> {
                known.add(open.orderId());
                changing.remove(open.orderId());
            }
            case OrderMessage.OrderStatus status when status.clientId() == clientId ->
                    known.add(status.orderId());
            default -> {
                // Other messages show no order of ours.
            }
        }
    }

    /** Reads an error about an order; a refusal answers the change that is on its way. */
    OrderRemark remark(int orderId, ErrorKind kind) {
        OrderRemark remark = OrderRemark.of(kind, changing.contains(orderId));
        if (remark == OrderRemark.CHANGE_REFUSED) {
            changing.remove(orderId);
        } else if (remark == OrderRemark.REFUSED || remark == OrderRemark.PARENT_MISSING) {
            // The next order under this id is a new one again.
            known.remove(orderId);
        }
        return remark;
    }
}
