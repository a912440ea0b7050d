package dev.monger.tws.session;

import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which order ids TWS knows, and which of them are being changed. The same refusal means "does not
 * exist" of a new order and "lives on as it was" of a changed one.
 *
 * <p>A change is over when TWS shows the order as it was to become, or shows it at all after a
 * refusal. It may wait at TWS for the broker longer than a connection lasts, so a connection that
 * is lost ends none.
 */
final class OrderChanges {

    /**
     * A change on its way.
     *
     * @param wanted how the order was to become
     * @param refused whether it was refused; a second refusal, as the broker's after that of TWS,
     *     is of the same change
     */
    private record Change(Order wanted, boolean refused) {

        boolean isOver(Order shown) {
            return refused || isShown(shown);
        }

        private boolean isShown(Order shown) {
            return wanted.totalQuantityE8() == shown.totalQuantityE8()
                    && wanted.orderType().equals(shown.orderType())
                    && same(wanted.limitPriceE8(), shown.limitPriceE8())
                    && same(wanted.auxPriceE8(), shown.auxPriceE8());
        }

        /** TWS fills in prices that an order of its type does not have. */
        private static boolean same(long wanted, long shown) {
            return !Decimals.isSet(wanted) || wanted == 0 || wanted == shown;
        }
    }

    private final SortedSet<Integer> known = new TreeSet<>();
    private final SortedMap<Integer, Change> changing = new TreeMap<>();

    boolean knows(int orderId) {
        return known.contains(orderId);
    }

    void left(OrderRequest.PlaceOrder place) {
        if (!known.add(place.orderId())) {
            changing.put(place.orderId(), new Change(place.order(), false));
        }
    }

    /** TWS shows an order of this client: it is known, and perhaps a change of it was taken. */
    void seen(ServerMessage message, int clientId) {
        switch (message) {
            case OrderMessage.OpenOrder open when open.clientId() == clientId -> {
                known.add(open.orderId());
                Change change = changing.get(open.orderId());
                if (change != null && change.isOver(open.order())) {
                    changing.remove(open.orderId());
                }
            }
            case OrderMessage.OrderStatus status when status.clientId() == clientId -> {
                known.add(status.orderId());
                if (hasEnded(status.status())) {
                    changing.remove(status.orderId());
                }
            }
            default -> {
                // Other messages show no order of ours.
            }
        }
    }

    private static boolean hasEnded(String status) {
        return switch (status) {
            case "Filled", "Cancelled", "ApiCancelled" -> true;
            default -> false;
        };
    }

    /** Reads an error about an order; a refusal answers the change that is on its way. */
    OrderRemark remark(int orderId, ErrorKind kind) {
        Change change = changing.get(orderId);
        OrderRemark remark = OrderRemark.of(kind, change != null);
        if (remark == OrderRemark.CHANGE_REFUSED && change != null) {
            changing.put(orderId, new Change(change.wanted(), true));
        } else if (remark == OrderRemark.REFUSED || remark == OrderRemark.PARENT_MISSING) {
            // The next order under this id is a new one again.
            known.remove(orderId);
        }
        return remark;
    }
}
