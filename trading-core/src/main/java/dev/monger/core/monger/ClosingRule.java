package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.Closing.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes the own position.
 *
 * <p>The take-profit is modified to go through the quote, or a closing order joins the stop's
 * group, so that close and stop cannot both fill. The stop works until own share zero is proven: a
 * crash at any step leaves a working stop, or flat.
 */
final class ClosingRule {

    private ClosingRule() {}

    static void obey(Turn turn) {
        Closing.Why due = Due.reason(turn);
        if (due != null) {
            turn.set(turn.state().closing().after(Point.DUE, due, turn.now()));
        }
        Closing closing = turn.state().closing();
        boolean open = !(closing instanceof Closing.Idle) || turn.book().stopRefused();
        if (open && Flatness.proven(turn)) {
            move(turn, Point.FLAT);
            turn.set(turn.book().stopRefusedSince(null));
            return;
        }
        switch (closing) {
            case Closing.Idle _, Closing.GivenUp _ -> {
                // Nothing to close, or nothing that somebody still wants closed.
            }
            case Closing.Working working -> {
                if (due == null && lapsed(turn, working)) {
                    lapse(turn);
                } else {
                    work(turn, working);
                }
            }
            case Closing.Withdrawing _ -> withdraw(turn);
        }
    }

    private static void move(Turn turn, Point point) {
        turn.set(turn.state().closing().after(point, Closing.Why.NONE, turn.now()));
    }

    /** Outside of the hours of exits nothing closes for a time of day that is no more. */
    private static boolean lapsed(Turn turn, Closing.Working working) {
        Assignment assignment = turn.assignment();
        ContractTerms terms = turn.terms();
        return working.cause() == Closing.Cause.TIME
                && assignment != null
                && terms != null
                && !assignment.hours().exitsOutsideRegularHours()
                && !terms.liquidAt(turn.at.exchangeNanos());
    }

    /** A closing order would only wait for the next day's opening; the stop stays. */
    private static void lapse(Turn turn) {
        boolean any = false;
        for (TrackedOrder exit : turn.book().liveExits()) {
            if (exit.ticket().leg() != Leg.STOP_LOSS) {
                any = true;
                if (turn.maySend()) {
                    turn.cancel(exit, "the hours of the close are over");
                }
            }
        }
        if (!any) {
            move(turn, Point.LAPSED);
        }
    }

    private static void work(Turn turn, Closing.Working working) {
        long deadline = CommandRule.closingDeadline(turn.state().conduct());
        if (deadline != Long.MAX_VALUE && turn.reached(deadline - Timing.WITHDRAW_NANOS)) {
            move(turn, Point.DEADLINE_NEAR);
            withdraw(turn);
            return;
        }
        Assignment assignment = turn.assignment();
        ContractTerms terms = turn.terms();
        Side side = turn.ledger().exitSide();
        if (!turn.maySend() || assignment == null || terms == null || side == null) {
            return;
        }
        Quantity size = turn.ledger().closable().min(turn.ledger().effectiveOwn(turn.now()));
        if (size.isZero() || Protection.unproven(turn.book()) || entriesEnding(turn)) {
            return;
        }
        Price price =
                orderly(turn, working, assignment)
                        ? Pricing.orderly(turn.state().market(), side, assignment, terms)
                        : Pricing.closing(turn.state().market(), side, assignment, terms);
        if (price != null) {
            close(turn, working, new Wanted(side, size, price));
        }
    }

    /**
     * A close in good order is patient for a while, and then goes through the quote as any other.
     */
    private static boolean orderly(Turn turn, Closing.Working working, Assignment assignment) {
        return working.cause().orderly()
                && !turn.passed(
                        working.sinceNanos(), assignment.exit().close().patience().toNanos());
    }

    /** What is to be left, and at what limit. */
    private record Wanted(Side side, Quantity size, Price price) {}

    /** Entries are cancelled first; one that is UNKNOWN is not waited for. */
    private static boolean entriesEnding(Turn turn) {
        return turn.book().liveEntries().stream().anyMatch(entry -> !entry.unknown());
    }

    private static void close(Turn turn, Closing.Working working, Wanted wanted) {
        TrackedOrder closer = closer(turn.book(), wanted.side());
        if (Repair.stopComesFirst(turn, wanted.side())) {
            if (closer != null && goesThrough(closer, working)) {
                turn.cancel(closer, "the stop-loss is missing and comes first");
            }
            return;
        }
        if (closer == null) {
            submit(turn, wanted);
            return;
        }
        if (closer.heldByParent() || !Protection.changeable(turn, closer)) {
            return;
        }
        Quantity total = closer.filled().plus(wanted.size());
        OrderTerms limit = new OrderTerms.Limit(wanted.price());
        boolean sized = total.equals(closer.ticket().quantity());
        boolean priced = limit.equals(closer.ticket().terms());
        if ((sized && priced) || !(repriceDue(turn, working) || !sized)) {
            return;
        }
        turn.modify(
                closer,
                closer.ticket().withQuantity(total).withTerms(limit),
                "closing: " + working.reason());
        move(turn, Point.PRICED);
        turn.passed(turn.now(), closeReprice(turn));
    }

    /**
     * Tells whether an order may fill at any moment: a stop that is sent then may come too late to
     * be reduced by that fill, and would open the reverse.
     */
    static boolean goesThrough(TrackedOrder closer, Closing closing) {
        return closer.ticket().leg() == Leg.CLOSE
                || (closing instanceof Closing.Working working && working.pricedNanos() != null);
    }

    private static boolean repriceDue(Turn turn, Closing.Working working) {
        Long priced = working.pricedNanos();
        return priced == null
                || patienceEnded(turn, working, priced)
                || turn.passed(priced, closeReprice(turn));
    }

    /** The limit was put by the patience that has ended since: the next one does not wait. */
    private static boolean patienceEnded(Turn turn, Closing.Working working, long pricedNanos) {
        Assignment assignment = turn.assignment();
        if (assignment == null || !working.cause().orderly()) {
            return false;
        }
        long end = working.sinceNanos() + assignment.exit().close().patience().toNanos();
        return pricedNanos < end && turn.now() >= end;
    }

    private static long closeReprice(Turn turn) {
        Assignment assignment = turn.assignment();
        return assignment == null
                ? Long.MAX_VALUE / 4
                : assignment.exit().close().reprice().toNanos();
    }

    static @Nullable TrackedOrder closer(OrderBook book, Side side) {
        TrackedOrder found = null;
        for (TrackedOrder exit : book.liveExits(side)) {
            boolean closes = exit.ticket().leg() == Leg.CLOSE;
            boolean takesProfit = exit.ticket().leg() == Leg.TAKE_PROFIT;
            if (closes || (takesProfit && found == null)) {
                found = exit;
            }
        }
        return found;
    }

    private static void submit(Turn turn, Wanted wanted) {
        Assignment assignment = turn.assignment();
        ContractTerms terms = turn.terms();
        if (assignment == null
                || terms == null
                || !Protection.endsExplained(turn)
                || !Protection.roomFor(turn, wanted.side(), wanted.size())) {
            return;
        }
        List<List<TrackedOrder>> groups = Protection.groups(turn.book(), wanted.side());
        Tickets tickets = Tickets.next(turn, assignment, terms);
        Side entrySide = wanted.side().opposite();
        if (groups.isEmpty()) {
            OrderTicket alone =
                    tickets.close(entrySide, wanted.price(), wanted.size(), tickets.group());
            turn.submit(List.of(alone), "closing");
            move(turn, Point.PRICED);
            return;
        }
        // A stop may fill while this order is on its way into its group, and would not reduce it:
        // it comes at the price of a take-profit, and goes through the quote once it is there.
        String group = Protection.groupOf(groups.getFirst().getFirst());
        Price average = turn.ledger().tally().averagePrice();
        OrderTicket joining = tickets.joining(entrySide, average, wanted.size(), group);
        turn.submit(List.of(joining), "to close, first into the stop's group");
    }

    /** A close that ends with something left leaves no closing order working; the stop stays. */
    private static void withdraw(Turn turn) {
        boolean any = false;
        for (TrackedOrder exit : turn.book().liveExits()) {
            if (exit.ticket().leg() != Leg.STOP_LOSS) {
                any = true;
                if (turn.maySend()) {
                    turn.cancel(exit, "the close is withdrawn");
                }
            }
        }
        long deadline = CommandRule.closingDeadline(turn.state().conduct());
        if (!any || deadline == Long.MAX_VALUE || turn.reached(deadline)) {
            move(turn, Point.WITHDRAWN);
            // What could not be closed needs its stop, even where one was refused before.
            turn.set(turn.book().stopRefusedSince(null));
        }
    }
}
