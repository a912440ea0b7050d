package dev.monger.engine.tws;

import dev.monger.core.model.TradingWindow;
import dev.monger.core.monger.MongerEvent;
import dev.monger.tws.session.SessionEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of time on the wire; section 3 of the wire reference lists their forms. */
public final class BrokerTime {

    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter UTC_DASH =
            DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter HOURS =
            DateTimeFormatter.ofPattern("uuuuMMdd:HHmm", Locale.ROOT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private BrokerTime() {}

    /** Returns what the core is to learn of TWS's clock. */
    static MongerEvent answered(SessionEvent.TimeMeasured measured) {
        return new dev.monger.core.monger.SessionEvent.ClockAnswered(
                measured.twsEpochMillis() * 1_000_000, measured.roundTripNanos());
    }

    /** Writes a moment in UTC, rounded up to a whole second, as orders and requests carry it. */
    public static String utc(long epochNanos) {
        Instant second = Instant.ofEpochSecond(Math.ceilDiv(epochNanos, SECOND));
        return UTC_DASH.format(LocalDateTime.ofInstant(second, ZoneOffset.UTC));
    }

    /**
     * Reads a time of an execution or a bar: epoch seconds, a date, a date and time with a zone or
     * without, or the dashed form in UTC.
     *
     * @param fallback for texts without a zone, and for zones that are not known
     * @return nanoseconds since the Unix epoch; empty for a text of no known form
     */
    public static Optional<Long> nanos(String text, ZoneId fallback) {
        try {
            if (text.length() == 8 && text.indexOf(':') < 0) {
                return Optional.of(seconds(LocalDate.parse(text, DATE).atStartOfDay(), fallback));
            }
            if (text.indexOf(':') < 0) {
                return Optional.of(Math.multiplyExact(Long.parseLong(text), SECOND));
            }
            if (text.indexOf('-') == 8) {
                return Optional.of(seconds(LocalDateTime.parse(text, UTC_DASH), ZoneOffset.UTC));
            }
            return Optional.of(zoned(text, fallback));
        } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static long zoned(String text, ZoneId fallback) {
        String[] parts = text.strip().split(" +", 3);
        if (parts.length < 2) {
            throw new DateTimeException("Condition failed: a date and a time, not " + text);
        }
        LocalDateTime time = LocalDateTime.parse(parts[0] + " " + parts[1], DATE_TIME);
        return seconds(time, parts.length < 3 ? fallback : zone(parts[2], fallback));
    }

    private static long seconds(LocalDateTime time, ZoneId zone) {
        return Math.multiplyExact(time.atZone(zone).toEpochSecond(), SECOND);
    }

    /** Returns a zone by the broker's name for it, or the fallback when nobody knows the name. */
    public static ZoneId zone(String name, ZoneId fallback) {
        try {
            return switch (name) {
                case "EST", "EDT", "EST5EDT", "Eastern Standard Time" -> ZoneId.of("US/Eastern");
                default -> ZoneId.of(name);
            };
        } catch (DateTimeException unknown) {
            return fallback;
        }
    }

    /**
     * Reads trading hours such as {@code 20261123:0930-20261123:1600;20261124:CLOSED}; parts of no
     * known form are left out.
     */
    public static List<TradingWindow> windows(String hours, ZoneId zone) {
        List<TradingWindow> windows = new ArrayList<>();
        for (String part : hours.split(";", -1)) {
            int dash = part.indexOf('-');
            if (dash > 0) {
                window(part.substring(0, dash), part.substring(dash + 1), zone)
                        .ifPresent(windows::add);
            }
        }
        return windows;
    }

    private static Optional<TradingWindow> window(String from, String to, ZoneId zone) {
        try {
            long start = seconds(LocalDateTime.parse(from, HOURS), zone);
            long end = seconds(LocalDateTime.parse(to, HOURS), zone);
            return end > start ? Optional.of(new TradingWindow(start, end)) : Optional.empty();
        } catch (DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }
}
