package dev.monger.simulator.front;

import dev.monger.simulator.venue.TradingCalendar;
import java.time.LocalDate;

/**
 * The hours of one day in New York, in seconds since the Unix epoch; bars come in order of time, so
 * that one day's hours serve many of them.
 *
 * @param date the day
 * @param beginSecond midnight
 * @param endSecond the next midnight
 * @param wantedFromSecond when the hours that count begin
 * @param wantedUntilSecond when they end; the same when nothing trades
 */
record DayHours(
        LocalDate date,
        long beginSecond,
        long endSecond,
        long wantedFromSecond,
        long wantedUntilSecond) {
    private static final long SECOND = 1_000_000_000L;

    /** The hours, regular ones or all, of the day a second belongs to. */
    static DayHours of(TradingCalendar calendar, boolean regular, long second) {
        LocalDate date = calendar.day(second * SECOND);
        long from = regular ? calendar.openNanos(date) : calendar.firstNanos(date);
        long until = regular ? calendar.closeNanos(date) : calendar.lastNanos(date);
        return new DayHours(
                date,
                midnight(date),
                midnight(date.plusDays(1)),
                Math.floorDiv(from, SECOND),
                calendar.isTradingDay(date)
                        ? Math.floorDiv(until, SECOND)
                        : Math.floorDiv(from, SECOND));
    }

    private static long midnight(LocalDate date) {
        return date.atStartOfDay(TradingCalendar.ZONE).toEpochSecond();
    }

    /** Whether a second is of this day. */
    boolean holds(long second) {
        return second >= beginSecond && second < endSecond;
    }

    /** Whether a second of this day is in the hours that count. */
    boolean wants(long second) {
        return second >= wantedFromSecond && second < wantedUntilSecond;
    }
}
