package dev.monger.manager.assignments;

import dev.monger.core.model.Field;
import dev.monger.core.model.FieldCatalogue;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The keys that an assignment has, to tell what was meant by one that it has not. */
final class KnownKeys {

    private static final int NEAR = 3;
    private static final SortedSet<String> ALL = all();

    private KnownKeys() {}

    private static SortedSet<String> all() {
        TreeSet<String> keys = new TreeSet<>();
        for (Field field : FieldCatalogue.fields()) {
            keys.add(field.key());
        }
        return keys;
    }

    /** Says what would be right in place of a key that does not exist. */
    static String insteadOf(String key) {
        SortedSet<String> below = ALL.subSet(key + ".", key + "/");
        if (!below.isEmpty()) {
            return key + " has keys of its own: " + shortened(below, key.length() + 1);
        }
        return nearest(key.replaceFirst("^sizing[.]tiers[.][0-9.]+[.]", "sizing.tiers.*."))
                .map(near -> "there is no key " + key + "; did you mean " + near + "?")
                .orElse("there is no key " + key + "; there are " + String.join(", ", groups()));
    }

    private static String shortened(SortedSet<String> keys, int prefix) {
        return String.join(", ", keys.stream().map(key -> key.substring(prefix)).toList());
    }

    private static SortedSet<String> groups() {
        TreeSet<String> groups = new TreeSet<>();
        for (String key : ALL) {
            int dot = key.indexOf('.');
            groups.add(dot < 0 ? key : key.substring(0, dot));
        }
        return groups;
    }

    private static Optional<String> nearest(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        Optional<String> nearest = Optional.empty();
        int least = NEAR + 1;
        for (String known : ALL) {
            boolean sameWord = known.endsWith("." + last);
            int distance = sameWord ? NEAR : distance(key, known);
            if (distance < least) {
                least = distance;
                nearest = Optional.of(known);
            }
        }
        return nearest;
    }

    /** Counts the letters to insert, drop or change. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
