package dev.monger.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was asked of the simulator beside what it gave: a soak of less than it says is no evidence.
 *
 * @param flowed whether every line of every client showed something before the run began
 * @param updates of all lines together
 */
record SoakLoad(SoakSettings settings, boolean flowed, long updates, long tookNanos) {

    /** Timers are late and never early, so a little less than what was asked is all of it. */
    private static final double LEAST_SHARE = 0.9;

    double updatesOfALine() {
        return updates / (tookNanos / 1e9) / ((double) settings.clients() * settings.lines());
    }

    List<String> failures() {
        List<String> failures = new ArrayList<>();
        if (!flowed) {
            failures.add("not all lines showed anything after two minutes");
        }
        if (updatesOfALine() < LEAST_SHARE * settings.updates()) {
            failures.add(
                    String.format(
                            Locale.ROOT,
                            "%.1f updates a second of each line, not the %d asked for",
                            updatesOfALine(),
                            settings.updates()));
        }
        return failures;
    }
}
