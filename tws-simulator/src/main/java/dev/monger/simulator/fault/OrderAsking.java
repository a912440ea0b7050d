package dev.monger.simulator.fault;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderStatus;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        Fault waits = heldForLink(place.orderId());
        if (waits != null) {
            // TWS gives the id to nobody else, whatever becomes of the order.
            hearing.world().backend().orderIdUsed(hearing.clientId(), place.orderId());
            return waiting(place.orderId(), waits, List.of(pending(place)));
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

    /** The fault that makes a message about an order wait for the link, or null. */
    private @Nullable Fault heldForLink(int orderId) {
        if (!hearing.link().isLost()) {
            return null;
        }
        // What belongs to an order that waits already waits behind it.
        Fault before = hearing.link().heldBy(hearing.clientId(), orderId);
        return before != null ? before : hearing.strike(FaultKind.ORDER_HELD_IN_OUTAGE);
    }

    private Fate waiting(int orderId, Fault fault, List<ServerMessage> meanwhile) {
        hearing.link().hold(hearing.clientId(), orderId, fault);
        if (fault.has("resubmit", "yes")) {
            return new Fate.HeldForLink(meanwhile);
        }
        hearing.link()
                .whenBack(() ->
                        hearing.later(
                                0,
                                hearing.error(
                                        orderId,
                                        10328,
                                        "Connection lost, order data could not be resolved.")));
        return new Fate.Answered(meanwhile, false);
    }

    private OrderMessage.OrderStatus pending(OrderRequest.PlaceOrder place) {
        return new OrderMessage.OrderStatus(
                place.orderId(),
                "PendingSubmit",
                0,
                place.order().totalQuantityE8(),
                0,
                0,
                place.order().parentId(),
                0,
                hearing.clientId(),
                "",
                0);
    }

    private Fate cancelled(OrderRequest.CancelOrder cancel) {
        int id = cancel.orderId();
        Fault waits = heldForLink(id);
        if (waits != null) {
            return waiting(id, waits, List.of());
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
