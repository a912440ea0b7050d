package dev.monger.simulator.venue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be done at which market time; deeds of one time are done in the order they were asked
 * for.
 */
public final class Agenda {
    private final TreeMap<Long, Deque<Runnable>> deeds = new TreeMap<>();

    /** Asks for a deed at a time; a time already past means as soon as {@link #doDue} runs. */
    public void at(long nanos, Runnable deed) {
        deeds.computeIfAbsent(nanos, _ -> new ArrayDeque<>()).add(deed);
    }

    /** The time of the earliest deed, {@link MarketSource#NOTHING_LEFT} when there is none. */
    public long nextNanos() {
        return deeds.isEmpty() ? MarketSource.NOTHING_LEFT : deeds.firstKey();
    }

    /** Does what is due at this time or before, deeds that those ask for included. */
    public void doDue(long nanos) {
        while (!deeds.isEmpty() && deeds.firstKey() <= nanos) {
            Map.Entry<Long, Deque<Runnable>> first = deeds.firstEntry();
            Runnable deed = first.getValue().removeFirst();
            if (first.getValue().isEmpty()) {
                deeds.remove(first.getKey());
            }
            deed.run();
        }
    }
}
