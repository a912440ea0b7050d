package dev.monger.shell.environment;

import java.util.List;

/** Finds the word that was probably meant. */
final class Nearest {

    private Nearest() {}

    /** Returns the one that takes the fewest single letters to change into; the first of equals. */
    static String of(String word, List<String> known) {
        String nearest = known.getFirst();
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int changes = changes(word, candidate);
            if (changes < least) {
                least = changes;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Letters to insert, remove or replace. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
