package dev.monger.core.monger;

import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.List;

/**
 * Keeps the working exits equal to the own position: never more, so that nothing goes through zero;
 * and never without a stop.
 */
final class ProtectionRule {

    private ProtectionRule() {}

    static void obey(Turn turn) {
        if (!turn.maySend()) {
            return;
        }
        Side side = turn.ledger().exitSide();
        if (side == null) {
            cancelOrphans(turn);
            return;
        }
        cancelOtherSide(turn, side.opposite());
        if (!turn.book().executionsMissing()) {
            shrink(turn, side);
        }
        if (Protection.unproven(turn.book())) {
            return;
        }
        grow(turn, side);
        Repair.obey(turn, side);
    }

    /**
     * Without a position an exit would open the reverse; those that wait for a working entry stay,
     * for no more than it can still fill: what it had filled may have been closed by a person.
     */
    private static void cancelOrphans(Turn turn) {
        if (!turn.passed(turn.ledger().bookedNanos(), Timing.REPAIR_NANOS)
                || !endedLongEnough(turn)) {
            return;
        }
        for (TrackedOrder exit : turn.book().liveExits()) {
            if (Protection.liveParent(turn.book(), exit) == null) {
                turn.cancel(exit, "no position left");
            } else {
                shrink(turn, exit, Quantity.ZERO);
            }
        }
    }

    private static boolean endedLongEnough(Turn turn) {
        boolean all = true;
        for (TrackedOrder order : turn.book().orders().values()) {
            if (order.state() instanceof OrderState.Ended ended) {
                all &= turn.passed(ended.atNanos(), Timing.REPAIR_NANOS);
            }
        }
        return all;
    }

    private static void cancelOtherSide(Turn turn, Side side) {
        for (TrackedOrder exit : turn.book().liveExits(side)) {
            if (Protection.liveParent(turn.book(), exit) == null) {
                turn.cancel(exit, "on the wrong side of the position");
            }
        }
    }

    /** The group with the working stop keeps what it covers; what is beyond the position goes. */
    private static void shrink(Turn turn, Side side) {
        Quantity left = turn.ledger().effectiveOwn(turn.now());
        boolean believed = turn.ledger().unexplained(turn.now());
        List<List<TrackedOrder>> groups = Protection.groups(turn.book(), side);
        for (List<TrackedOrder> group : groups) {
            Quantity exposure = Protection.exposureOf(turn.book(), group);
            Quantity target = exposure.min(left);
            left = left.minus(target);
            // After a fill the broker itself reduces the group: it gets a moment to say so.
            if (exposure.compareTo(target) > 0
                    && (believed
                            || turn.passed(turn.ledger().bookedNanos(), Timing.REPAIR_NANOS))) {
                for (TrackedOrder exit : group) {
                    shrink(turn, exit, target);
                }
            }
        }
        if (turn.ledger().broker() instanceof BrokerView.Differs differs && !believed) {
            turn.passed(differs.sinceNanos(), Timing.SETTLE_NANOS);
        }
    }

    private static void shrink(Turn turn, TrackedOrder exit, Quantity target) {
        Quantity exposure = Protection.exposureOf(turn.book(), exit);
        Quantity excess = exposure.minus(target);
        if (excess.signum() <= 0 || exit.doubled()) {
            // A second life is not made smaller but ended, by its own rule.
            return;
        }
        Quantity total = exit.filled().plus(exit.remaining()).minus(excess);
        if (total.compareTo(exit.filled()) <= 0) {
            turn.cancel(exit, "the position is smaller");
        } else if (Protection.changeable(turn, exit)) {
            turn.modify(exit, exit.ticket().withQuantity(total), "the position is smaller");
        }
    }

    /** An entry that added to the position is covered by making its one pair of exits larger. */
    private static void grow(Turn turn, Side side) {
        List<List<TrackedOrder>> groups = Protection.groups(turn.book(), side);
        if (groups.size() != 1) {
            return;
        }
        Quantity size = turn.ledger().closable();
        for (TrackedOrder exit : groups.getFirst()) {
            boolean may =
                    exit.effective()
                            && !exit.marks().resized()
                            && exit.remaining().compareTo(size) < 0
                            && !(turn.state().closing() instanceof Closing.Withdrawing)
                            && Protection.changeable(turn, exit);
            if (may) {
                turn.modify(
                        exit,
                        exit.ticket().withQuantity(exit.filled().plus(size)),
                        "the position is larger");
            }
        }
    }
}
