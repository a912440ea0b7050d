package dev.monger.core.portfolio;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What hands other than the fleet's did, as far as it has been told.
 *
 * @param orders by permanent id
 * @param executions by family
 */
public record HandsLedger(
        SortedMap<PermId, KnownOrder> orders, SortedMap<String, KnownExecution> executions) {

    /** Nothing told yet. */
    public static final HandsLedger EMPTY =
            new HandsLedger(Collections.emptySortedMap(), Collections.emptySortedMap());

    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    /**
     * An order that was told.
     *
     * @param seenNanos when the broker last showed it
     * @param endedNanos when it was seen to have ended
     * @param missedNanos when a complete list first did not name it, or long ago for never
     */
    public record KnownOrder(
            Author author, ObservedOrder order, long seenNanos, long endedNanos, long missedNanos) {

        boolean ended() {
            return order.phase().ended();
        }

        boolean missing() {
            return missedNanos != LONG_AGO;
        }

        KnownOrder missedAt(long atNanos) {
            return new KnownOrder(author, order, seenNanos, endedNanos, atNanos);
        }
    }

    /** An execution that was told, with its highest revision. */
    public record KnownExecution(
            Author author, ObservedExecution execution, @Nullable Money commission) {}

    /** The ledger after an observation, and what is new in it. */
    record Told(HandsLedger ledger, List<HandReport> reports) {

        static Told nothing(HandsLedger ledger) {
            return new Told(ledger, List.of());
        }
    }

    /** Keeps immutable copies. */
    public HandsLedger {
        orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
        executions = Collections.unmodifiableSortedMap(new TreeMap<>(executions));
    }

    /** Takes an order as the broker shows it now. */
    Told orderSeen(Author author, ObservedOrder order, long atNanos, long askedNanos) {
        KnownOrder known = orders.get(order.permId());
        if (known == null) {
            return typed(author, order, atNanos);
        }
        if (known.ended() && !(askedNanos > known.endedNanos() && !order.phase().ended())) {
            // A list asked for before the end may still show the order: its end stands.
            return Told.nothing(this);
        }
        ObservedOrder newer = order.notBelow(known.order().amounts().filled());
        KnownOrder next = known(known.author(), newer, atNanos);
        if (newer.readsLike(known.order())) {
            return Told.nothing(with(next));
        }
        return new Told(with(next), List.of(changed(known.author(), newer, "the broker says so")));
    }

    private Told typed(Author author, ObservedOrder order, long atNanos) {
        List<HandReport> reports = new ArrayList<>();
        reports.add(new HandReport.OrderTyped(author, order));
        if (order.phase() == OrderPhase.CANCELLED) {
            reports.add(changed(author, order, "the broker says so"));
        }
        return new Told(with(known(author, order, atNanos)), reports);
    }

    private static HandReport changed(Author author, ObservedOrder order, String how) {
        return order.phase() == OrderPhase.CANCELLED
                ? new HandReport.OrderCancelled(author, order, how)
                : new HandReport.OrderChanged(author, order);
    }

    private static KnownOrder known(Author author, ObservedOrder order, long atNanos) {
        return new KnownOrder(
                author, order, atNanos, order.phase().ended() ? atNanos : LONG_AGO, LONG_AGO);
    }

    /** Takes a status; one of an order that was never shown is answered by the next list. */
    Told statusSeen(PermId permId, String status, Quantity filled, long atNanos) {
        KnownOrder known = orders.get(permId);
        if (known == null || known.ended()) {
            return Told.nothing(this);
        }
        ObservedOrder newer = known.order().withStatus(status, filled);
        return orderSeen(known.author(), newer, atNanos, LONG_AGO);
    }

    /** Takes an execution: each family once, and each higher revision once. */
    Told executionSeen(Author author, ObservedExecution execution) {
        KnownExecution known = executions.get(execution.family());
        if (known != null
                && ObservedExecution.revision(known.execution().execId())
                        >= ObservedExecution.revision(execution.execId())) {
            return Told.nothing(this);
        }
        Author first = known == null ? author : known.author();
        HandsLedger next = with(new KnownExecution(first, execution, null));
        return new Told(next, List.of(new HandReport.Filled(first, execution, known != null)));
    }

    /**
     * Takes what an execution cost; a cost that comes before its execution comes again with a poll.
     */
    Told commissionSeen(ExecId execId, Money commission) {
        KnownExecution known = executions.get(ObservedExecution.family(execId));
        if (known == null
                || !known.execution().execId().equals(execId)
                || commission.equals(known.commission())) {
            return Told.nothing(this);
        }
        HandsLedger next = with(new KnownExecution(known.author(), known.execution(), commission));
        return new Told(
                next,
                List.of(new HandReport.Charged(known.author(), known.execution(), commission)));
    }

    /**
     * Takes the end of a complete list of open orders.
     *
     * @param askedNanos when that list was asked for
     * @param completedNanos when the latest complete list of ended orders was asked for
     */
    Told listed(long askedNanos, long completedNanos, long atNanos) {
        HandsLedger next = this;
        List<HandReport> reports = new ArrayList<>();
        for (KnownOrder known : orders.values()) {
            if (known.ended() || known.seenNanos() >= askedNanos) {
                continue;
            }
            if (!known.missing()) {
                next = next.with(known.missedAt(atNanos));
                continue;
            }
            if (completedNanos < known.missedNanos()) {
                continue;
            }
            boolean filled =
                    executed(known.order().permId()).compareTo(known.order().amounts().total())
                            >= 0;
            ObservedOrder ended =
                    known.order()
                            .withStatus(
                                    filled ? "Filled" : "Cancelled",
                                    known.order().amounts().filled());
            next = next.with(known(known.author(), ended, atNanos));
            reports.add(
                    changed(
                            known.author(),
                            ended,
                            "absent from two complete lists of open orders"));
        }
        return new Told(next, reports);
    }

    private Quantity executed(PermId permId) {
        Quantity sum = Quantity.ZERO;
        for (KnownExecution known : executions.values()) {
            if (known.execution().permId() == permId.value()) {
                sum = sum.plus(known.execution().quantity());
            }
        }
        return sum;
    }

    /** Returns when an order that is still missing was last missed, or long ago for none. */
    long lastMissNanos() {
        return orders.values().stream()
                .filter(known -> !known.ended())
                .mapToLong(KnownOrder::missedNanos)
                .max()
                .orElse(LONG_AGO);
    }

    /** Takes what an earlier process told, so that a lost disk tells nothing twice. */
    HandsLedger recalled(HandReport report) {
        return switch (report) {
            case HandReport.OrderTyped typed ->
                    with(known(typed.author(), typed.order(), LONG_AGO));
            case HandReport.OrderChanged changed ->
                    with(known(changed.author(), changed.order(), LONG_AGO));
            case HandReport.OrderCancelled cancelled ->
                    with(known(cancelled.author(), cancelled.order(), LONG_AGO));
            case HandReport.Filled filled ->
                    executionSeen(filled.author(), filled.execution()).ledger();
            case HandReport.Charged charged ->
                    commissionSeen(charged.execution().execId(), charged.commission()).ledger();
            case HandReport.Intervened _ -> this;
        };
    }

    /** Forgets times of a clock whose origin is gone with its process. */
    HandsLedger restarted() {
        HandsLedger next = this;
        for (KnownOrder known : orders.values()) {
            next =
                    next.with(
                            new KnownOrder(
                                    known.author(), known.order(), LONG_AGO, LONG_AGO, LONG_AGO));
        }
        return next;
    }

    private HandsLedger with(KnownOrder known) {
        TreeMap<PermId, KnownOrder> changed = new TreeMap<>(orders);
        changed.put(known.order().permId(), known);
        return new HandsLedger(changed, executions);
    }

    private HandsLedger with(KnownExecution known) {
        TreeMap<String, KnownExecution> changed = new TreeMap<>(executions);
        changed.put(known.execution().family(), known);
        return new HandsLedger(orders, changed);
    }
}
