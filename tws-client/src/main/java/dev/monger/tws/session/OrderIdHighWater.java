package dev.monger.tws.session;

import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;

/**
 * The high-water mark of order ids. It only rises: after a restart TWS may offer ids again that
 * were used, and an id used twice makes two orders one.
 */
final class OrderIdHighWater {

    private int highest;

    int highest() {
        return highest;
    }

    /** Takes note of an id that is used; no number means a trade made by hand. */
    void used(int orderId) {
        if (orderId != Integer.MAX_VALUE && orderId > highest) {
            highest = orderId;
        }
    }

    /** Takes note of every id TWS shows, of whichever client. */
    void seen(ServerMessage message) {
        switch (message) {
            case SessionMessage.NextValidId m -> used(m.orderId() - 1);
            case OrderMessage.OpenOrder m -> used(m.orderId());
            case OrderMessage.OrderStatus m -> used(m.orderId());
            case OrderMessage.OrderBound m -> used(m.orderId());
            case OrderMessage.ExecDetails m -> used(m.execution().orderId());
            default -> {
                // Other messages show no order id.
            }
        }
    }

    int next() {
        if (highest >= Integer.MAX_VALUE - 1) {
            throw new IllegalStateException("Invariant: order ids are not used up");
        }
        return highest + 1;
    }

    int take() {
        highest = next();
        return highest;
    }
}
