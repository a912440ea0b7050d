package dev.monger.core.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day, as an operator writes it: {@code 15:45}, or {@code 15:45 Europe/Berlin}.
 *
 * @param time of the day
 * @param zone in which it is meant; null for the contract's own
 */
public record DayTime(LocalTime time, @Nullable ZoneId zone) {

    private static final long SECOND = 1_000_000_000L;

    /** The beginning of the day where the contract is traded. */
    public static final DayTime MIDNIGHT = new DayTime(LocalTime.MIDNIGHT, null);

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no time, or names no zone that is known
     */
    public static DayTime of(String text) {
        String[] parts = text.strip().split(" +", 2);
        try {
            return new DayTime(
                    LocalTime.parse(parts[0]), parts.length == 1 ? null : ZoneId.of(parts[1]));
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException(
                    "Condition failed: a time such as 15:45, or 15:45 Europe/Berlin, not " + text,
                    refused);
        }
    }

    /**
     * Returns when this time last was, at or before a moment.
     *
     * @param exchangeNanos since the Unix epoch
     * @param contractZone where the contract is traded
     */
    public long lastNanos(long exchangeNanos, ZoneId contractZone) {
        LocalDate today = dateAt(exchangeNanos, contractZone);
        long there = nanosOn(today, contractZone);
        return there <= exchangeNanos ? there : nanosOn(today.minusDays(1), contractZone);
    }

    /** Returns when this time is on the day that a moment lies in. */
    public long todayNanos(long exchangeNanos, ZoneId contractZone) {
        return nanosOn(dateAt(exchangeNanos, contractZone), contractZone);
    }

    /** Returns when this time is on the day after. */
    public long tomorrowNanos(long exchangeNanos, ZoneId contractZone) {
        return nanosOn(dateAt(exchangeNanos, contractZone).plusDays(1), contractZone);
    }

    private LocalDate dateAt(long exchangeNanos, ZoneId contractZone) {
        long seconds = Math.floorDiv(exchangeNanos, SECOND);
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), zoneOr(contractZone));
    }

    /**
     * A time that a change of clocks leaves out is taken after it, one that it repeats the first.
     */
    private long nanosOn(LocalDate date, ZoneId contractZone) {
        ZonedDateTime there = date.atTime(time).atZone(zoneOr(contractZone));
        return there.toEpochSecond() * SECOND + there.getNano();
    }

    private ZoneId zoneOr(ZoneId contractZone) {
        return zone == null ? contractZone : zone;
    }

    @Override
    public String toString() {
        return zone == null ? time.toString() : time + " " + zone;
    }
}
