package dev.monger.tws.message;

import java.util.List;

/**
 * All conditions of an order and what they govern.
 *
 * @param ignoreRegularHours conditions also hold outside regular hours
 * @param cancelOrder the conditions cancel the order instead of starting it
 */
public record OrderConditions(
        List<OrderCondition> conditions, boolean ignoreRegularHours, boolean cancelOrder) {

    /** No condition. */
    public static final OrderConditions NONE = new OrderConditions(List.of(), false, false);

    /** Keeps its own copy of the list. */
    public OrderConditions {
        conditions = List.copyOf(conditions);
    }
}
