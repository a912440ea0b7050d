package dev.monger.shell;

import dev.monger.engine.Now;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/**
 * The one place where a service reads a clock. Exchange time runs from an origin at a rate; the
 * monotonic clock and the wall clock are the machine's own.
 */
public final class MarketClock {

    private static final long MILLION = 1_000_000L;

    private final long originWallNanos;
    private final long originExchangeNanos;
    private final long rateMillionths;

    private MarketClock(long originWallNanos, long originExchangeNanos, long rateMillionths) {
        this.originWallNanos = originWallNanos;
        this.originExchangeNanos = originExchangeNanos;
        this.rateMillionths = rateMillionths;
    }

    /** Exchange time is wall time. */
    public static MarketClock real() {
        return new MarketClock(0, 0, MILLION);
    }

    /**
     * Reads {@code originWallEpochNanos,originExchangeEpochNanos,rate}; empty means real time.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public static MarketClock parse(String text) {
        if (text.isBlank()) {
            return real();
        }
        String[] parts = text.strip().split(",", -1);
        try {
            BigDecimal rate = new BigDecimal(parts.length == 3 ? parts[2].strip() : "");
            if (rate.signum() > 0 && rate.compareTo(BigDecimal.valueOf(10_000)) <= 0) {
                return new MarketClock(
                        Long.parseLong(parts[0].strip()),
                        Long.parseLong(parts[1].strip()),
                        rate.movePointRight(6).longValueExact());
            }
        } catch (NumberFormatException | ArithmeticException malformed) {
            throw new IllegalArgumentException(problem(text), malformed);
        }
        throw new IllegalArgumentException(problem(text));
    }

    private static String problem(String text) {
        return "Condition failed: MONGER_CLOCK as"
                + " originWallEpochNanos,originExchangeEpochNanos,rate with a rate above 0, at most"
                + " 10000, with at most 6 decimals, not \""
                + text
                + "\"";
    }

    /** Whether exchange time is wall time, as it has to be without our own simulator. */
    public boolean isReal() {
        return rateMillionths == MILLION && originWallNanos == originExchangeNanos;
    }

    /** Reads the clocks. */
    public Now now() {
        Instant wall = Instant.now();
        long wallNanos = wall.getEpochSecond() * 1_000_000_000L + wall.getNano();
        return new Now(exchangeAt(wallNanos), System.nanoTime(), wallNanos);
    }

    long exchangeAt(long wallNanos) {
        return originExchangeNanos + scaled(wallNanos - originWallNanos, rateMillionths, MILLION);
    }

    /** How long until exchange time has moved on so far; negative when it is past. */
    public long realNanosFor(long exchangeNanos) {
        return scaled(exchangeNanos, MILLION, rateMillionths);
    }

    /**
     * How often something may happen in a real second that may happen so often in one of the
     * market's. A replay that runs sixty times as fast trades sixty times as often; a pace counted
     * in real seconds would let its orders wait until their time is over.
     */
    public int perRealSecond(int perMarketSecond) {
        return Math.toIntExact(
                Math.max(perMarketSecond, scaled(perMarketSecond, rateMillionths, MILLION)));
    }

    private static long scaled(long nanos, long multiplier, long divisor) {
        if (multiplier == divisor) {
            return nanos;
        }
        return BigInteger.valueOf(nanos)
                .multiply(BigInteger.valueOf(multiplier))
                .divide(BigInteger.valueOf(divisor))
                .longValueExact();
    }
}
