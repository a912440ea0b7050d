package dev.monger.core.monger;

/**
 * A stop-loss was refused: its entry is cancelled at once, and what filled is closed. Where the
 * entry itself was refused, its stop goes with it, and nothing is wrong with stops.
 */
final class StopRefusal {

    private StopRefusal() {}

    static void note(Turn turn, TrackedOrder stop) {
        if (goesWithItsEntry(turn.book(), stop)) {
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
