package dev.monger.launcher.simulation;

import dev.monger.fleet.workload.Outcome;
import dev.monger.fleet.workload.Performance;
import dev.monger.fleet.workload.ScriptWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Plays seeds until an invariant is broken, and says which; for classes with a planted bug. */
public final class FirstFailure {

    static final int CAUGHT = 10;

    private FirstFailure() {}

    /** Plays as many seeds as the argument says, or fewer. */
    public static void main(String[] arguments) {
        long seeds = Long.parseLong(arguments[0]);
        for (long seed = 1; seed <= seeds; seed++) {
            Outcome outcome = Performance.play(ScriptWriter.write(seed), false);
            if (!outcome.good()) {
                new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                        .println("seed " + seed + ", " + outcome.violations().getFirst());
                System.exit(CAUGHT);
            }
        }
    }
}
