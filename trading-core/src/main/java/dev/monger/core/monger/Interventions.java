package dev.monger.core.monger;

import dev.monger.core.model.OrderTerms;
import dev.monger.core.monger.TrackedOrder.Change;
import org.jspecify.annotations.Nullable;

/**
 * Sees what a person did to an order of ours: a change or a cancel that we did not send. Entries
 * pause, the person's value stands.
 */
final class Interventions {

    private Interventions() {}

    /** Compares how the broker shows a living order with how we want it. */
    static TrackedOrder compared(Turn turn, TrackedOrder order, BrokerOrder told) {
        TrackedOrder followed = order.withTicket(following(order.ticket(), told.terms()));
        return switch (order.change()) {
            case Change.None _ -> settled(turn, followed, told);
            case Change.Recent recent -> recent(turn, followed, told, recent);
            case Change.Pending pending -> pending(turn, followed, told, pending);
            case Change.Undecided undecided -> undecided(turn, followed, told, undecided);
        };
    }

    /**
     * A report of how the order stood before may be older than the change, or come from a TWS apart
     * from the broker, in which the change still waits: only a list decides by it.
     */
    private static TrackedOrder undecided(
            Turn turn, TrackedOrder order, BrokerOrder told, Change.Undecided undecided) {
        boolean mayBeOld = !turn.state().link().healthy() || matches(undecided.before(), told);
        return mayBeOld && !matches(order.ticket(), told)
                ? order
                : asTold(order, told).withChange(new Change.None());
    }

    /** A complete list asked for since has shown nothing of the change: it did not happen. */
    static TrackedOrder afterList(TrackedOrder order) {
        return order.change() instanceof Change.Undecided undecided
                ? order.withTicket(undecided.before()).withChange(new Change.None())
                : order;
    }

    private static TrackedOrder recent(
            Turn turn, TrackedOrder order, BrokerOrder told, Change.Recent recent) {
        if (turn.now() >= recent.untilNanos()) {
            return settled(turn, order.withChange(new Change.None()), told);
        }
        return matches(recent.other(), told) ? order : settled(turn, order, told);
    }

    private static TrackedOrder pending(
            Turn turn, TrackedOrder order, BrokerOrder told, Change.Pending pending) {
        Change recent =
                new Change.Recent(pending.before(), turn.now() + Timing.STALE_REPORT_NANOS, false);
        if (matches(order.ticket(), told)) {
            return order.withChange(recent);
        }
        if (matches(pending.before(), told)) {
            return order;
        }
        if (reducedByGroup(pending.before(), told)) {
            // The group was reduced before our change arrived: what stood before is smaller now.
            OrderTicket before = pending.before().withQuantity(told.total());
            return order.withChange(new Change.Pending(before, pending.deadlineNanos()));
        }
        return asTold(order, told).withChange(recent);
    }

    private static TrackedOrder settled(Turn turn, TrackedOrder order, BrokerOrder told) {
        if (matches(order.ticket(), told)) {
            return order;
        }
        if (reducedByGroup(order.ticket(), told) || grownWithEntry(turn, order.ticket(), told)) {
            return asTold(order, told);
        }
        intervened(turn, order, "changed to " + told.total() + " " + told.terms());
        TrackedOrder touched = asTold(order, told).touched();
        return told.total().equals(order.ticket().quantity()) ? touched : touched.resized();
    }

    private static boolean reducedByGroup(OrderTicket ticket, BrokerOrder told) {
        return sameTerms(ticket.terms(), told.terms())
                && ticket.ocaGroup() != null
                && told.total().compareTo(ticket.quantity()) < 0;
    }

    /** Some brokers let exits grow as their entry fills, never beyond it. */
    private static boolean grownWithEntry(Turn turn, OrderTicket ticket, BrokerOrder told) {
        TrackedOrder entry =
                ticket.parent() == null ? null : turn.book().orders().get(ticket.parent());
        return entry != null
                && sameTerms(ticket.terms(), told.terms())
                && told.total().compareTo(entry.ticket().quantity()) <= 0;
    }

    private static TrackedOrder asTold(TrackedOrder order, BrokerOrder told) {
        return order.withTicket(
                told.total().signum() > 0
                        ? order.ticket().withQuantity(told.total()).withTerms(told.terms())
                        : order.ticket().withTerms(told.terms()));
    }

    private static boolean matches(OrderTicket ticket, BrokerOrder told) {
        return ticket.quantity().equals(told.total()) && sameTerms(ticket.terms(), told.terms());
    }

    private static boolean sameTerms(OrderTerms ours, OrderTerms told) {
        if (ours instanceof OrderTerms.Trail a && told instanceof OrderTerms.Trail b) {
            return a.distance().equals(b.distance());
        }
        return ours.equals(told);
    }

    /** The broker moves a trailing stop's trigger: a later change must not move it back. */
    private static OrderTicket following(OrderTicket ticket, OrderTerms told) {
        boolean trails =
                ticket.terms() instanceof OrderTerms.Trail a
                        && told instanceof OrderTerms.Trail b
                        && a.distance().equals(b.distance());
        return trails ? ticket.withTerms(told) : ticket;
    }

    /**
     * An entry that ended early without our cancel and without a refusal was cancelled by a person.
     */
    static void afterEnd(Turn turn, TrackedOrder before, TrackedOrder after) {
        boolean entryCancelled =
                before.live()
                        && after.ticket().leg() == Leg.ENTRY
                        && after.state() instanceof OrderState.Ended ended
                        && ended.end() == OrderState.End.CANCELLED;
        boolean explained =
                after.marks().cancelAsked()
                        || after.marks().refused()
                        || after.marks().inactive()
                        || OrderIntake.expired(turn, after.ticket());
        if (entryCancelled && !explained) {
            intervened(turn, after, "cancelled");
        }
    }

    /** Tells whether an exit's end is explained by anything but a person. */
    static boolean explained(OrderBook book, TrackedOrder exit) {
        if (exit.marks().cancelAsked() || exit.marks().refused() || exit.marks().inactive()) {
            return true;
        }
        boolean cancelled =
                exit.state() instanceof OrderState.Ended ended
                        && ended.end() == OrderState.End.CANCELLED;
        return !cancelled || parentEnded(book, exit) || siblingMoved(book, exit);
    }

    private static boolean parentEnded(OrderBook book, TrackedOrder exit) {
        if (exit.ticket().parent() == null) {
            return false;
        }
        TrackedOrder parent = book.orders().get(exit.ticket().parent());
        return parent != null
                && parent.state() instanceof OrderState.Ended ended
                && ended.end() != OrderState.End.FILLED;
    }

    private static boolean siblingMoved(OrderBook book, TrackedOrder exit) {
        @Nullable String group = exit.ticket().ocaGroup();
        return group != null
                && book.orders().values().stream()
                        .filter(other -> group.equals(other.ticket().ocaGroup()))
                        .anyMatch(other ->
                                other.filled().signum() > 0
                                        || other.reportedFilled().signum() > 0
                                        || other.marks().cancelAsked());
    }

    static void intervened(Turn turn, TrackedOrder order, String text) {
        turn.command(new MongerFact.OperatorIntervened(order.ticket().ref(), order.permId(), text));
        turn.set(turn.state().told().withIntervened(true));
        Conduct conduct = turn.state().conduct();
        turn.set(conduct.in(conduct.lifeCycle().after(new LifeCycle.Turnpoint.Intervened())));
    }
}
