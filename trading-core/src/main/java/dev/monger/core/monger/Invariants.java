package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.Instants;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of every step, in production as in simulation: one checker per invariant. They are
 * written apart from the rules that keep them, so that a mistake in a rule is seen.
 */
public final class Invariants {

    private Invariants() {}

    /**
     * A broken invariant.
     *
     * @param number of the invariant in the architecture
     * @param text what is wrong, with names and numbers
     */
    public record Violation(int number, String text) {}

    /** Checks one step; the list is empty when all is well. */
    public static List<Violation> check(MongerState before, Instants at, Step step) {
        List<Violation> found = new ArrayList<>();
        positionIsExplained(step.state(), found);
        intentsAreNotExceeded(before, step, found);
        maximumIsKept(step, found);
        nothingOpensUnsafely(step, at, found);
        exitsStayWithinPosition(step, found);
        stopsAreNotLoosened(before, step, found);
        nakedPositionIsTold(step.state(), at, found);
        return List.copyOf(found);
    }

    /** 1: what the ledger says is the sum of its entries, each family once. */
    static void positionIsExplained(MongerState state, List<Violation> found) {
        Quantity sum = Quantity.ZERO;
        for (LedgerEntry entry : state.ledger().entries().values()) {
            sum = sum.plus(entry.change());
        }
        MongerFact.Shares shares = state.ledger().shares();
        Quantity moved = shares.own().plus(shares.manual()).plus(shares.adjustments());
        if (!moved.equals(sum)) {
            found.add(new Violation(1, "shares say " + moved + ", entries come to " + sum));
        }
    }

    /** 2: no name is used twice, and no order is made larger beyond what its leg may be. */
    static void intentsAreNotExceeded(MongerState before, Step step, List<Violation> found) {
        for (OrderTicket ticket : submitted(step)) {
            if (before.book().orders().has(ticket.ref())) {
                found.add(new Violation(2, ticket.ref() + " is sent a second time"));
            }
        }
        for (OrderTicket ticket : modified(step)) {
            TrackedOrder known = before.book().orders().get(ticket.ref());
            boolean larger =
                    known == null || ticket.quantity().compareTo(known.ticket().quantity()) > 0;
            if (ticket.leg() == Leg.ENTRY && larger) {
                found.add(new Violation(2, ticket.ref() + " is an entry made larger"));
            }
        }
    }

    /**
     * 3: when something that opens leaves, own position and working entries fit the maximum of its
     * price.
     */
    static void maximumIsKept(Step step, List<Violation> found) {
        Assignment assignment = step.state().session().assignment();
        OrderBook book = step.state().book();
        if (assignment == null) {
            return;
        }
        Quantity working = book.workingEntries(Side.BUY).plus(book.workingEntries(Side.SELL));
        Quantity size = step.state().ledger().own().absolute().plus(working);
        for (OrderTicket entry : entries(step)) {
            Quantity maximum =
                    entry.terms() instanceof OrderTerms.Limit(Price price)
                            ? assignment.sizing().maximumAt(price)
                            : Quantity.ZERO;
            if (size.compareTo(maximum) > 0) {
                found.add(new Violation(3, size + " exceeds the maximum " + maximum));
            }
        }
    }

    /** 4: nothing that opens leaves unless every safety says yes. */
    static void nothingOpensUnsafely(Step step, Instants at, List<Violation> found) {
        if (entries(step).isEmpty()) {
            return;
        }
        MongerState state = step.state();
        List<String> wrong = new ArrayList<>();
        add(wrong, !state.reconciliation().reconciled(), "before reconciled");
        add(wrong, state.latch().halted(), "while halted");
        add(wrong, !(state.conduct().lifeCycle() instanceof LifeCycle.Trading), "not trading");
        add(wrong, state.book().anyUnknown(), "while an order is UNKNOWN");
        add(wrong, !state.link().healthy(), "while links are down");
        add(wrong, state.closing().active(), "while closing");
        Session.HeardPermit permit = state.session().permit();
        boolean permitted =
                permit != null
                        && permit.clear()
                        && at.monotonicNanos() - permit.monotonicNanos() < Timing.PERMIT_NANOS;
        add(wrong, !permitted, "without permit");
        if (!wrong.isEmpty()) {
            found.add(new Violation(4, "an entry left " + String.join(", ", wrong)));
        }
    }

    /**
     * 5: when an exit leaves or is made larger, then of all exits that could still fill, each group
     * counted by its largest and UNKNOWN as working, no more than the position could fill.
     */
    static void exitsStayWithinPosition(Step step, List<Violation> found) {
        Side side = step.state().ledger().exitSide();
        List<OrderTicket> opening = new ArrayList<>();
        for (OrderTicket ticket : submitted(step)) {
            if (ticket.leg().exits() && ticket.parent() == null) {
                opening.add(ticket);
            }
        }
        if (opening.isEmpty()) {
            return;
        }
        OrderRef ref = opening.getFirst().ref();
        if (side == null) {
            found.add(new Violation(5, ref + " exits without a position"));
            return;
        }
        Quantity sum = Quantity.ZERO;
        for (List<TrackedOrder> group : Protection.groups(step.state().book(), side)) {
            sum = sum.plus(Protection.exposureOf(step.state().book(), group));
        }
        Quantity own = step.state().ledger().own().absolute();
        if (sum.compareTo(own) > 0) {
            found.add(new Violation(5, ref + " left with exits of " + sum + " for " + own));
        }
    }

    /** 6: no change of ours takes a stop further away from the market than it stood. */
    static void stopsAreNotLoosened(MongerState before, Step step, List<Violation> found) {
        for (OrderTicket ticket : modified(step)) {
            Price stood = stoodWhenSent(before, step, ticket.ref());
            Price stands = trigger(ticket.terms());
            boolean loosened =
                    ticket.leg() == Leg.STOP_LOSS
                            && stood != null
                            && (stands == null
                                    || ticket.side().sign() * stands.minus(stood).signum() > 0);
            if (loosened) {
                found.add(new Violation(6, ticket.ref() + " is moved from " + stood));
            }
        }
    }

    /**
     * What the event itself told of the order counts: a change of ours that never arrived, or what
     * a person did.
     */
    private static @Nullable Price stoodWhenSent(MongerState before, Step step, OrderRef ref) {
        TrackedOrder sent = step.state().book().orders().get(ref);
        if (sent != null && sent.change() instanceof TrackedOrder.Change.Pending(var stood, _)) {
            return trigger(stood.terms());
        }
        TrackedOrder known = before.book().orders().get(ref);
        return known == null ? null : trigger(known.ticket().terms());
    }

    private static @Nullable Price trigger(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Stop stop -> stop.trigger();
            case OrderTerms.Trail trail -> trail.trigger();
            case OrderTerms.Limit _, OrderTerms.Market _, OrderTerms.Other _ -> null;
        };
    }

    /** 6: a position that has had no working stop for some seconds is told. */
    static void nakedPositionIsTold(MongerState state, Instants at, List<Violation> found) {
        Long since = state.told().unprotectedNanos();
        boolean late = since != null && at.monotonicNanos() - since >= Timing.UNPROTECTED_NANOS;
        if (late && !state.told().alarms().has(AlarmCode.STOP_MISSING)) {
            found.add(new Violation(6, "own share " + state.ledger().own() + " is naked, untold"));
        }
    }

    private static void add(List<String> wrong, boolean condition, String text) {
        if (condition) {
            wrong.add(text);
        }
    }

    private static List<OrderTicket> entries(Step step) {
        List<OrderTicket> entries = submitted(step);
        entries.removeIf(ticket -> ticket.leg() != Leg.ENTRY);
        return entries;
    }

    private static List<OrderTicket> submitted(Step step) {
        List<OrderTicket> tickets = new ArrayList<>();
        for (MongerCommand command : step.commands()) {
            if (command instanceof MongerCommand.SubmitOrders submit) {
                tickets.addAll(submit.tickets());
            }
        }
        return tickets;
    }

    private static List<OrderTicket> modified(Step step) {
        List<OrderTicket> tickets = new ArrayList<>();
        for (MongerCommand command : step.commands()) {
            if (command instanceof MongerCommand.ModifyOrder(OrderTicket ticket)) {
                tickets.add(ticket);
            }
        }
        return tickets;
    }

    /** Throws for the first violation: the monger must stop safely rather than go on. */
    public static void require(MongerState before, Instants at, Step step) {
        List<Violation> found = check(before, at, step);
        if (!found.isEmpty()) {
            Violation first = found.getFirst();
            throw new IllegalStateException("Invariant: " + first.number() + ", " + first.text());
        }
    }
}
