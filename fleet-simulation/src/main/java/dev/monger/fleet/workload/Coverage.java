package dev.monger.fleet.workload;

import java.util.SortedMap;
import java.util.TreeMap;

/** How often each thing that matters took effect, over one story or over many. */
public final class Coverage {

    private final SortedMap<String, Long> counts = new TreeMap<>();

    /** It took effect. */
    public void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Adds what another has counted. */
    public void add(Coverage other) {
        other.counts.forEach((what, times) -> counts.merge(what, times, Long::sum));
    }

    /** How often something took effect. */
    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All counts, by name. */
    public SortedMap<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
