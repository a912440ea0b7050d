package dev.monger.tws.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads and writes decimal texts of the wire as {@code long} in units of 1e-8. */
public final class Decimals {

    /** No value: the wire had an empty field or the largest double. */
    public static final long UNSET = Long.MAX_VALUE;

    /** Without bound, legal only for the offset against the best competing price. */
    public static final long INFINITY = Long.MAX_VALUE - 1;

    /**
     * What {@link #parse(ByteBuffer, int, int)} gives for a text that is no decimal or too large.
     */
    public static final long MALFORMED = Long.MIN_VALUE;

    /** Units in one whole. */
    public static final long ONE = 100_000_000L;

    /** The most bytes {@link #write} needs. */
    public static final int MAX_TEXT_LENGTH = 21;

    private static final int SCALE = 8;

    /** How TWS says that there is no value; it says so often that it is known by its bytes. */
    private static final byte[] LARGEST_DOUBLE =
            "1.7976931348623157E308".getBytes(StandardCharsets.US_ASCII);

    private static final int UNSET_MAGNITUDE = 300;
    private static final int LONGEST_TEXT = 400;
    private static final long LARGEST = INFINITY - 1;
    private static final long OVERFLOW_GUARD = (LARGEST - 9) / 10;

    private Decimals() {}

    /** Tells whether a value was given. */
    public static boolean isSet(long valueE8) {
        return valueE8 != UNSET;
    }

    /** Returns a whole number in units of 1e-8; throws when it does not fit. */
    public static long ofWhole(long whole) {
        return Math.multiplyExact(whole, ONE);
    }

    /**
     * Reads a text such as {@code 150.25} that the caller vouches for.
     *
     * @throws IllegalArgumentException when it is no decimal
     */
    public static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long value = parse(bytes, 0, bytes.length);
        if (value == MALFORMED) {
            throw new IllegalArgumentException(
                    "Condition failed: a decimal within +-92233720368, not \"" + text + "\"");
        }
        return value;
    }

    /**
     * Reads the bytes in [from, to) as a decimal, rounding half to even beyond eight places.
     *
     * @return the value; {@link #UNSET} for no bytes or a magnitude from 1e300; {@link #INFINITY}
     *     for the three spellings of infinity; {@link #MALFORMED} for anything else
     */
    public static long parse(ByteBuffer bytes, int from, int to) {
        byte[] copy = new byte[to - from];
        bytes.get(from, copy);
        return parse(copy, 0, copy.length);
    }

    /** Reads the bytes in [from, to) as {@link #parse(ByteBuffer, int, int)} does. */
    public static long parse(byte[] bytes, int from, int to) {
        if (from == to) {
            return UNSET;
        }
        boolean negative = bytes[from] == '-';
        int at = negative ? from + 1 : from;
        long units = 0;
        int places = -1;
        int digits = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9 && units <= OVERFLOW_GUARD && places < SCALE) {
                units = units * 10 + digit;
                digits++;
                places = places >= 0 ? places + 1 : places;
            } else if (bytes[at] == '.' && places < 0) {
                places = 0;
            } else {
                return parseRare(bytes, from, to);
            }
        }
        if (digits == 0) {
            return MALFORMED;
        }
        for (int place = Math.max(places, 0); place < SCALE; place++) {
            if (units > OVERFLOW_GUARD) {
                return parseRare(bytes, from, to);
            }
            units *= 10;
        }
        return negative ? -units : units;
    }

    /** The long way for exponents, many places, thousands commas and the words for infinity. */
    private static long parseRare(byte[] bytes, int from, int to) {
        if (Arrays.equals(bytes, from, to, LARGEST_DOUBLE, 0, LARGEST_DOUBLE.length)) {
            return UNSET;
        }
        if (to - from > LONGEST_TEXT) {
            return MALFORMED;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return switch (text) {
            case "Infinity", "Infinite", "+Inf", "inf", "Inf" -> INFINITY;
            default -> isDecimal(text) ? unitsOf(text.replace(",", "")) : MALFORMED;
        };
    }

    /**
     * A grammar check before BigDecimal sees the text, so that no exception is ever a result.
     * Commas are the thousands separators of one client; they stand only before the point.
     */
    private static boolean isDecimal(String text) {
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int end = at;
        while (end < text.length() && isDigitOrComma(text.charAt(end))) {
            end++;
        }
        int digits = end > at && text.charAt(at) != ',' ? end - at : 0;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = skipDigits(text, end + 1);
            digits += fraction - end - 1;
            end = fraction;
        }
        if (digits == 0 || end == text.length()) {
            return digits > 0;
        }
        return isExponent(text, end);
    }

    private static boolean isExponent(String text, int from) {
        if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
            return false;
        }
        int at = from + 1;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int end = skipDigits(text, at);
        // Four digits hold every exponent of a double; more would only cost memory.
        return end == text.length() && end > at && end - at <= 4;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isDigitOrComma(char character) {
        return (character >= '0' && character <= '9') || character == ',';
    }

    private static long unitsOf(String text) {
        BigDecimal value = new BigDecimal(text);
        int magnitude = value.precision() - value.scale() - 1;
        if (value.signum() != 0 && magnitude >= UNSET_MAGNITUDE) {
            return value.signum() > 0 ? UNSET : MALFORMED;
        }
        if (value.signum() == 0 || magnitude < -SCALE - 1) {
            return 0;
        }
        if (magnitude > SCALE + 2) {
            return MALFORMED;
        }
        BigInteger units = value.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue();
        boolean fits = units.abs().compareTo(BigInteger.valueOf(LARGEST)) <= 0;
        return fits ? units.longValueExact() : MALFORMED;
    }

    /** Returns the plain text of a value that is set, without an exponent or needless zeros. */
    public static String text(long valueE8) {
        byte[] bytes = new byte[MAX_TEXT_LENGTH];
        int end = write(valueE8, false, bytes, 0);
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes a value that is set in plain notation.
     *
     * @param withPoint writes whole numbers as {@code 100.0}, the way TWS writes most prices
     * @return the index after the last byte
     */
    public static int write(long valueE8, boolean withPoint, byte[] target, int from) {
        int at = from;
        if (valueE8 < 0) {
            target[at++] = '-';
        }
        long whole = Math.abs(valueE8 / ONE);
        long fraction = Math.abs(valueE8 % ONE);
        at = writeWhole(whole, target, at);
        if (fraction == 0 && !withPoint) {
            return at;
        }
        target[at++] = '.';
        long unit = ONE / 10;
        do {
            target[at++] = (byte) ('0' + fraction / unit % 10);
            fraction %= unit;
            unit /= 10;
        } while (fraction != 0);
        return at;
    }

    private static int writeWhole(long whole, byte[] target, int from) {
        int digits = 1;
        for (long rest = whole / 10; rest != 0; rest /= 10) {
            digits++;
        }
        long rest = whole;
        for (int at = from + digits - 1; at >= from; at--) {
            target[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return from + digits;
    }
}
