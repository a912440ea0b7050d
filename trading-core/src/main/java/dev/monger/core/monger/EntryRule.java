package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.HandsRules;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;

/** Cancels entries that should not work any more. */
final class EntryRule {

    private EntryRule() {}

    static void obey(Turn turn) {
        if (!turn.maySend()) {
            return;
        }
        for (TrackedOrder entry : turn.book().liveEntries()) {
            String reason = reasonToCancel(turn, entry);
            if (!reason.isEmpty()) {
                turn.cancel(entry, reason);
            }
        }
    }

    private static String reasonToCancel(Turn turn, TrackedOrder entry) {
        MongerState state = turn.state();
        if (!(state.conduct().lifeCycle() instanceof LifeCycle.Trading)) {
            return "entries are not wanted";
        }
        if (state.latch().halted()) {
            return "halted";
        }
        if (state.closing().active() || turn.book().stopRefused()) {
            return "the position is being closed";
        }
        if (handsPause(state)) {
            return "a person's order works";
        }
        if (state.session().superseded()) {
            return "another session holds the lease";
        }
        if (entry.marks().inactive() || entry.doubled()) {
            return "inactive, or living twice";
        }
        if (entry.state() instanceof OrderState.Working working
                && working.held() == BrokerOrder.Held.LOCATE) {
            return "held for shares to be found";
        }
        if (exceedsMaximum(turn, entry)) {
            return "own position and entries exceed the maximum";
        }
        if (exitsExceed(turn, entry)) {
            return "part-filled, its exits work for more than that";
        }
        return partFilledUnprotected(turn, entry) ? "part-filled, its stop does not work" : "";
    }

    /** Shares that were adopted, or a lower maximum, may leave no room for what already works. */
    private static boolean exceedsMaximum(Turn turn, TrackedOrder entry) {
        Assignment assignment = turn.assignment();
        if (assignment == null || !(entry.ticket().terms() instanceof OrderTerms.Limit limit)) {
            return false;
        }
        Quantity size =
                turn.ledger()
                        .own()
                        .absolute()
                        .plus(turn.book().workingEntries(Side.BUY))
                        .plus(turn.book().workingEntries(Side.SELL));
        return size.compareTo(assignment.sizing().maximumAt(limit.price())) > 0;
    }

    /** Tells whether people's orders pause entries, and one works. */
    static boolean handsPause(MongerState state) {
        Assignment assignment = state.session().assignment();
        return assignment != null
                && assignment.hands().manualOrders() == HandsRules.ManualOrders.PAUSE
                && state.book().manual().size() > 0;
    }

    /**
     * Some brokers let exits work whole as soon as their entry has filled in part: they could take
     * more than there is. The entry is ended, and then they shrink.
     */
    private static boolean exitsExceed(Turn turn, TrackedOrder entry) {
        if (entry.filled().isZero()) {
            return false;
        }
        Quantity own = turn.ledger().own().absolute();
        boolean exceed = false;
        for (TrackedOrder exit : turn.book().liveExits()) {
            exceed |=
                    entry.ticket().ref().equals(exit.ticket().parent())
                            && exit.effective()
                            && exit.remaining().compareTo(own) > 0;
        }
        return exceed && turn.passed(turn.ledger().bookedNanos(), Timing.PART_FILLED_NANOS);
    }

    /**
     * Brokers differ in when the exits of a part-filled entry begin to work; where they do not
     * within seconds, the entry is ended so that its exits, or standalone ones, can.
     */
    private static boolean partFilledUnprotected(Turn turn, TrackedOrder entry) {
        if (entry.filled().isZero() || Protection.covered(turn.state(), turn.now())) {
            return false;
        }
        OrderRef ref = entry.ticket().ref();
        boolean hasStop =
                turn.book().liveExits().stream()
                        .anyMatch(exit ->
                                ref.equals(exit.ticket().parent())
                                        && exit.ticket().leg() == Leg.STOP_LOSS);
        return hasStop && turn.passed(turn.ledger().bookedNanos(), Timing.PART_FILLED_NANOS);
    }
}
