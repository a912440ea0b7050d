package dev.monger.core.monger;

import dev.monger.core.model.OrderRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Our orders by reference: those that could still fill, and those that ended not long ago. They are
 * kept apart, since each step asks many times for the few that live.
 */
public final class Orders {

    static final Orders NONE = new Orders(Table.empty(), Table.empty());

    private final Table<OrderRef, TrackedOrder> live;
    private final Table<OrderRef, TrackedOrder> ended;
    private final boolean executionsMissing;

    /** Made when first asked for. */
    private @Nullable List<TrackedOrder> values;

    private Orders(Table<OrderRef, TrackedOrder> live, Table<OrderRef, TrackedOrder> ended) {
        this.live = live;
        this.ended = ended;
        executionsMissing = anyMissing(live) || anyMissing(ended);
    }

    private static boolean anyMissing(Table<OrderRef, TrackedOrder> orders) {
        for (TrackedOrder order : orders.values()) {
            if (order.executionsMissing()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the orders with this one added or replaced. */
    Orders with(TrackedOrder order) {
        OrderRef ref = order.ticket().ref();
        return order.live()
                ? new Orders(live.with(ref, order), ended.without(ref))
                : new Orders(live.without(ref), ended.with(ref, order));
    }

    /** Returns only the orders that are kept; the same object when all are. */
    Orders keeping(Predicate<TrackedOrder> kept) {
        Table<OrderRef, TrackedOrder> liveLeft = live.keeping(kept);
        Table<OrderRef, TrackedOrder> endedLeft = ended.keeping(kept);
        return liveLeft.size() + endedLeft.size() == size()
                ? this
                : new Orders(liveLeft, endedLeft);
    }

    /** Returns an order, or null. */
    public @Nullable TrackedOrder get(OrderRef ref) {
        TrackedOrder order = live.get(ref);
        return order == null ? ended.get(ref) : order;
    }

    /** Tells whether there is an order of this reference. */
    public boolean has(OrderRef ref) {
        return live.has(ref) || ended.has(ref);
    }

    /** Returns all orders in the order of their references; the list cannot be changed. */
    public List<TrackedOrder> values() {
        List<TrackedOrder> made = values;
        if (made == null) {
            List<TrackedOrder> all = new ArrayList<>(size());
            all.addAll(live.values());
            all.addAll(ended.values());
            all.sort(Comparator.comparing(order -> order.ticket().ref()));
            made = Collections.unmodifiableList(all);
            values = made;
        }
        return made;
    }

    /** Returns the orders that could still fill; the list cannot be changed. */
    public List<TrackedOrder> live() {
        return live.values();
    }

    /** Tells whether the broker counts fills of any order that were not told as executions. */
    public boolean executionsMissing() {
        return executionsMissing;
    }

    /** Returns how many orders there are. */
    public int size() {
        return live.size() + ended.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Orders orders
                && live.equals(orders.live)
                && ended.equals(orders.ended);
    }

    @Override
    public int hashCode() {
        return 31 * live.hashCode() + ended.hashCode();
    }

    @Override
    public String toString() {
        return "live " + live + ", ended " + ended;
    }
}
