package dev.monger.core.monger;

import dev.monger.core.model.OrderRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Our orders by reference: those that could still fill, and those that ended not long ago. */
public final class Orders {

    static final Orders NONE = new Orders(Table.empty());

    private final Table<OrderRef, TrackedOrder> rows;

    /** Made when first asked for: each step asks many times, and most orders have ended. */
    private @Nullable List<TrackedOrder> live;

    private Orders(Table<OrderRef, TrackedOrder> rows) {
        this.rows = rows;
    }

    /** Returns the orders with this one added or replaced. */
    Orders with(TrackedOrder order) {
        return new Orders(rows.with(order.ticket().ref(), order));
    }

    /** Returns only the orders that are kept; the same object when all are. */
    Orders keeping(Predicate<TrackedOrder> kept) {
        Table<OrderRef, TrackedOrder> left = rows.keeping(kept);
        return left.size() == rows.size() ? this : new Orders(left);
    }

    /** Returns an order, or null. */
    public @Nullable TrackedOrder get(OrderRef ref) {
        return rows.get(ref);
    }

    /** Tells whether there is an order of this reference. */
    public boolean has(OrderRef ref) {
        return rows.has(ref);
    }

    /** Returns all orders in the order of their references; the list cannot be changed. */
    public List<TrackedOrder> values() {
        return rows.values();
    }

    /** Returns the orders that could still fill; the list cannot be changed. */
    public List<TrackedOrder> live() {
        List<TrackedOrder> made = live;
        if (made == null) {
            List<TrackedOrder> found = new ArrayList<>();
            for (TrackedOrder order : rows.values()) {
                if (order.live()) {
                    found.add(order);
                }
            }
            made = Collections.unmodifiableList(found);
            live = made;
        }
        return made;
    }

    /** Returns how many orders there are. */
    public int size() {
        return rows.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Orders orders && rows.equals(orders.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
