package dev.monger.engine.tws;

import dev.monger.core.model.OrderRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which order id an order of ours was last sent under, and which order an id last meant.
 *
 * <p>An id by itself names nothing: after a restart TWS gives ids again, so a later use of an id
 * takes it from the earlier order.
 */
public final class OrderIds {

    /** More than any day has; beyond, those noted first are forgotten. */
    private static final int MOST = 50_000;

    private final Map<String, Integer> byRef = new LinkedHashMap<>();
    private final Map<Integer, OrderRef> byId = new LinkedHashMap<>();

    /** Notes that an order stands, or was sent, under an id. */
    public void put(OrderRef ref, int orderId) {
        byRef.put(ref.value(), orderId);
        byId.put(orderId, ref);
        if (byId.size() > MOST) {
            Map.Entry<Integer, OrderRef> oldest = byId.entrySet().iterator().next();
            byRef.remove(oldest.getValue().value(), oldest.getKey());
            byId.remove(oldest.getKey());
        }
    }

    /** Returns the id an order was last seen under. */
    public Optional<Integer> idOf(OrderRef ref) {
        return Optional.ofNullable(byRef.get(ref.value()));
    }

    /** Returns the order an id last meant. */
    public Optional<OrderRef> refOf(int orderId) {
        return Optional.ofNullable(byId.get(orderId));
    }
}
