package dev.monger.core.monger;

/** A new day of exchange time (by UTC) counts its realised profit from zero. */
final class DayRule {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private DayRule() {}

    static void obey(Turn turn) {
        long start = Math.floorDiv(turn.at.exchangeNanos(), DAY_NANOS) * DAY_NANOS;
        if (turn.ledger().dayStartNanos() != start) {
            turn.set(turn.ledger().onDay(start, turn.now()));
        }
    }
}
