package dev.monger.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Arithmetic on amounts held as one {@code long} in units of 1e-8, products in 128 bits. */
public final class FixedPoint {

    /** Units in one whole. */
    public static final long ONE = 100_000_000L;

    /** Decimal places of a unit. */
    public static final int SCALE = 8;

    private static final BigInteger ONE_BIG = BigInteger.valueOf(ONE);

    /** What is smaller can be multiplied by one whole without leaving 64 bits, and added to. */
    private static final long FITS = Long.MAX_VALUE / ONE - 1;

    private FixedPoint() {}

    /**
     * Reads a decimal.
     *
     * @throws IllegalArgumentException when the value needs more than eight places or does not fit
     */
    public static long unitsOf(BigDecimal value) {
        try {
            return value.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
        } catch (ArithmeticException refused) {
            throw new IllegalArgumentException(
                    "Condition failed: a decimal with at most 8 places within +-92233720368, not "
                            + value,
                    refused);
        }
    }

    /** Returns the amount as a decimal without trailing zeros and without an exponent. */
    public static BigDecimal decimalOf(long units) {
        BigDecimal stripped = BigDecimal.valueOf(units, SCALE).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Multiplies two amounts, rounding half to even at the last unit. */
    public static long multiply(long left, long right) {
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            return divideHalfEven(low, ONE);
        }
        return halfEven(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)), ONE_BIG);
    }

    /**
     * Divides two amounts, rounding half to even at the last unit.
     *
     * @throws IllegalArgumentException when the divisor is zero
     */
    public static long divide(long dividend, long divisor) {
        if (divisor == 0) {
            throw new IllegalArgumentException("Condition failed: divisor is not zero");
        }
        long whole = dividend / divisor;
        long rest = dividend % divisor;
        if (divisor > 0 && divisor < FITS && Math.abs(whole) < FITS && Math.abs(rest) < FITS) {
            // Whole times one is even: the rest alone decides to which side a half goes.
            return whole * ONE + divideHalfEven(rest * ONE, divisor);
        }
        return halfEven(
                BigInteger.valueOf(dividend).multiply(ONE_BIG), BigInteger.valueOf(divisor));
    }

    private static long divideHalfEven(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long twice = Math.abs(dividend % divisor) * 2;
        boolean away = twice > divisor || (twice == divisor && (quotient & 1) != 0);
        return away ? quotient + Long.signum(dividend) : quotient;
    }

    private static long halfEven(BigInteger dividend, BigInteger divisor) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact()
                .longValueExact();
    }
}
