package dev.monger.core.monger;

import dev.monger.core.monger.TrackedOrder.Twin;

/**
 * Cancels the second life of an order, within seconds and until the broker's lists show one.
 *
 * <p>The wire cancels by order id. Where the lives stand under two order ids, the second one is
 * cancelled and the first stays untouched. Where both stand under one, nobody can say which of them
 * a cancel meets: one cancel is sent, the lists are read again, and what is left is the order from
 * then on; were none left, the exits are placed anew as after any end. Until then both count as
 * working, no entry leaves and no exit is made larger.
 */
final class IncarnationRule {

    private IncarnationRule() {}

    static void obey(Turn turn) {
        if (!turn.maySend()) {
            return;
        }
        for (TrackedOrder order : turn.book().live()) {
            Twin twin = order.twin();
            if (twin != null
                    && (twin.askedNanos() == null
                            || turn.passed(twin.askedNanos(), Timing.CANCEL_NANOS))) {
                turn.cancelTwin(order, twin);
            }
        }
    }
}
