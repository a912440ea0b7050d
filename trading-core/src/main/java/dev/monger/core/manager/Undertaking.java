package dev.monger.core.manager;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A command under way or ended.
 *
 * @param order what was asked
 * @param parts how far it has come, by target: a ticker, or {@code *} for the account's guard
 */
public record Undertaking(FleetOrder order, SortedMap<String, Part> parts) {

    /** Keeps an immutable copy. */
    public Undertaking {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Tells whether every target has ended it. */
    public boolean ended() {
        return parts.values().stream().allMatch(Part::ended);
    }

    /** Tells whether every target has done it. */
    public boolean done() {
        return parts.values().stream().allMatch(Part.Done.class::isInstance);
    }

    Undertaking with(String target, Part part) {
        TreeMap<String, Part> changed = new TreeMap<>(parts);
        changed.put(target, part);
        return new Undertaking(order, changed);
    }
}
