package dev.monger.fleet.workload;

import dev.monger.fleet.checker.Violation;
import java.util.List;

/**
 * What came of a story.
 *
 * @param violations what must never be; empty when all is well
 * @param coverage what took effect
 * @param lines the story as it was seen, when it was to be told
 * @param steps of all engines together
 */
public record Outcome(
        List<Violation> violations, Coverage coverage, List<String> lines, long steps) {

    /** Whether nothing was wrong. */
    public boolean good() {
        return violations.isEmpty();
    }
}
