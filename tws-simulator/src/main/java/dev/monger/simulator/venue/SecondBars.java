package dev.monger.simulator.venue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One-second bars of one instrument and one kind, from which every longer bar is made.
 *
 * <p>Seconds without an event have no bar. Kept as plain arrays: a day of one kind is a few
 * megabytes.
 */
public final class SecondBars {
    private static final int FIELDS = 8;
    private static final long ONE_E8 = 100_000_000L;
    private static final long NOT_OF_TRADES = -1;
    private static final long MINUTE = 60;

    private final boolean trades;
    private final int maximum;
    private final List<Bar> minutes = new ArrayList<>();
    private long[] cells = new long[FIELDS * 1024];
    private int size;

    /**
     * Bars that keep the newest {@code maximum} seconds; when full, of the older half only minutes
     * are left, which bars of a minute are made from.
     */
    public SecondBars(boolean trades, int maximum) {
        this.trades = trades;
        this.maximum = maximum;
    }

    /** A price was seen at a market time; {@code shares} counts only for bars of trades. */
    public void add(long nanos, long priceE8, long shares) {
        long second = Math.floorDiv(nanos, 1_000_000_000L);
        int last = (size - 1) * FIELDS;
        if (size > 0 && cells[last] == second) {
            cells[last + 2] = Math.max(cells[last + 2], priceE8);
            cells[last + 3] = Math.min(cells[last + 3], priceE8);
            cells[last + 4] = priceE8;
            cells[last + 5] += shares;
            cells[last + 6] += priceE8 * shares;
            cells[last + 7]++;
            return;
        }
        makeRoom();
        int at = size * FIELDS;
        cells[at] = second;
        Arrays.fill(cells, at + 1, at + 5, priceE8);
        cells[at + 5] = shares;
        cells[at + 6] = priceE8 * shares;
        cells[at + 7] = 1;
        size++;
    }

    /**
     * Bars of {@code barSeconds} over {@code fromSecond} (inclusive) to {@code untilSecond}
     * (exclusive), aligned to {@code offsetSeconds} past the epoch.
     */
    public List<Bar> between(
            long fromSecond, long untilSecond, long barSeconds, long offsetSeconds) {
        List<Bar> bars = new ArrayList<>();
        if (barSeconds == MINUTE) {
            minutes.stream()
                    .filter(bar -> bar.startSecond() >= fromSecond)
                    .filter(bar -> bar.startSecond() < untilSecond)
                    .forEach(bars::add);
        }
        Summary summary = new Summary();
        for (int i = firstAtOrAfter(fromSecond); i < size; i++) {
            int at = i * FIELDS;
            if (cells[at] >= untilSecond) {
                break;
            }
            long start =
                    Math.floorDiv(cells[at] - offsetSeconds, barSeconds) * barSeconds
                            + offsetSeconds;
            if (summary.count > 0 && start != summary.start) {
                bars.add(summary.bar());
                summary = new Summary();
            }
            summary.add(start, at);
        }
        if (summary.count > 0) {
            bars.add(summary.bar());
        }
        return bars;
    }

    /** The first second there is a bar of, or −1. */
    public long firstSecond() {
        return size == 0 ? -1 : cells[0];
    }

    /** Keeps of the seconds that are about to be dropped their minutes. */
    private void archive(int dropped) {
        Summary minute = new Summary();
        for (int i = 0; i < dropped; i++) {
            long start = Math.floorDiv(cells[i * FIELDS], MINUTE) * MINUTE;
            if (minute.count > 0 && start != minute.start) {
                minutes.add(minute.bar());
                minute = new Summary();
            }
            minute.add(start, i * FIELDS);
        }
        minutes.add(minute.bar());
    }

    private int firstAtOrAfter(long second) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[middle * FIELDS] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void makeRoom() {
        if (size == maximum) {
            int dropped = maximum / 2;
            archive(dropped);
            System.arraycopy(cells, dropped * FIELDS, cells, 0, (size - dropped) * FIELDS);
            size -= dropped;
        }
        if ((size + 1) * FIELDS > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
    }

    private final class Summary {
        private long start;
        private long open;
        private long high;
        private long low;
        private long close;
        private long shares;
        private long value;
        private int count;

        void add(long barStart, int at) {
            if (count == 0) {
                start = barStart;
                open = cells[at + 1];
                high = cells[at + 2];
                low = cells[at + 3];
            }
            high = Math.max(high, cells[at + 2]);
            low = Math.min(low, cells[at + 3]);
            close = cells[at + 4];
            shares += cells[at + 5];
            value += cells[at + 6];
            count += (int) cells[at + 7];
        }

        Bar bar() {
            if (!trades) {
                return new Bar(
                        start, open, high, low, close, NOT_OF_TRADES, NOT_OF_TRADES * ONE_E8, -1);
            }
            return new Bar(
                    start,
                    open,
                    high,
                    low,
                    close,
                    shares,
                    shares == 0 ? close : value / shares,
                    count);
        }
    }
}
