package dev.monger.simulator.front;

import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.MarketDataRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time a request for history covers.
 *
 * @param calendar the exchange's hours
 * @param regular whether only regular hours count
 * @param fromSecond the first second, since the Unix epoch
 * @param untilSecond the second after the last
 * @param isTooOld whether bars so small are no longer kept of a time so long ago
 */
record HistorySpan(
        TradingCalendar calendar,
        boolean regular,
        long fromSecond,
        long untilSecond,
        boolean isTooOld) {
    private static final long SECOND = 1_000_000_000L;
    private static final long SMALL_BAR_SECONDS = 30;
    private static final long HALF_A_YEAR_SECONDS = 183 * BarSpan.DAY;

    /** The span of a request made now, or null when its end is no time. */
    static @Nullable HistorySpan of(
            MarketDataRequest.RequestHistoricalData request,
            HistoryTerms terms,
            TradingCalendar calendar,
            long nowNanos) {
        long now = Math.floorDiv(nowNanos, SECOND) + 1;
        long until = now;
        if (!request.endDateTime().isEmpty()) {
            long end = TimeTexts.parse(request.endDateTime());
            if (end == TimeTexts.MALFORMED) {
                return null;
            }
            // A bar that starts at the end asked for does not belong to the answer.
            until = Math.min(Math.floorDiv(end, SECOND), now);
        }
        HistorySpan open = new HistorySpan(calendar, request.useRegularHours(), 0, until, false);
        until = open.lastOpenSecond();
        long from = open.from(terms.duration(), until);
        boolean old = terms.barSeconds() <= SMALL_BAR_SECONDS && from < now - HALF_A_YEAR_SECONDS;
        return new HistorySpan(calendar, request.useRegularHours(), from, until, old);
    }

    /** A span from one second to another. */
    static HistorySpan between(
            MarketDataRequest.RequestHistoricalData request,
            TradingCalendar calendar,
            long fromSecond,
            long untilSecond) {
        return new HistorySpan(calendar, request.useRegularHours(), fromSecond, untilSecond, false);
    }

    /** Whether a second is within the hours that count. */
    boolean wants(long second) {
        return DayHours.of(calendar, regular, second).wants(second);
    }

    /** The end, or when nothing trades then, the end of the hours before. */
    private long lastOpenSecond() {
        if (wants(untilSecond - 1)) {
            return untilSecond;
        }
        LocalDate date = calendar.day(untilSecond * SECOND);
        while (true) {
            long end =
                    Math.floorDiv(
                            regular ? calendar.closeNanos(date) : calendar.lastNanos(date), SECOND);
            if (calendar.isTradingDay(date) && end <= untilSecond) {
                return end;
            }
            date = date.minusDays(1);
        }
    }

    private long from(BarSpan.Duration duration, long until) {
        LocalDate last = calendar.day((until - 1) * SECOND);
        return switch (duration.unit()) {
            case 'S' -> until - duration.count();
            case 'D' -> opening(tradingDaysBack(last, duration.count() - 1));
            case 'W' -> opening(last.minusWeeks(duration.count()).plusDays(1));
            case 'M' -> opening(last.minusMonths(duration.count()).plusDays(1));
            default -> opening(last.minusYears(duration.count()).plusDays(1));
        };
    }

    private LocalDate tradingDaysBack(LocalDate last, long count) {
        LocalDate date = last;
        long left = count;
        while (left > 0) {
            date = date.minusDays(1);
            if (calendar.isTradingDay(date)) {
                left--;
            }
        }
        return date;
    }

    private long opening(LocalDate date) {
        return Math.floorDiv(
                regular ? calendar.openNanos(date) : calendar.firstNanos(date), SECOND);
    }
}
