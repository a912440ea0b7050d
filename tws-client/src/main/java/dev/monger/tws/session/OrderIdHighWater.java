package dev.monger.tws.session;

import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;

/**
 * The high-water mark of order ids. It only rises: after a restart TWS may offer ids again that
 * were used, and an id used twice makes two orders one.
 *
 * <p>It never rises to the ids of requests, since errors carry either: a refusal of an order under
 * such an id would be taken for that of a request. Where TWS itself offers such ids there are none
 * to use.
 */
final class OrderIdHighWater {

    private static final int LAST = ClientSession.FIRST_REQUEST_ID - 1;

    private int highest;
    private boolean offeredTooHigh;

    int highest() {
        return highest;
    }

    /** Takes note of an id that is used; no number of an order means a trade made by hand. */
    void used(int orderId) {
        if (orderId <= LAST && orderId > highest) {
            highest = orderId;
        }
    }

    /**
     * Takes note of the ids TWS shows: of orders of whichever client, as new ones must be above
     * them, but of executions of this client only. What others number by the clock is nothing to
     * us.
     */
    void seen(ServerMessage message, int clientId) {
        switch (message) {
            case SessionMessage.NextValidId m -> {
                offeredTooHigh = m.orderId() > LAST;
                if (!offeredTooHigh) {
                    used(m.orderId() - 1);
                }
            }
            case OrderMessage.OpenOrder m -> used(m.orderId());
            case OrderMessage.OrderStatus m -> used(m.orderId());
            case OrderMessage.OrderBound m -> used(m.orderId());
            case OrderMessage.ExecDetails m when m.execution().clientId() == clientId ->
                    used(m.execution().orderId());
            default -> {
                // Other messages show no order id.
            }
        }
    }

    /** Tells whether there is another id that TWS takes and that is no request's. */
    boolean hasNext() {
        return !offeredTooHigh && highest < LAST;
    }

    int next() {
        return highest + 1;
    }

    int take() {
        if (!hasNext()) {
            throw new IllegalStateException("Invariant: order ids are not used up");
        }
        highest = next();
        return highest;
    }
}
