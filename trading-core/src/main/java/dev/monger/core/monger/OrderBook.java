package dev.monger.core.monger;

import dev.monger.core.model.OrderRef;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Our orders, and what is remembered of those that left.
 *
 * @param nextNumber of the next intent in this session
 * @param entrySends when orders of entries left within the last minute, monotonic
 * @param lastEntryNanos when the last entry left, exchange time; null for never
 * @param stopFilledNanos when a stop-loss last filled, exchange time; null for never
 * @param stopRefused whether a stop-loss of the present position was refused
 */
public record OrderBook(
        Table<OrderRef, TrackedOrder> orders,
        long nextNumber,
        List<Long> entrySends,
        @Nullable Long lastEntryNanos,
        @Nullable Long stopFilledNanos,
        boolean stopRefused) {

    static final OrderBook EMPTY = new OrderBook(Table.empty(), 1, List.of(), null, null, false);

    /** Keeps a copy. */
    public OrderBook {
        entrySends = List.copyOf(entrySends);
    }

    /** Finds an order by permanent id first, then by reference; null when it is not ours. */
    public @Nullable TrackedOrder find(@Nullable PermId permId, @Nullable OrderRef ref) {
        if (permId != null) {
            for (TrackedOrder order : orders.values()) {
                if (permId.equals(order.permId())) {
                    return order;
                }
            }
        }
        return ref == null ? null : orders.get(ref);
    }

    /** Returns the orders that could still fill. */
    public List<TrackedOrder> live() {
        return chosen(TrackedOrder::live);
    }

    /** A plain loop: this is asked many times in each step. */
    private List<TrackedOrder> chosen(Predicate<TrackedOrder> wanted) {
        List<TrackedOrder> found = new ArrayList<>();
        for (TrackedOrder order : orders.values()) {
            if (wanted.test(order)) {
                found.add(order);
            }
        }
        return found;
    }

    private boolean any(Predicate<TrackedOrder> wanted) {
        for (TrackedOrder order : orders.values()) {
            if (wanted.test(order)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the entries that could still fill. */
    public List<TrackedOrder> liveEntries() {
        return chosen(order -> order.live() && order.ticket().leg() == Leg.ENTRY);
    }

    /** Returns the exits that could still fill. */
    public List<TrackedOrder> liveExits() {
        return chosen(order -> order.live() && order.ticket().leg().exits());
    }

    /** Returns the exits of one side that could still fill. */
    public List<TrackedOrder> liveExits(Side side) {
        return chosen(order ->
                order.live() && order.ticket().leg().exits() && order.ticket().side() == side);
    }

    /** Returns what working entries of one side could still add. */
    public Quantity workingEntries(Side side) {
        Quantity sum = Quantity.ZERO;
        for (TrackedOrder entry : liveEntries()) {
            if (entry.ticket().side() == side) {
                sum = sum.plus(entry.remaining());
            }
        }
        return sum;
    }

    /** Tells whether any order is UNKNOWN. */
    public boolean anyUnknown() {
        return any(TrackedOrder::unknown);
    }

    /** Tells whether an exit is UNKNOWN: then no new exit may be sent. */
    public boolean exitUnknown() {
        return any(order -> order.ticket().leg().exits() && order.unknown());
    }

    /** Tells whether the broker counts fills that were not told as executions. */
    public boolean executionsMissing() {
        return any(TrackedOrder::executionsMissing);
    }

    OrderBook with(TrackedOrder order) {
        return new OrderBook(
                orders.with(order.ticket().ref(), order),
                nextNumber,
                entrySends,
                lastEntryNanos,
                stopFilledNanos,
                stopRefused);
    }

    OrderBook withOrders(Table<OrderRef, TrackedOrder> value) {
        return new OrderBook(
                value, nextNumber, entrySends, lastEntryNanos, stopFilledNanos, stopRefused);
    }

    OrderBook withNextNumber(long value) {
        return new OrderBook(
                orders, value, entrySends, lastEntryNanos, stopFilledNanos, stopRefused);
    }

    OrderBook withStopFilled(long exchangeNanos) {
        return new OrderBook(
                orders, nextNumber, entrySends, lastEntryNanos, exchangeNanos, stopRefused);
    }

    OrderBook withStopRefused(boolean value) {
        return new OrderBook(
                orders, nextNumber, entrySends, lastEntryNanos, stopFilledNanos, value);
    }

    OrderBook entryLeft(int messages, long monotonicNanos, long exchangeNanos) {
        List<Long> sends = new ArrayList<>();
        for (long send : entrySends) {
            if (monotonicNanos - send < Timing.RATE_NANOS) {
                sends.add(send);
            }
        }
        for (int i = 0; i < messages; i++) {
            sends.add(monotonicNanos);
        }
        return new OrderBook(
                orders, nextNumber, sends, exchangeNanos, stopFilledNanos, stopRefused);
    }

    int sendsWithinMinute(long monotonicNanos) {
        return (int)
                entrySends.stream()
                        .filter(send -> monotonicNanos - send < Timing.RATE_NANOS)
                        .count();
    }

    /** The monotonic clock has another origin in a new process: all its times begin again. */
    OrderBook restarted(long monotonicNanos) {
        Table<OrderRef, TrackedOrder> again = orders;
        for (TrackedOrder order : orders.values()) {
            again = again.with(order.ticket().ref(), order.restarted(monotonicNanos));
        }
        return new OrderBook(again, 1, List.of(), lastEntryNanos, stopFilledNanos, stopRefused);
    }
}
