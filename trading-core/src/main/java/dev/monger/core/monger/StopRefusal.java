package dev.monger.core.monger;

/**
 * A stop-loss was refused: its entry is cancelled at once, and what filled is closed. Where the
 * entry itself was refused, its stop goes with it, and nothing is wrong with stops. A refusal of a
 * stop that the broker has shown may be that of a change of which nobody here knows any more: it
 * counts once the stop is proven to have ended.
 */
final class StopRefusal {

    private StopRefusal() {}

    /** An error code says that an order is refused. */
    static void refused(Turn turn, TrackedOrder before, TrackedOrder after) {
        boolean ended = after.state() instanceof OrderState.Ended;
        if (ended || neverShown(before)) {
            note(turn, after);
        }
    }

    private static boolean neverShown(TrackedOrder order) {
        return order.state() instanceof OrderState.Submitted
                || (order.unknown() && order.permId() == null);
    }

    /** A status, or a second list without it, may prove that an order has ended. */
    static void ended(Turn turn, TrackedOrder before, TrackedOrder after) {
        boolean ends = before.live() && after.state() instanceof OrderState.Ended;
        if (ends && !after.marks().cancelAsked()) {
            note(turn, after);
        }
    }

    private static void note(Turn turn, TrackedOrder stop) {
        boolean whole =
                stop.state() instanceof OrderState.Ended(OrderState.End end, _)
                        && end == OrderState.End.FILLED;
        if (stop.ticket().leg() != Leg.STOP_LOSS
                || !stop.marks().refused()
                || whole
                || goesWithItsEntry(turn.book(), stop)) {
            return;
        }
        if (!turn.book().stopRefused()) {
            turn.set(turn.book().stopRefusedSince(turn.now()));
        }
        if (turn.state().closing() instanceof Closing.GivenUp given) {
            // A close that was given up left a stop; where that is refused too, only closing is
            // left.
            Closing.Why why = new Closing.Why(Closing.Cause.UNSAFE, "the stop-loss was refused");
            turn.set(given.after(Closing.Point.COMMANDED, why, turn.now()));
        }
    }

    /** The refusal of an entry may be told after that of its stop: then it is taken back. */
    static void obey(Turn turn) {
        boolean explained =
                turn.book().stopRefused()
                        && turn.ledger().own().isZero()
                        && turn.book().orders().values().stream()
                                .filter(order -> order.ticket().leg() == Leg.STOP_LOSS)
                                .filter(order -> order.marks().refused())
                                .allMatch(order -> goesWithItsEntry(turn.book(), order));
        if (explained) {
            turn.set(turn.book().stopRefusedSince(null));
        }
    }

    private static boolean goesWithItsEntry(OrderBook book, TrackedOrder stop) {
        if (stop.ticket().parent() == null) {
            return false;
        }
        TrackedOrder entry = book.orders().get(stop.ticket().parent());
        return entry != null && entry.marks().refused() && entry.filled().isZero();
    }

    /** Without a position yet, what would explain the refusal gets a moment to be told. */
    static boolean alarming(Turn turn) {
        Long since = turn.book().stopRefusedNanos();
        return since != null
                && (!turn.ledger().own().isZero() || turn.passed(since, Timing.REPAIR_NANOS));
    }
}
