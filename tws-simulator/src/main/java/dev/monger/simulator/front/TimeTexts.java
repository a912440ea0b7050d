package dev.monger.simulator.front;

import dev.monger.simulator.venue.TradingCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as TWS writes and reads them. */
final class TimeTexts {
    /** What {@link #parse} gives for a text that is no time. */
    static final long MALFORMED = Long.MIN_VALUE;

    private static final int ZONES_SINCE = 174;
    private static final DateTimeFormatter GREETING =
            DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss zzz", Locale.US);
    private static final DateTimeFormatter TWO_BLANKS =
            DateTimeFormatter.ofPattern("yyyyMMdd  HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ONE_BLANK =
            DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DASH =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private TimeTexts() {}

    static String greeting(long nanos) {
        return GREETING.format(TradingCalendar.local(nanos));
    }

    /**
     * Times of executions and of history's edges: two blanks before version 174, a zone from then
     * on.
     */
    static String stamped(long nanos, int version) {
        return version < ZONES_SINCE
                ? TWO_BLANKS.format(TradingCalendar.local(nanos))
                : ONE_BLANK.format(TradingCalendar.local(nanos)) + " US/Eastern";
    }

    /** The same without the year, as formatDate 3 has it; old versions do not know it. */
    static String withoutYear(long nanos, int version) {
        String whole = stamped(nanos, version);
        return version < ZONES_SINCE ? whole : whole.substring(4);
    }

    static String completed(long nanos) {
        return ONE_BLANK.format(TradingCalendar.local(nanos)) + " America/New_York";
    }

    static String clock(long nanos) {
        return CLOCK.format(TradingCalendar.local(nanos));
    }

    static String day(long nanos) {
        return DAY.format(TradingCalendar.local(nanos));
    }

    static String utc(long nanos) {
        return DASH.format(
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(nanos, 1_000_000_000L), 0, ZoneOffset.UTC));
    }

    /** Reads yyyyMMdd-HH:mm:ss (UTC) and yyyyMMdd HH:mm:ss with or without a zone (New York). */
    static long parse(String text) {
        try {
            if (text.length() == 17 && text.charAt(8) == '-') {
                return nanos(LocalDateTime.parse(text, DASH), ZoneOffset.UTC);
            }
            String single = text.replace("  ", " ").strip();
            if (single.length() < 17) {
                return MALFORMED;
            }
            String zone = single.substring(17).strip();
            ZoneId id = zone.isEmpty() ? TradingCalendar.ZONE : ZoneId.of(zone, ZoneId.SHORT_IDS);
            return nanos(LocalDateTime.parse(single.substring(0, 17), ONE_BLANK), id);
        } catch (DateTimeParseException e) {
            return MALFORMED;
        } catch (DateTimeException e) {
            return MALFORMED;
        }
    }

    private static long nanos(LocalDateTime time, ZoneId zone) {
        Instant instant = time.atZone(zone).toInstant();
        return instant.getEpochSecond() * 1_000_000_000L;
    }
}
