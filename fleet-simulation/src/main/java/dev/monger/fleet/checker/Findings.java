package dev.monger.fleet.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The violations of one story, in the order in which they were seen. */
public final class Findings {

    private static final int MOST = 20;

    private final LongSupplier clock;
    private final List<Violation> found = new ArrayList<>();

    /** Begins with none; the clock tells the nanoseconds since the story began. */
    public Findings(LongSupplier clock) {
        this.clock = clock;
    }

    /** Notes a violation. */
    public void add(int invariant, String text) {
        if (found.size() < MOST) {
            found.add(new Violation(invariant, clock.getAsLong(), text));
        }
    }

    /** Whether nothing was found. */
    public boolean none() {
        return found.isEmpty();
    }

    /** What was found. */
    public List<Violation> all() {
        return List.copyOf(found);
    }
}
