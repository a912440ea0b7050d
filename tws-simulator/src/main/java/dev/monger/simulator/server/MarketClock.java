package dev.monger.simulator.server;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Market time as a function of the machine's time: an origin in each, and a rate.
 *
 * @param originWallNanos machine time at the origin, nanoseconds since the Unix epoch
 * @param originExchangeNanos market time at the origin
 * @param rate market seconds per machine second
 */
public record MarketClock(long originWallNanos, long originExchangeNanos, BigDecimal rate) {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    /** Refuses a clock that stands still or goes back. */
    public MarketClock {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("Condition failed: rate above zero, given " + rate);
        }
    }

    /** Reads the form the launcher hands over: originWallNanos,originExchangeNanos,rate. */
    public static MarketClock parse(String text) throws BadInput {
        String[] parts = text.split(",", -1);
        if (parts.length == 3) {
            try {
                BigDecimal rate = new BigDecimal(parts[2].strip());
                if (rate.signum() > 0) {
                    return new MarketClock(
                            Long.parseLong(parts[0].strip()),
                            Long.parseLong(parts[1].strip()),
                            rate);
                }
            } catch (NumberFormatException e) {
                throw wrong(text);
            }
        }
        throw wrong(text);
    }

    private static BadInput wrong(String text) {
        return new BadInput(
                "MONGER_CLOCK: expected originWallEpochNanos,originExchangeEpochNanos,rate with a rate above zero, was '"
                        + text
                        + "'");
    }

    /** Market time at a machine time. */
    public long exchangeNanos(long wallNanos) {
        BigDecimal passed = BigDecimal.valueOf(wallNanos - originWallNanos).multiply(rate);
        return originExchangeNanos + passed.toBigInteger().min(LARGEST).longValue();
    }

    /** Whether market time runs quicker than the machine's. */
    public boolean isQuick() {
        return rate.compareTo(BigDecimal.ONE) > 0;
    }

    /** How much machine time a stretch of market time takes, rounded up. */
    public long wallNanosFor(long exchangeNanos) {
        return BigDecimal.valueOf(Math.max(0, exchangeNanos))
                .divide(rate, MathContext.DECIMAL64)
                .toBigInteger()
                .min(LARGEST)
                .longValue();
    }

    /** The form the launcher hands over. */
    public String text() {
        return originWallNanos + "," + originExchangeNanos + "," + rate.toPlainString();
    }
}
