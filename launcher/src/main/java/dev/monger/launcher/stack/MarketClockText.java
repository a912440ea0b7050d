package dev.monger.launcher.stack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The clock of the market as every process is told it: {@code
 * originWallEpochNanos,originExchangeEpochNanos,rate}.
 *
 * @param originWallNanos a moment of wall time, nanoseconds since 1970
 * @param originExchangeNanos the exchange time at that moment
 * @param rate exchange seconds that pass in one second of wall time
 */
public record MarketClockText(long originWallNanos, long originExchangeNanos, BigDecimal rate) {

    /** The zone in which users give times of day. */
    public static final ZoneId EXCHANGE_ZONE = ZoneId.of("America/New_York");

    /** Refuses a rate at which time would stand still or run backwards. */
    public MarketClockText {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Condition failed: a clock's rate above zero, not " + rate);
        }
    }

    /** Exchange time is wall time. */
    public static MarketClockText real() {
        return new MarketClockText(0, 0, BigDecimal.ONE);
    }

    /** A clock that shows a time of a day at a moment of wall time. */
    public static MarketClockText showing(
            LocalDate day, LocalTime time, Instant at, BigDecimal rate) {
        Instant exchange = ZonedDateTime.of(day, time, EXCHANGE_ZONE).toInstant();
        return new MarketClockText(nanos(at), nanos(exchange), rate);
    }

    /** Exchange time at a moment of wall time. */
    public Instant exchangeAt(Instant wall) {
        BigDecimal passed = BigDecimal.valueOf(nanos(wall) - originWallNanos).multiply(rate);
        return instant(
                originExchangeNanos + passed.setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    /** The moment of wall time at which it is a given exchange time. */
    public Instant wallAt(Instant exchange) {
        BigDecimal passed =
                BigDecimal.valueOf(nanos(exchange) - originExchangeNanos)
                        .divide(rate, 0, RoundingMode.FLOOR);
        return instant(originWallNanos + passed.longValueExact());
    }

    /** The next moment of wall time at which the exchange shows a time of day. */
    public Instant next(LocalTime time, Instant wall) {
        ZonedDateTime now = exchangeAt(wall).atZone(EXCHANGE_ZONE);
        ZonedDateTime then = now.with(time);
        return wallAt((then.isAfter(now) ? then : then.plusDays(1)).toInstant());
    }

    /** As the environment variable carries it. */
    @Override
    public String toString() {
        return originWallNanos + "," + originExchangeNanos + "," + rate.toPlainString();
    }

    private static long nanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
