package dev.monger.engine.tws;

import dev.monger.core.model.OrderRef;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which order id an order of ours was last sent under, and which order an id last meant.
 *
 * <p>An id by itself names nothing: after a restart TWS gives ids again, so a later use of an id
 * takes it from the earlier order.
 */
public final class OrderIds {

    private final SortedMap<String, Integer> byRef = new TreeMap<>();
    private final SortedMap<Integer, OrderRef> byId = new TreeMap<>();

    /** Notes that an order stands, or was sent, under an id. */
    public void put(OrderRef ref, int orderId) {
        byRef.put(ref.value(), orderId);
        byId.put(orderId, ref);
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
