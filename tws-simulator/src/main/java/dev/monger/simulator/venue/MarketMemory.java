package dev.monger.simulator.venue;

import java.util.ArrayDeque;
import java.util.Deque;

/** How a market stood at each second of the last sixteen minutes, for those who see it late. */
final class MarketMemory {
    private static final long SECOND = 1_000_000_000L;
    private static final long KEPT_SECONDS = 960;

    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(long second, MarketMoment moment) {}

    /** The market stands like this from now on. */
    void keep(long nanos, MarketMoment moment) {
        long second = Math.floorDiv(nanos, SECOND);
        Entry last = entries.peekLast();
        if (last != null && last.second() == second) {
            entries.removeLast();
        }
        entries.addLast(new Entry(second, moment));
        while (entries.size() > 1 && secondOldest() <= second - KEPT_SECONDS) {
            entries.removeFirst();
        }
    }

    private long secondOldest() {
        var iterator = entries.iterator();
        iterator.next();
        return iterator.next().second();
    }

    /** How it stood then; before the first moment, as at the first. */
    MarketMoment at(long nanos, MarketMoment unknown) {
        long second = Math.floorDiv(nanos, SECOND);
        MarketMoment found = null;
        for (Entry entry : entries) {
            if (found != null && entry.second() > second) {
                break;
            }
            found = entry.moment();
        }
        return found == null ? unknown : found;
    }
}
