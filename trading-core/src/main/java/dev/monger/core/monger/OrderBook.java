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
 * @param sends what left, for the limits of pace
 * @param lastEntryNanos when the last entry left, exchange time; null for never
 * @param coolingNanos when a stop-loss last filled, or a trade was closed for its loss, exchange
 *     time; null for never
 * @param stopRefusedNanos since when a stop-loss of the present position is refused, monotonic;
 *     null when none is
 * @param manual orders of people in our contract that work, with their texts
 */
public record OrderBook(
        Orders orders,
        long nextNumber,
        Sends sends,
        @Nullable Long lastEntryNanos,
        @Nullable Long coolingNanos,
        @Nullable Long stopRefusedNanos,
        Table<PermId, String> manual) {

    static final OrderBook EMPTY =
            new OrderBook(Orders.NONE, 1, Sends.NONE, null, null, null, Table.empty());

    /**
     * What left.
     *
     * @param entries when orders of entries left within the last minute, monotonic
     * @param dayStartNanos the day that is counted, exchange time
     * @param today orders, changes and cancels of that day
     */
    public record Sends(List<Long> entries, long dayStartNanos, int today) {

        static final Sends NONE = new Sends(List.of(), Long.MIN_VALUE, 0);

        /** Keeps a copy. */
        public Sends {
            entries = List.copyOf(entries);
        }

        Sends one(long day) {
            return new Sends(entries, day, todayOf(day) + 1);
        }

        int todayOf(long day) {
            return day == dayStartNanos ? today : 0;
        }

        private Sends entry(int messages, long monotonicNanos) {
            List<Long> recent = new ArrayList<>();
            for (long send : entries) {
                if (monotonicNanos - send < Timing.RATE_NANOS) {
                    recent.add(send);
                }
            }
            for (int i = 0; i < messages; i++) {
                recent.add(monotonicNanos);
            }
            return new Sends(recent, dayStartNanos, today);
        }
    }

    /** Tells whether a stop-loss of the present position was refused. */
    public boolean stopRefused() {
        return stopRefusedNanos != null;
    }

    /** Finds an order by permanent id first, then by reference; null when it is not ours. */
    public @Nullable TrackedOrder find(@Nullable PermId permId, @Nullable OrderRef ref) {
        if (permId != null) {
            for (TrackedOrder order : orders.values()) {
                if (order.isKnownAs(permId)) {
                    return order;
                }
            }
        }
        return ref == null ? null : orders.get(ref);
    }

    /** Returns the orders that could still fill. */
    public List<TrackedOrder> live() {
        return orders.live();
    }

    /** A plain loop: this is asked many times in each step. */
    private List<TrackedOrder> liveOnes(Predicate<TrackedOrder> wanted) {
        List<TrackedOrder> found = new ArrayList<>();
        for (TrackedOrder order : orders.live()) {
            if (wanted.test(order)) {
                found.add(order);
            }
        }
        return found;
    }

    private boolean anyLive(Predicate<TrackedOrder> wanted) {
        for (TrackedOrder order : orders.live()) {
            if (wanted.test(order)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the entries that could still fill. */
    public List<TrackedOrder> liveEntries() {
        return liveOnes(order -> order.ticket().leg() == Leg.ENTRY);
    }

    /** Returns the exits that could still fill. */
    public List<TrackedOrder> liveExits() {
        return liveOnes(order -> order.ticket().leg().exits());
    }

    /** Returns the exits of one side that could still fill. */
    public List<TrackedOrder> liveExits(Side side) {
        return liveOnes(order -> order.ticket().leg().exits() && order.ticket().side() == side);
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
        return anyLive(TrackedOrder::unknown);
    }

    /** Tells whether an exit is UNKNOWN: then no new exit may be sent. */
    public boolean exitUnknown() {
        return anyLive(order -> order.ticket().leg().exits() && order.unknown());
    }

    /** Tells whether the broker counts fills that were not told as executions. */
    public boolean executionsMissing() {
        return orders.executionsMissing();
    }

    OrderBook with(TrackedOrder order) {
        return withOrders(orders.with(order));
    }

    OrderBook withOrders(Orders value) {
        return new OrderBook(
                value, nextNumber, sends, lastEntryNanos, coolingNanos, stopRefusedNanos, manual);
    }

    OrderBook withNextNumber(long value) {
        return new OrderBook(
                orders, value, sends, lastEntryNanos, coolingNanos, stopRefusedNanos, manual);
    }

    /** The latest of what begins a cool-down counts, whatever was told first. */
    OrderBook coolingSince(long exchangeNanos) {
        long since = coolingNanos == null ? exchangeNanos : Math.max(coolingNanos, exchangeNanos);
        return new OrderBook(
                orders, nextNumber, sends, lastEntryNanos, since, stopRefusedNanos, manual);
    }

    OrderBook stopRefusedSince(@Nullable Long monotonicNanos) {
        return new OrderBook(
                orders, nextNumber, sends, lastEntryNanos, coolingNanos, monotonicNanos, manual);
    }

    OrderBook withManual(PermId permId, String text) {
        return withManual(manual.with(permId, text));
    }

    OrderBook withoutManual(PermId permId) {
        return withManual(manual.without(permId));
    }

    private OrderBook withManual(Table<PermId, String> value) {
        return new OrderBook(
                orders, nextNumber, sends, lastEntryNanos, coolingNanos, stopRefusedNanos, value);
    }

    OrderBook sent(long dayStartNanos) {
        return withSends(sends.one(dayStartNanos));
    }

    private OrderBook withSends(Sends value) {
        return new OrderBook(
                orders, nextNumber, value, lastEntryNanos, coolingNanos, stopRefusedNanos, manual);
    }

    OrderBook entryLeft(int messages, long monotonicNanos, long exchangeNanos) {
        return new OrderBook(
                orders,
                nextNumber,
                sends.entry(messages, monotonicNanos),
                exchangeNanos,
                coolingNanos,
                stopRefusedNanos,
                manual);
    }

    int sendsWithinMinute(long monotonicNanos) {
        return (int)
                sends.entries().stream()
                        .filter(send -> monotonicNanos - send < Timing.RATE_NANOS)
                        .count();
    }

    /** The monotonic clock has another origin in a new process: all its times begin again. */
    OrderBook restarted(long monotonicNanos) {
        Orders again = orders;
        for (TrackedOrder order : orders.values()) {
            again = again.with(order.restarted(monotonicNanos));
        }
        return new OrderBook(
                again,
                1,
                new Sends(List.of(), sends.dayStartNanos(), sends.today()),
                lastEntryNanos,
                coolingNanos,
                stopRefusedNanos == null ? null : monotonicNanos,
                manual);
    }
}
