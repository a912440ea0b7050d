package dev.monger.simulator.fault;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderStatus;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes wrong with orders and cancels on their way into TWS. */
final class OrderAsking {
    private static final int MOST_PARENTS = 100;

    private final Hearing hearing;
    private final OrderTelling telling;
    private final Map<Long, Fault> lateFills;
    private final TreeMap<Integer, Long> placedNanos = new TreeMap<>();

    OrderAsking(Hearing hearing, OrderTelling telling, Map<Long, Fault> lateFills) {
        this.hearing = hearing;
        this.telling = telling;
        this.lateFills = lateFills;
    }

    Fate fate(OrderRequest request) {
        return switch (request) {
            case OrderRequest.PlaceOrder place -> placed(place);
            case OrderRequest.CancelOrder cancel -> cancelled(cancel);
            default -> Fate.HANDLED;
        };
    }

    private Fate placed(OrderRequest.PlaceOrder place) {
        if (hearing.strikes(FaultKind.SWALLOWED_ORDER)) {
            return new Fate.Swallowed();
        }
        if (hearing.strikes(FaultKind.DROP_BEFORE_ORDER)) {
            return new Fate.DroppedBefore();
        }
        if (hearing.link().isLost()) {
            return held(place);
        }
        if (isTooFast(place)) {
            return answer(place.orderId(), 10006, "Missing parent order.");
        }
        placedNanos.put(place.orderId(), hearing.nowNanos());
        if (placedNanos.size() > MOST_PARENTS) {
            placedNanos.pollFirstEntry();
        }
        return hearing.strikes(FaultKind.DROP_AFTER_ORDER) ? new Fate.DroppedAfter() : Fate.HANDLED;
    }

    private boolean isTooFast(OrderRequest.PlaceOrder place) {
        Long parentNanos = placedNanos.get(place.order().parentId());
        Fault on = hearing.get(FaultKind.MISSING_PARENT);
        if (parentNanos == null || on == null) {
            return false;
        }
        boolean fast = hearing.nowNanos() - parentNanos < on.nanos("withinMillis");
        return fast && hearing.strikes(FaultKind.MISSING_PARENT);
    }

    /** A new order shows as pending; a change or a what-if order waits without a word. */
    private Fate held(OrderRequest.PlaceOrder place) {
        int id = place.orderId();
        Backend backend = hearing.world().backend();
        if (place.order().whatIf()) {
            return new Fate.HeldForLink(List.of());
        }
        boolean isChange = backend.order(hearing.clientId(), id) != null;
        boolean newId = id >= backend.nextOrderId(hearing.clientId());
        // TWS gives the id to nobody else, whatever becomes of the order.
        backend.orderIdUsed(hearing.clientId(), id);
        return held(
                id,
                newId,
                isChange
                        ? List.of()
                        : List.of(new WaitingOrder(hearing.clientId(), place).status()));
    }

    /** Without M18 what waits is sent on; what belongs to an order shares its fate. */
    private Fate held(int orderId, boolean newId, List<ServerMessage> meanwhile) {
        Fault why = hearing.link().heldBy(hearing.clientId(), orderId);
        if (why == null) {
            Fault strike = hearing.strike(FaultKind.ORDER_HELD_IN_OUTAGE);
            why = strike == null ? Fault.of(FaultKind.ORDER_HELD_IN_OUTAGE) : strike;
        }
        hearing.link().hold(hearing.clientId(), orderId, why, newId);
        return why.has("resubmit", "yes")
                ? new Fate.HeldForLink(meanwhile)
                : new Fate.DeletedByLink(
                        meanwhile,
                        orderId,
                        10328,
                        "Connection lost, order data could not be resolved.");
    }

    private Fate cancelled(OrderRequest.CancelOrder cancel) {
        int id = cancel.orderId();
        if (hearing.link().isLost()) {
            return held(id, false, List.of());
        }
        BrokerOrder order = hearing.world().backend().order(hearing.clientId(), id);
        if (order == null || order.status().isDone()) {
            return Fate.HANDLED;
        }
        Fault refused = hearing.strike(FaultKind.CANCEL_REFUSED);
        if (refused != null) {
            return refused(order, id, refused);
        }
        if (order.status() == OrderStatus.SUBMITTED) {
            Fault late = hearing.strike(FaultKind.EXECUTION_AFTER_CANCEL);
            if (late != null) {
                lateFills.put(order.permId(), late);
            }
        }
        return Fate.HANDLED;
    }

    private Fate refused(BrokerOrder order, int id, Fault fault) {
        String text =
                switch (fault.text("code")) {
                    case "10147" -> "OrderId " + id + " that needs to be cancelled is not found.";
                    case "10148" ->
                            "OrderId "
                                    + id
                                    + " that needs to be cancelled cannot be cancelled, state: PendingCancel.";
                    default ->
                            "Cancel attempted when order is not in a cancellable state. Order permId = "
                                    + order.permId();
                };
        ServerMessage error = hearing.error(id, (int) fault.whole("code"), text);
        if (fault.has("order", "stays")) {
            return new Fate.Answered(List.of(error), false);
        }
        telling.muteCancel(id);
        return new Fate.HandledWith(List.of(error));
    }

    private Fate answer(int id, int code, String text) {
        return new Fate.Answered(List.of(hearing.error(id, code, text)), false);
    }
}
