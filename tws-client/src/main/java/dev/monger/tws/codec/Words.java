package dev.monger.tws.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: where a field ends and what its digits say, without a branch per byte. The
 * first byte of a word is its lowest one; lengths are counted in bits, eight for each character.
 */
final class Words {

    /** Bytes in a word. */
    static final int BYTES = Long.BYTES;

    /** The bits of a word, and what is answered when something is not in it. */
    static final int BITS = Long.SIZE;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle HALF =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ZERO_DIGITS = 0x3030303030303030L;
    private static final long POINTS = ONES * ('.' ^ '0');

    /** Added to a byte of at most nine it leaves the high bit alone. */
    private static final long TOO_LARGE_FOR_NINE = ONES * (0x7f - 9);

    private static final long EVERY_FOURTH = 0x000000FF000000FFL;
    private static final long HUNDRED_AND_MILLION = 100 + (1_000_000L << 32);
    private static final long ONE_AND_TEN_THOUSAND = 1 + (10_000L << 32);

    private Words() {}

    /** Returns the eight bytes from an index on; all of them must be there. */
    static long at(byte[] bytes, int index) {
        return (long) WORD.get(bytes, index);
    }

    /** Returns how many bits stand before the first NUL. */
    static int beforeNul(long word) {
        return beforeZero(word);
    }

    private static int beforeZero(long word) {
        // The lowest bit that is left is that of the first zero; higher ones may lie.
        return Long.numberOfTrailingZeros((word - ONES) & ~word & HIGH_BITS) & -BYTES;
    }

    /** Returns the first bits of a word alone, at most 56. */
    static long first(long word, int bits) {
        return word & ~(-1L << bits);
    }

    /** Turns the first characters of a word, at least one, into digits, the last one in front. */
    static long digits(long word, int bits) {
        return (word ^ ZERO_DIGITS) << -bits;
    }

    /** Returns how many bits of digits stand before the point. */
    static int beforePoint(long digits) {
        return beforeZero(digits ^ POINTS);
    }

    /** Takes the point from between digits. */
    static long withoutPoint(long digits, int beforePoint) {
        long mask = -1L << beforePoint;
        return ((digits & ~mask) << 8) | (digits & (mask << 8));
    }

    /** Returns how many digits stand behind the point. */
    static int places(int beforePoint) {
        return (BITS - BYTES - beforePoint) >>> 3;
    }

    /** Returns 0 when there are only digits. */
    static long notDigits(long digits) {
        return ((digits + TOO_LARGE_FOR_NINE) | digits) & HIGH_BITS;
    }

    /** Returns what eight digits say: first by pairs, then all pairs at once. */
    static long number(long digits) {
        long pairs = digits * 10 + (digits >>> 8);
        long left = (pairs & EVERY_FOURTH) * HUNDRED_AND_MILLION;
        long right = ((pairs >>> 16) & EVERY_FOURTH) * ONE_AND_TEN_THOUSAND;
        return (left + right) >>> 32;
    }

    /** Puts eight bytes from an index on; all of them must be there. */
    static void put(byte[] bytes, int index, long word) {
        WORD.set(bytes, index, word);
    }

    /** Puts four bytes from an index on; all of them must be there. */
    static void putHalf(byte[] bytes, int index, int half) {
        HALF.set(bytes, index, half);
    }

    /** Returns the eight digits of a number below a hundred million. */
    static long digitsOf(int number) {
        int high = number / 10_000;
        long fours = high | (long) (number - high * 10_000) << 32;
        long hundreds = ((fours * 10_486) >>> 20) & 0x0000007F0000007FL;
        long pairs = hundreds | (fours - hundreds * 100) << 16;
        long tens = ((pairs * 103) >>> 10) & 0x000F000F000F000FL;
        return tens | (pairs - tens * 10) << 8;
    }

    /** Turns digits into the characters of a number, without leading zeros but one for zero. */
    static long characters(long digits) {
        return (digits | ZERO_DIGITS) >>> leadingZeros(digits);
    }

    /** Returns how many characters that is. */
    static int length(long digits) {
        return BYTES - (leadingZeros(digits) >>> 3);
    }

    private static int leadingZeros(long digits) {
        return Math.min(Long.numberOfTrailingZeros(digits), BITS - BYTES) & -BYTES;
    }

    /** Turns digits into the characters of a fraction. */
    static long fraction(long digits) {
        return digits | ZERO_DIGITS;
    }

    /** Returns how many characters of a fraction count, at least one. */
    static int fractionLength(long digits) {
        return Math.max(1, BYTES - (Long.numberOfLeadingZeros(digits) >>> 3));
    }
}
