package dev.monger.tws.codec;

import java.util.function.IntFunction;

/**
 * Short numbers as they stand on the wire, at most three characters and the NUL behind them, with
 * their length in the highest byte.
 */
final class Pieces {

    /** The bits that are characters. */
    static final int CHARACTERS = 0xFFFFFF;

    /** How far down the length, NUL included, has to be shifted. */
    static final int LENGTH_SHIFT = 24;

    /** From 0 to 999. */
    static final int[] NUMBERS = pieces(1000, Integer::toString);

    /** From 000 to 999. */
    static final int[] THREE_DIGITS =
            pieces(1000, value -> Integer.toString(1000 + value).substring(1));

    /** The point and what follows it, from .01 to .99; the first one is never written. */
    static final int[] HUNDREDTHS =
            pieces(
                    100,
                    value -> {
                        String two = Integer.toString(100 + value).substring(1);
                        return "." + (value % 10 == 0 ? two.substring(0, 1) : two);
                    });

    private Pieces() {}

    private static int[] pieces(int count, IntFunction<String> text) {
        int[] pieces = new int[count];
        for (int value = 0; value < count; value++) {
            pieces[value] = piece(text.apply(value));
        }
        return pieces;
    }

    private static int piece(String text) {
        int piece = (text.length() + 1) << LENGTH_SHIFT;
        for (int index = 0; index < text.length(); index++) {
            piece |= text.charAt(index) << (8 * index);
        }
        return piece;
    }
}
