package dev.monger.core.model;

import java.time.Duration;

/** Refusals that the groups of an assignment share. */
final class Bounds {

    private Bounds() {}

    static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw refused(name, "a duration above zero", value);
        }
        fits(name, value);
    }

    static void zeroOrMore(String name, Duration value) {
        if (value.isNegative()) {
            throw refused(name, "a duration of zero or above", value);
        }
        fits(name, value);
    }

    static void within(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw refused(name, lowest + " to " + highest, value);
        }
    }

    private static void fits(String name, Duration value) {
        if (value.compareTo(Duration.ofDays(3650)) > 0) {
            throw refused(name, "at most 3650 days", value);
        }
    }

    private static IllegalArgumentException refused(String name, String right, Object value) {
        return new IllegalArgumentException(
                "Condition failed: " + name + " must be " + right + ", not " + value);
    }
}
