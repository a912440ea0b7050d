package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;
import java.util.Arrays;

/**
 * Where the fields of a usual message are written, without a look at each for room and errors: room
 * is made once, and whether everything was usual is asked once.
 */
final class Sheet {

    /** More than all numbers of a message take. */
    private static final int ROOM_FOR_NUMBERS = 256;

    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int BELOW = 100_000_000;

    private static final int KNOWN_TEXTS = 64;
    private static final int LONGEST_KNOWN = 2 * Words.BYTES - 1;

    private final String[] known = new String[KNOWN_TEXTS];
    private final long[] firsts = new long[KNOWN_TEXTS];
    private final long[] seconds = new long[KNOWN_TEXTS];
    private byte[] bytes = {};
    private int at;
    private long wrong;

    Sheet() {
        Arrays.fill(known, "");
    }

    /** Begins where a writer is. */
    void begin(FieldWriter writer, int longest) {
        bytes = writer.room(longest + ROOM_FOR_NUMBERS);
        at = writer.position();
        wrong = 0;
    }

    /** Lets the writer go on behind what was written; false when something was not usual. */
    boolean end(FieldWriter writer) {
        if (wrong == 0) {
            writer.goOn(at);
        }
        return wrong == 0;
    }

    /** Copies bytes up to the last word, which is there so that they can be copied by words. */
    void copy(byte[] padded) {
        int length = padded.length - Words.BYTES;
        if (length <= Words.BYTES) {
            Words.put(bytes, at, Words.at(padded, 0));
        } else {
            System.arraycopy(padded, 0, bytes, at, length);
        }
        at += length;
    }

    /** A text that comes again and again, the very same object. */
    @SuppressWarnings("ReferenceEquality")
    void knownText(String value) {
        int slot = value.hashCode() & (KNOWN_TEXTS - 1);
        if (known[slot] == value) {
            Words.put(bytes, at, firsts[slot]);
            Words.put(bytes, at + Words.BYTES, seconds[slot]);
            at += value.length() + 1;
        } else {
            learn(value, slot);
        }
    }

    private void learn(String value, int slot) {
        int from = at;
        text(value);
        if (value.length() <= LONGEST_KNOWN && wrong == 0) {
            Words.put(bytes, at, 0);
            Words.put(bytes, at + Words.BYTES, 0);
            firsts[slot] = Words.at(bytes, from);
            seconds[slot] = Words.at(bytes, from + Words.BYTES);
            known[slot] = value;
        }
    }

    void text(String value) {
        byte[] target = bytes;
        int from = at;
        int length = value.length();
        int all = 0;
        for (int index = 0; index < length; index++) {
            int character = value.charAt(index);
            // Whatever is above 0x7f or, being 0, below 1.
            all |= (character - 1) | character;
            target[from + index] = (byte) character;
        }
        wrong |= all & ~0x7f;
        target[from + length] = 0;
        at = from + length + 1;
    }

    void flag(boolean value) {
        bytes[at] = (byte) (value ? '1' : '0');
        bytes[at + 1] = 0;
        at += 2;
    }

    /** A number of at most eight digits. */
    void number(int value) {
        if (value >= 0 && value < THOUSAND) {
            piece(Pieces.NUMBERS[value]);
        } else if (value >= 0 && value < MILLION) {
            int thousands = value / THOUSAND;
            piece(Pieces.NUMBERS[thousands]);
            at--;
            piece(Pieces.THREE_DIGITS[value - thousands * THOUSAND]);
        } else {
            wrong |= (value | (BELOW - 1 - value)) & Integer.MIN_VALUE;
            long digits = Words.digitsOf(value);
            Words.put(bytes, at, Words.characters(digits));
            at += Words.length(digits);
            bytes[at++] = 0;
        }
    }

    private void piece(int piece) {
        Words.putHalf(bytes, at, piece & Pieces.CHARACTERS);
        at += piece >>> Pieces.LENGTH_SHIFT;
    }

    /** A decimal that may be missing, as a client writes it. */
    void optional(long valueE8) {
        if (valueE8 == Decimals.UNSET) {
            bytes[at++] = 0;
            return;
        }
        long whole = valueE8 / Decimals.ONE;
        int units = (int) (valueE8 - whole * Decimals.ONE);
        wrong |= valueE8 & Long.MIN_VALUE;
        number((int) Math.min(whole, BELOW));
        if (units != 0) {
            fraction(units);
        }
    }

    private void fraction(int units) {
        at--;
        int hundredths = units / MILLION;
        if (units == hundredths * MILLION && units > 0) {
            piece(Pieces.HUNDREDTHS[hundredths]);
        } else {
            bytes[at] = '.';
            long digits = Words.digitsOf(units & Integer.MAX_VALUE);
            Words.put(bytes, at + 1, Words.fraction(digits));
            at += 1 + Words.fractionLength(digits);
            bytes[at++] = 0;
        }
    }
}
