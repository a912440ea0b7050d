package dev.monger.engine.history;

import dev.monger.prediction.Features.ClosedBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Closed bars of one length by their start, with the holes between them. Bounded: the oldest leave.
 */
public final class BarSeries {

    private final long barNanos;
    private final int capacity;
    private final NavigableMap<Long, ClosedBar> bars = new TreeMap<>();

    /** What was last answered, until a bar comes: both questions are asked at every step. */
    private @Nullable Asked asked;

    private @Nullable Run run;

    private record Asked(long fromNanos, Optional<Hole> answer) {}

    private record Run(int atMost, List<ClosedBar> answer) {}

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
        if (bar.equals(bars.put(bar.startNanos(), bar))) {
            return;
        }
        asked = null;
        run = null;
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
        Asked last = asked;
        if (last == null || last.fromNanos() != fromNanos) {
            last = new Asked(fromNanos, searched(fromNanos));
            asked = last;
        }
        return last.answer();
    }

    private Optional<Hole> searched(long fromNanos) {
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
        Run last = run;
        if (last == null || last.atMost() != atMost) {
            last = new Run(atMost, List.copyOf(collected(atMost)));
            run = last;
        }
        return last.answer();
    }

    private List<ClosedBar> collected(int atMost) {
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
