package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places exits where they are missing: a stop always, a take-profit while nothing is being closed.
 */
final class Repair {

    private Repair() {}

    static void obey(Turn turn, Side side) {
        if (cancelDead(turn, side) || !Protection.endsExplained(turn)) {
            return;
        }
        boolean stop = works(turn, side, Leg.STOP_LOSS);
        boolean other = works(turn, side, Leg.TAKE_PROFIT) || works(turn, side, Leg.CLOSE);
        boolean wantsStop =
                !stop
                        && !turn.book().stopRefused()
                        && stopMayReturn(turn, side)
                        && !closeGoesThrough(turn, side);
        boolean wantsProfit = !other && profitMayReturn(turn, side) && (stop || wantsStop);
        Quantity size = turn.ledger().closable();
        if ((!wantsStop && !wantsProfit) || size.isZero()) {
            return;
        }
        place(turn, side, new Missing(wantsStop, wantsProfit, size));
    }

    /**
     * Tells whether a close has to wait for a stop that is missing. Close and stop may be sent in
     * any order only while neither can fill: a stop that reaches the broker after the close has
     * filled finds no group that would reduce it.
     */
    static boolean stopComesFirst(Turn turn, Side side) {
        return !works(turn, side, Leg.STOP_LOSS)
                && !turn.book().stopRefused()
                && (!Protection.endsExplained(turn) || stopMayReturn(turn, side));
    }

    private static boolean closeGoesThrough(Turn turn, Side side) {
        TrackedOrder closer = ClosingRule.closer(turn.book(), side);
        return closer != null && ClosingRule.goesThrough(closer, turn.state().closing());
    }

    /** What is to be placed. */
    private record Missing(boolean stop, boolean profit, Quantity size) {}

    private static void place(Turn turn, Side side, Missing missing) {
        Assignment assignment = turn.assignment();
        ContractTerms terms = turn.terms();
        if (assignment == null || terms == null) {
            return;
        }
        List<List<TrackedOrder>> groups = Protection.groups(turn.book(), side);
        if (groups.size() > 1 || !Protection.roomFor(turn, side, missing.size())) {
            return;
        }
        Price average = turn.ledger().tally().averagePrice();
        Tickets tickets = Tickets.next(turn, assignment, terms);
        String group =
                groups.isEmpty()
                        ? tickets.group()
                        : Protection.groupOf(groups.getFirst().getFirst());
        Side entrySide = side.opposite();
        List<OrderTicket> placed = new ArrayList<>();
        if (missing.profit()) {
            placed.add(tickets.takeProfit(entrySide, average, missing.size(), group, null));
        }
        if (missing.stop()) {
            OrderTicket stop = tickets.stopLoss(entrySide, average, missing.size(), group, null);
            placed.add(LockRule.atFloor(turn, stop));
        }
        turn.submit(placed, "exits were missing");
    }

    private static boolean works(Turn turn, Side side, Leg leg) {
        return turn.book().liveExits(side).stream().anyMatch(exit -> exit.ticket().leg() == leg);
    }

    /** Exits that wait for an entry which has ended will never work. */
    private static boolean cancelDead(Turn turn, Side side) {
        boolean any = false;
        for (TrackedOrder exit : turn.book().liveExits(side)) {
            TrackedOrder parent = parentOf(turn.book(), exit);
            boolean dead =
                    exit.heldByParent()
                            && parent != null
                            && parent.state() instanceof OrderState.Ended ended
                            && turn.passed(ended.atNanos(), Timing.REPAIR_NANOS);
            if (dead) {
                any = true;
                turn.cancel(exit, "it waits for an entry that has ended");
            }
        }
        return any;
    }

    private static @Nullable TrackedOrder parentOf(OrderBook book, TrackedOrder exit) {
        return exit.ticket().parent() == null ? null : book.orders().get(exit.ticket().parent());
    }

    private static boolean stopMayReturn(Turn turn, Side side) {
        Assignment assignment = turn.assignment();
        TrackedOrder last = Protection.lastEnded(turn.book(), side, Leg.STOP_LOSS);
        if (last == null || Interventions.explained(turn.book(), last)) {
            return true;
        }
        tellOnce(turn, last, "the stop-loss was removed");
        return assignment != null && assignment.stop().replaceRemovedStop();
    }

    private static boolean profitMayReturn(Turn turn, Side side) {
        if (!(turn.state().closing() instanceof Closing.Idle)) {
            return false;
        }
        TrackedOrder last = Protection.lastEnded(turn.book(), side, Leg.TAKE_PROFIT);
        if (last == null) {
            return true;
        }
        if (last.marks().refused()) {
            return false;
        }
        if (Interventions.explained(turn.book(), last)) {
            return true;
        }
        tellOnce(turn, last, "the take-profit was removed");
        return false;
    }

    private static void tellOnce(Turn turn, TrackedOrder order, String text) {
        if (!order.marks().touched()) {
            turn.put(order, order.touched(), text);
            Interventions.intervened(turn, order, text);
        }
    }
}
