package dev.monger.engine.history;

import dev.monger.prediction.Features.ClosedBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Closed bars of one length by their start, with the holes between them. Bounded: the oldest leave.
 */
public final class BarSeries {

    private final long barNanos;
    private final int capacity;
    private final NavigableMap<Long, ClosedBar> bars = new TreeMap<>();

    /** Makes an empty series of at most {@code capacity} bars. */
    public BarSeries(long barNanos, int capacity) {
        if (barNanos <= 0 || capacity <= 0) {
            throw new IllegalArgumentException(
                    "Condition failed: bar length and capacity above zero");
        }
        this.barNanos = barNanos;
        this.capacity = capacity;
    }

    /** Length of a bar. */
    public long barNanos() {
        return barNanos;
    }

    /** Takes a closed bar; a later word about the same start replaces the earlier one. */
    public void put(ClosedBar bar) {
        if (Math.floorMod(bar.startNanos(), barNanos) != 0) {
            return;
        }
        bars.put(bar.startNanos(), bar);
        while (bars.size() > capacity) {
            bars.pollFirstEntry();
        }
    }

    /** Returns the start of the newest closed bar. */
    public Optional<Long> newestStart() {
        return bars.isEmpty() ? Optional.empty() : Optional.of(bars.lastKey());
    }

    /** Returns the first hole, if any, at or after a time. */
    public Optional<Hole> firstHole(long fromNanos) {
        Long previous = null;
        for (Long start : bars.tailMap(fromNanos, true).keySet()) {
            if (previous != null && start - previous > barNanos) {
                return Optional.of(new Hole(previous + barNanos, start));
            }
            previous = start;
        }
        return Optional.empty();
    }

    /**
     * Fills a hole, of which the broker has confirmed that nothing traded in it, with bars standing
     * at the close before it.
     */
    public void fillFlat(Hole hole) {
        Map.Entry<Long, ClosedBar> before = bars.lowerEntry(hole.fromNanos());
        if (before == null) {
            return;
        }
        long close = before.getValue().closeE8();
        for (long start = hole.fromNanos(); start < hole.toNanos(); start += barNanos) {
            if (!bars.containsKey(start)) {
                put(new ClosedBar(start, close, close, close, close, 0));
            }
        }
    }

    /** Returns the newest bars that follow one another without a hole, oldest first. */
    public List<ClosedBar> newestWithoutHole(int atMost) {
        List<ClosedBar> newestFirst = new ArrayList<>();
        Long expected = null;
        for (ClosedBar bar : bars.descendingMap().values()) {
            if (newestFirst.size() == atMost
                    || (expected != null && bar.startNanos() != expected)) {
                break;
            }
            newestFirst.add(bar);
            expected = bar.startNanos() - barNanos;
        }
        return newestFirst.reversed();
    }

    /**
     * A stretch of time in which bars are missing.
     *
     * @param fromNanos start of the first missing bar
     * @param toNanos start of the bar behind the last missing one
     */
    public record Hole(long fromNanos, long toNanos) {}
}
