package dev.monger.core.monger;

import dev.monger.core.monger.OrderEvent.OrderErrorReported;
import dev.monger.core.monger.OrderState.End;
import dev.monger.core.monger.OrderState.Ended;
import dev.monger.core.monger.OrderState.Signal;
import dev.monger.core.monger.TrackedOrder.Change;

/** Takes in error codes about orders. None ends an order: it makes doubtful, or explains an end. */
final class ErrorIntake {

    private ErrorIntake() {}

    static void take(Turn turn, OrderErrorReported error) {
        TrackedOrder order = turn.book().find(error.permId(), error.ref());
        if (order == null) {
            return;
        }
        TrackedOrder after =
                switch (error.meaning()) {
                    case INFORMATION -> order;
                    case REFUSED -> refused(turn, order);
                    case CHANGE_REFUSED -> changeRefused(turn, order);
                    case CANCEL_REFUSED, CANCELLED -> endExpected(turn, order);
                    case DUPLICATE_ID, OUTCOME_UNKNOWN ->
                            order.after(new Signal.Doubted(), turn.now());
                };
        turn.put(order, after, error.code() + " " + error.text());
        if (error.meaning() == OrderEvent.ErrorMeaning.REFUSED) {
            StopRefusal.refused(turn, order, after);
        }
    }

    private static TrackedOrder refused(Turn turn, TrackedOrder order) {
        if (mayBeOfChange(order)) {
            return changeRefused(turn, order);
        }
        TrackedOrder refused = order.refused(true);
        boolean told =
                order.marks().inactive()
                        || (order.state() instanceof Ended ended
                                && ended.end() != End.FILLED
                                && order.filled().isZero());
        Signal signal = told ? new Signal.EndTold(End.REFUSED) : new Signal.Doubted();
        return refused.after(signal, turn.now());
    }

    /**
     * A change can be refused twice, by TWS and by the broker, and long after it was sent: the
     * order lives on, unless its status said otherwise.
     */
    private static boolean mayBeOfChange(TrackedOrder order) {
        boolean lives =
                order.live()
                        && !(order.state() instanceof OrderState.Submitted)
                        && !order.marks().inactive();
        return switch (order.change()) {
            case Change.None _ -> false;
            case Change.Pending _, Change.Undecided _, Change.Recent _ -> lives;
        };
    }

    /**
     * The order stands as it stood, and the same change is not tried again at once. Of a change
     * that was shown before it was refused, only the next list tells.
     */
    private static TrackedOrder changeRefused(Turn turn, TrackedOrder order) {
        return switch (order.change()) {
            case Change.Pending pending ->
                    order.withTicket(pending.before())
                            .withChange(
                                    new Change.Recent(
                                            order.ticket(),
                                            turn.now() + Timing.CHANGE_RETRY_NANOS,
                                            true));
            case Change.Recent recent when !recent.refused() ->
                    order.withChange(new Change.Undecided(recent.other()));
            case Change.None _, Change.Undecided _, Change.Recent _ -> order;
        };
    }

    private static TrackedOrder endExpected(Turn turn, TrackedOrder order) {
        long deadline = turn.now() + Timing.STATUS_NANOS;
        if (order.state() instanceof OrderState.Ending ending) {
            long sooner = Math.min(ending.deadlineNanos(), deadline);
            return order.withState(new OrderState.Ending(ending.held(), sooner));
        }
        return order.after(new Signal.EndExpected(deadline), turn.now());
    }
}
