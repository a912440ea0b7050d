package dev.monger.endurance;

import java.util.List;

/**
 * What a trial came to.
 *
 * @param done whether it reached its end; otherwise it goes on the next time
 * @param failures in words, each with what brings it back
 * @param figures lines for the report
 */
record Verdict(boolean done, List<String> failures, List<String> figures) {

    /** Keeps its own copies of the lists. */
    Verdict {
        failures = List.copyOf(failures);
        figures = List.copyOf(figures);
    }
}
