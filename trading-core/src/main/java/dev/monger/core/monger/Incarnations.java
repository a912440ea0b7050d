package dev.monger.core.monger;

import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.TrackedOrder.Twin;
import org.jspecify.annotations.Nullable;

/**
 * One order of ours can come to live twice at the broker, each life under a permanent id of its own
 * (a change that was sent while the links were failing). Both could fill, so one has to go.
 */
final class Incarnations {

    private Incarnations() {}

    /**
     * What the broker says of one life.
     *
     * @param orderId under which it was shown; zero when that was not said
     */
    record Life(@Nullable PermId permId, boolean alive, int orderId, Quantity remaining) {}

    /**
     * What it means.
     *
     * @param main whether it was said of the life we count as the order; if not, nothing more
     *     follows from it
     */
    record Heard(TrackedOrder order, boolean main) {}

    static Heard heard(TrackedOrder order, Life life, long nowNanos) {
        PermId permId = life.permId();
        if (permId == null) {
            return new Heard(order, true);
        }
        if (order.permId() == null) {
            return new Heard(order.withPermId(permId), true);
        }
        if (permId.equals(order.permId())) {
            return ofMain(order, life, nowNanos);
        }
        Twin twin = order.twin();
        if (twin != null && permId.equals(twin.permId())) {
            Twin told = life.alive() ? twin.seen(life.remaining(), nowNanos) : null;
            return new Heard(order.withTwin(told), false);
        }
        if (!life.alive()) {
            // The end of a life that we do not know says nothing of the one that we do.
            return new Heard(order, false);
        }
        if (!order.live()) {
            return new Heard(order.withPermId(permId), true);
        }
        Twin found = new Twin(permId, life.orderId(), life.remaining(), nowNanos, nowNanos);
        return twin == null ? new Heard(order.withTwin(found), false) : new Heard(order, false);
    }

    private static Heard ofMain(TrackedOrder order, Life life, long nowNanos) {
        Twin twin = order.twin();
        if (twin == null || !order.live()) {
            return new Heard(order, true);
        }
        return life.alive()
                ? new Heard(order.withTwin(twin.mainSeen(nowNanos)), true)
                : new Heard(survivedBy(order, twin), false);
    }

    /** The life that is left is the order from now on; how it stands, its next report tells. */
    private static TrackedOrder survivedBy(TrackedOrder order, Twin twin) {
        return order.withPermId(twin.permId())
                .withTwin(null)
                .cancelAsked(false)
                .withState(new OrderState.Working(BrokerOrder.Held.NOT))
                .withChange(new TrackedOrder.Change.Undecided(order.ticket()));
    }

    /** Of two lives, the one that is not on a complete list that shows the other has ended. */
    static TrackedOrder afterList(TrackedOrder order, long listSinceNanos) {
        Twin twin = order.twin();
        if (twin == null || !order.live()) {
            return order;
        }
        boolean twinSeen = twin.seenNanos() >= listSinceNanos;
        boolean mainSeen = twin.mainSeenNanos() >= listSinceNanos;
        if (mainSeen && !twinSeen) {
            return order.withTwin(null);
        }
        return twinSeen && !mainSeen ? survivedBy(order, twin) : order;
    }
}
