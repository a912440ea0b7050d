package dev.monger.tws.codec;

import java.nio.charset.StandardCharsets;

/**
 * Turns bytes into texts, giving out the same text again for bytes that come again and again, such
 * as a currency or a status: most texts of the wire then cost no memory.
 */
final class Texts {

    /** The longest text that is kept. */
    static final int LONGEST_KEPT = 2 * Words.BYTES - 1;

    private static final int SLOT_BITS = 8;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] firsts = new long[1 << SLOT_BITS];
    private final long[] seconds = new long[1 << SLOT_BITS];
    private final String[] kept = new String[1 << SLOT_BITS];

    /** Returns the bytes in [from, to) as UTF-8; behind them a word must be there. */
    String text(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < Words.BYTES) {
            long word = Words.first(Words.at(bytes, from), length << 3);
            return kept(word, 0, bytes, from, to);
        }
        if (length <= LONGEST_KEPT) {
            int rest = (length - Words.BYTES) << 3;
            long word = Words.first(Words.at(bytes, from + Words.BYTES), rest);
            return kept(Words.at(bytes, from), word, bytes, from, to);
        }
        return made(bytes, from, to);
    }

    private String kept(long first, long second, byte[] bytes, int from, int to) {
        if (first == 0) {
            return "";
        }
        long mixed = (first ^ (second * SPREAD)) * SPREAD;
        int slot = (int) (mixed >>> (Long.SIZE - SLOT_BITS));
        if (firsts[slot] != first || seconds[slot] != second) {
            // Texts that share a slot take turns in it.
            firsts[slot] = first;
            seconds[slot] = second;
            kept[slot] = made(bytes, from, to);
        }
        return kept[slot];
    }

    private static String made(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
