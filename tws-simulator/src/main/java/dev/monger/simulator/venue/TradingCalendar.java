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
 * Hours of US stocks: 04:00 to 20:00 New York, regular from 09:30 to 16:00, closed on weekends and
 * public holidays; on the short days around them regular hours end at 13:00 and all trading at
 * 17:00. Or always open, for demos and tests at any hour; the day then begins at midnight.
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
    private static final LocalTime SHORT_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime SHORT_LAST = LocalTime.of(17, 0);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** The part of the day at a market time. */
    public Session at(long nanos) {
        if (alwaysOpen) {
            return Session.REGULAR;
        }
        ZonedDateTime time = local(nanos);
        LocalDate date = time.toLocalDate();
        LocalTime clock = time.toLocalTime();
        if (!isTradingDay(date) || clock.isBefore(FIRST) || !clock.isBefore(last(date))) {
            return Session.CLOSED;
        }
        if (clock.isBefore(BELL)) {
            return Session.PRE_MARKET;
        }
        return clock.isBefore(close(date)) ? Session.REGULAR : Session.AFTER_HOURS;
    }

    /** When the part of the day changes next; when always open, when the day does. */
    public long nextChangeNanos(long nanos) {
        LocalDate day = local(nanos).toLocalDate();
        if (alwaysOpen) {
            return nanosOf(day.plusDays(1).atStartOfDay(ZONE));
        }
        for (LocalDate date = day; ; date = date.plusDays(1)) {
            if (!isTradingDay(date)) {
                continue;
            }
            for (LocalTime edge : new LocalTime[] {FIRST, BELL, close(date), last(date)}) {
                long at = nanosOf(date.atTime(edge).atZone(ZONE));
                if (at > nanos) {
                    return at;
                }
            }
        }
    }

    /** Whether a new trading day begins at a moment at which the part of the day changes. */
    public boolean beginsDay(long nanos) {
        return alwaysOpen || at(nanos) == Session.PRE_MARKET;
    }

    /** Whether the exchange opens on a date. */
    public boolean isTradingDay(LocalDate date) {
        boolean weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return alwaysOpen || !(weekend || UsHolidays.isClosed(date));
    }

    /** The date in New York at a market time. */
    public LocalDate day(long nanos) {
        return local(nanos).toLocalDate();
    }

    /** When a date's first trading of all begins; of a date without trading, when it would. */
    public long firstNanos(LocalDate date) {
        return alwaysOpen ? nanosOf(date.atStartOfDay(ZONE)) : edge(date, FIRST);
    }

    /** When a date's regular hours begin. */
    public long openNanos(LocalDate date) {
        return alwaysOpen ? nanosOf(date.atStartOfDay(ZONE)) : edge(date, BELL);
    }

    /** When a date's regular hours end. */
    public long closeNanos(LocalDate date) {
        return alwaysOpen ? nanosOf(date.plusDays(1).atStartOfDay(ZONE)) : edge(date, close(date));
    }

    /** When a date's last trading of all ends. */
    public long lastNanos(LocalDate date) {
        return alwaysOpen ? nanosOf(date.plusDays(1).atStartOfDay(ZONE)) : edge(date, last(date));
    }

    /** All hours of seven days from a market time, in the form contract details use. */
    public String tradingHours(long nanos) {
        return hours(nanos, false);
    }

    /** Regular hours of seven days from a market time, in the form contract details use. */
    public String liquidHours(long nanos) {
        return hours(nanos, true);
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

    private static long edge(LocalDate date, LocalTime time) {
        return nanosOf(date.atTime(time).atZone(ZONE));
    }

    private static LocalTime close(LocalDate date) {
        return UsHolidays.closesEarly(date) ? SHORT_CLOSE : CLOSE;
    }

    private static LocalTime last(LocalDate date) {
        return UsHolidays.closesEarly(date) ? SHORT_LAST : LAST;
    }

    private String hours(long nanos, boolean regular) {
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
            } else if (isTradingDay(date)) {
                text.append(day)
                        .append(':')
                        .append(CLOCK.format(regular ? BELL : FIRST))
                        .append('-')
                        .append(day)
                        .append(':')
                        .append(CLOCK.format(regular ? close(date) : last(date)));
            } else {
                text.append(day).append(":CLOSED");
            }
        }
        return text.toString();
    }
}
