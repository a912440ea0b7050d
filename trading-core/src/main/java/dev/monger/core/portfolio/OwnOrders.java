package dev.monger.core.portfolio;

import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fleet's orders as the broker shows them beside what their mongers asked for, so that a
 * person's hand on one of them is seen.
 *
 * @param shown by permanent id
 * @param wanted by order reference
 */
public record OwnOrders(SortedMap<PermId, Shown> shown, SortedMap<String, Wanted> wanted) {

    /** None. */
    public static final OwnOrders EMPTY =
            new OwnOrders(Collections.emptySortedMap(), Collections.emptySortedMap());

    private static final long KEPT_NANOS = 600_000_000_000L;

    /**
     * An order at the broker.
     *
     * @param sinceNanos since when it reads like this
     * @param judged whether this reading was already held against what is wanted and told
     */
    public record Shown(ObservedOrder order, long sinceNanos, boolean judged) {}

    /**
     * What a monger last asked for.
     *
     * @param closed whether the monger asked for its end, or knows it filled or refused
     */
    public record Wanted(OrderTerms terms, Quantity total, boolean closed, long atNanos) {}

    /** The orders after a look, and what people did to them. */
    record Looked(OwnOrders orders, List<HandReport.Intervened> interventions) {}

    /** Keeps immutable copies. */
    public OwnOrders {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        wanted = Collections.unmodifiableSortedMap(new TreeMap<>(wanted));
    }

    OwnOrders seen(ObservedOrder order, long atNanos) {
        Shown known = shown.get(order.permId());
        if (known == null) {
            return with(new Shown(order, atNanos, false));
        }
        ObservedOrder newer = order.notBelow(known.order().amounts().filled());
        if (newer.readsLike(known.order()) || known.order().phase().ended()) {
            return with(
                    new Shown(
                            known.order().notBelow(newer.amounts().filled()),
                            known.sinceNanos(),
                            known.judged()));
        }
        return with(new Shown(newer, atNanos, false));
    }

    OwnOrders statusSeen(PermId permId, String status, Quantity filled, long atNanos) {
        Shown known = shown.get(permId);
        return known == null ? this : seen(known.order().withStatus(status, filled), atNanos);
    }

    OwnOrders asked(String reference, OrderTerms terms, Quantity total, long atNanos) {
        return with(reference, new Wanted(terms, total, false, atNanos));
    }

    OwnOrders closed(String reference, long atNanos) {
        Wanted known = wanted.get(reference);
        return known == null
                ? this
                : with(reference, new Wanted(known.terms(), known.total(), true, atNanos));
    }

    /** Holds what the broker has shown for longer than the grace against what is wanted. */
    Looked look(long nowNanos, long graceNanos) {
        OwnOrders next = this;
        List<HandReport.Intervened> told = new ArrayList<>();
        for (Shown known : shown.values()) {
            Wanted asked = wanted.get(known.order().source().reference());
            if (known.judged()
                    || asked == null
                    || nowNanos - known.sinceNanos() < graceNanos
                    || nowNanos - asked.atNanos() < graceNanos) {
                continue;
            }
            String difference = difference(known.order(), asked);
            next = next.with(new Shown(known.order(), known.sinceNanos(), true));
            if (!difference.isEmpty()) {
                told.add(new HandReport.Intervened(known.order(), difference));
            }
        }
        return new Looked(next, told);
    }

    private String difference(ObservedOrder order, Wanted asked) {
        if (asked.closed() || order.phase() == OrderPhase.FILLED) {
            return "";
        }
        if (order.phase() == OrderPhase.CANCELLED) {
            return explained(order) ? "" : "ended though its monger did not ask for it";
        }
        if (!ObservedOrder.fixed(order.terms()).equals(ObservedOrder.fixed(asked.terms()))) {
            return "stands as " + order.terms() + " where its monger asked for " + asked.terms();
        }
        boolean alone = order.group().ocaGroup().isEmpty() && order.group().parentOrderId() == 0;
        return !alone || order.amounts().total().equals(asked.total())
                ? ""
                : "stands for "
                        + order.amounts().total()
                        + " where its monger asked for "
                        + asked.total();
    }

    /** A cancelled order needs no person where its own time, its parent or a sibling ended it. */
    private boolean explained(ObservedOrder order) {
        if (!order.group().lasting()) {
            return true;
        }
        for (Shown other : shown.values()) {
            ObservedOrder sibling = other.order();
            boolean sameGroup =
                    !order.group().ocaGroup().isEmpty()
                            && sibling.group().ocaGroup().equals(order.group().ocaGroup())
                            && !sibling.permId().equals(order.permId());
            boolean parent =
                    order.group().parentOrderId() != 0
                            && sibling.source().clientId() == order.source().clientId()
                            && sibling.source().orderId() == order.group().parentOrderId();
            if ((sameGroup && sibling.amounts().filled().signum() > 0)
                    || (parent && sibling.phase() == OrderPhase.CANCELLED)) {
                return true;
            }
        }
        return false;
    }

    /** Drops what ended long ago, so that a year does not fill the memory. */
    OwnOrders pruned(long nowNanos) {
        TreeMap<PermId, Shown> kept = new TreeMap<>(shown);
        kept.values()
                .removeIf(known ->
                        known.order().phase().ended()
                                && nowNanos - known.sinceNanos() > KEPT_NANOS);
        TreeMap<String, Wanted> asked = new TreeMap<>(wanted);
        asked.values().removeIf(known -> known.closed() && nowNanos - known.atNanos() > KEPT_NANOS);
        return new OwnOrders(kept, asked);
    }

    /** Starts the waiting anew on the clock of a new process. */
    OwnOrders restarted(long nowNanos) {
        OwnOrders next = this;
        for (Shown known : shown.values()) {
            next = next.with(new Shown(known.order(), nowNanos, known.judged()));
        }
        for (var known : wanted.entrySet()) {
            Wanted asked = known.getValue();
            next =
                    next.with(
                            known.getKey(),
                            new Wanted(asked.terms(), asked.total(), asked.closed(), nowNanos));
        }
        return next;
    }

    private OwnOrders with(Shown known) {
        TreeMap<PermId, Shown> changed = new TreeMap<>(shown);
        changed.put(known.order().permId(), known);
        return new OwnOrders(changed, wanted);
    }

    private OwnOrders with(String reference, Wanted asked) {
        TreeMap<String, Wanted> changed = new TreeMap<>(wanted);
        changed.put(reference, asked);
        return new OwnOrders(shown, changed);
    }
}
