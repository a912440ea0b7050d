package dev.monger.simulator.venue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Hours of US stocks: 04:00 to 20:00 New York, regular from 09:30 to 16:00, closed on weekends;
 * public holidays are traded through. Or always open, for demos and tests at any hour.
 *
 * @param alwaysOpen every moment is regular hours
 */
public record TradingCalendar(boolean alwaysOpen) {
    /** The exchange's zone, by the name TWS uses for it. */
    public static final ZoneId ZONE = ZoneId.of("US/Eastern");

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final LocalTime FIRST = LocalTime.of(4, 0);
    private static final LocalTime BELL = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime LAST = LocalTime.of(20, 0);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    /** The part of the day at a market time. */
    public Session at(long nanos) {
        if (alwaysOpen) {
            return Session.REGULAR;
        }
        ZonedDateTime time = local(nanos);
        if (isWeekend(time.toLocalDate())) {
            return Session.CLOSED;
        }
        LocalTime clock = time.toLocalTime();
        if (clock.isBefore(FIRST) || !clock.isBefore(LAST)) {
            return Session.CLOSED;
        }
        if (clock.isBefore(BELL)) {
            return Session.PRE_MARKET;
        }
        return clock.isBefore(CLOSE) ? Session.REGULAR : Session.AFTER_HOURS;
    }

    /** When the part of the day changes next; never when always open. */
    public long nextChangeNanos(long nanos) {
        if (alwaysOpen) {
            return MarketSource.NOTHING_LEFT;
        }
        LocalDate day = local(nanos).toLocalDate();
        for (LocalDate date = day; ; date = date.plusDays(1)) {
            if (isWeekend(date)) {
                continue;
            }
            for (LocalTime edge : new LocalTime[] {FIRST, BELL, CLOSE, LAST}) {
                long at = nanosOf(date.atTime(edge).atZone(ZONE));
                if (at > nanos) {
                    return at;
                }
            }
        }
    }

    /** The date in New York at a market time. */
    public LocalDate day(long nanos) {
        return local(nanos).toLocalDate();
    }

    /** All hours of seven days from a market time, in the form contract details use. */
    public String tradingHours(long nanos) {
        return hours(nanos, "0400", "2000");
    }

    /** Regular hours of seven days from a market time, in the form contract details use. */
    public String liquidHours(long nanos) {
        return hours(nanos, "0930", "1600");
    }

    /** The moment as New York's calendar and clock. */
    public static ZonedDateTime local(long nanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(nanos, NANOS_PER_SECOND),
                        Math.floorMod(nanos, NANOS_PER_SECOND))
                .atZone(ZONE);
    }

    /** Nanoseconds since the Unix epoch. */
    public static long nanosOf(ZonedDateTime time) {
        Instant instant = time.toInstant();
        return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    }

    private String hours(long nanos, String from, String until) {
        StringBuilder text = new StringBuilder();
        LocalDate first = day(nanos);
        for (int i = 0; i < 7; i++) {
            LocalDate date = first.plusDays(i);
            String day = DAY.format(date);
            if (!text.isEmpty()) {
                text.append(';');
            }
            if (alwaysOpen) {
                text.append(day)
                        .append(":0000-")
                        .append(DAY.format(date.plusDays(1)))
                        .append(":0000");
            } else if (isWeekend(date)) {
                text.append(day).append(":CLOSED");
            } else {
                text.append(day)
                        .append(':')
                        .append(from)
                        .append('-')
                        .append(day)
                        .append(':')
                        .append(until);
            }
        }
        return text.toString();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
