package dev.monger.core.monger;

import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Questions about the exits that work. */
final class Protection {

    private Protection() {}

    /** Tells whether working stops cover the whole own share. */
    static boolean covered(MongerState state, long monotonicNanos) {
        Side side = state.ledger().exitSide();
        if (side == null) {
            return true;
        }
        Quantity stops = Quantity.ZERO;
        for (TrackedOrder exit : state.book().liveExits(side)) {
            if (exit.ticket().leg() == Leg.STOP_LOSS && exit.effective()) {
                stops = stops.plus(exit.remaining());
            }
        }
        return stops.compareTo(state.ledger().effectiveOwn(monotonicNanos)) >= 0;
    }

    /**
     * Returns the name under which exits reduce each other; an order without a group is its own.
     */
    static String groupOf(TrackedOrder exit) {
        String group = exit.ticket().ocaGroup();
        return group == null ? exit.ticket().ref().value() : group;
    }

    /** Returns the entry that must fill before this exit, while it could still fill; else null. */
    static @Nullable TrackedOrder liveParent(OrderBook book, TrackedOrder exit) {
        if (exit.ticket().parent() == null) {
            return null;
        }
        TrackedOrder parent = book.orders().get(exit.ticket().parent());
        return parent != null && parent.live() ? parent : null;
    }

    /**
     * Returns how much a group of exits could take from the present position: its largest member,
     * less what still waits for a parent to fill.
     */
    static Quantity exposureOf(OrderBook book, List<TrackedOrder> group) {
        Quantity most = Quantity.ZERO;
        for (TrackedOrder exit : group) {
            most = most.max(exposureOf(book, exit));
        }
        return most;
    }

    /** Returns how much one exit could take from the present position. */
    static Quantity exposureOf(OrderBook book, TrackedOrder exit) {
        TrackedOrder parent = liveParent(book, exit);
        Quantity waiting = parent == null ? Quantity.ZERO : parent.remaining();
        return exit.remaining().minus(waiting).max(Quantity.ZERO);
    }

    /** Tells whether new exits of a size fit: what works already is settled and takes no more. */
    static boolean roomFor(Turn turn, Side side, Quantity size) {
        Quantity sum = Quantity.ZERO;
        for (List<TrackedOrder> group : groups(turn.book(), side)) {
            if (group.stream().anyMatch(exit -> !exit.settled())) {
                return false;
            }
            sum = sum.plus(exposureOf(turn.book(), group));
        }
        return sum.compareTo(size) <= 0;
    }

    /** Returns the groups of exits on a side, the one with a working stop first. */
    static List<List<TrackedOrder>> groups(OrderBook book, Side side) {
        SortedMap<String, List<TrackedOrder>> groups = new TreeMap<>();
        for (TrackedOrder exit : book.liveExits(side)) {
            groups.computeIfAbsent(groupOf(exit), _ -> new ArrayList<>()).add(exit);
        }
        List<List<TrackedOrder>> stopped = new ArrayList<>();
        List<List<TrackedOrder>> others = new ArrayList<>();
        for (List<TrackedOrder> group : groups.values()) {
            (hasStop(group) ? stopped : others).add(group);
        }
        stopped.addAll(others);
        return stopped;
    }

    private static boolean hasStop(List<TrackedOrder> group) {
        for (TrackedOrder exit : group) {
            if (exit.ticket().leg() == Leg.STOP_LOSS && exit.effective()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether an order may be changed now: it works, and no change is under way or just
     * refused.
     */
    static boolean changeable(Turn turn, TrackedOrder order) {
        if (!order.settled()) {
            return false;
        }
        return !(order.change() instanceof TrackedOrder.Change.Recent recent && recent.refused())
                || turn.reached(recent(order));
    }

    private static long recent(TrackedOrder order) {
        return order.change() instanceof TrackedOrder.Change.Recent recent
                ? recent.untilNanos()
                : Long.MIN_VALUE;
    }

    /** Tells whether new exits, or larger ones, must wait for proof. */
    static boolean unproven(OrderBook book) {
        return book.exitUnknown() || book.executionsMissing();
    }

    /** Tells whether enough time has passed since an exit ended for what explains it to be told. */
    static boolean endsExplained(Turn turn) {
        boolean explained = true;
        for (TrackedOrder order : turn.book().orders().values()) {
            if (order.ticket().leg().exits() && order.state() instanceof OrderState.Ended ended) {
                explained &= turn.passed(ended.atNanos(), Timing.REPAIR_NANOS);
            }
        }
        return explained;
    }

    /** Returns the exit of a leg that was named last and has ended; null for none. */
    static @Nullable TrackedOrder lastEnded(OrderBook book, Side side, Leg leg) {
        TrackedOrder last = null;
        for (TrackedOrder order : book.orders().values()) {
            OrderTicket ticket = order.ticket();
            boolean candidate = !order.live() && ticket.side() == side && ticket.leg() == leg;
            if (candidate
                    && (last == null || ticket.intent().compareTo(last.ticket().intent()) > 0)) {
                last = order;
            }
        }
        return last;
    }
}
