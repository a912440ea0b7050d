package dev.monger.simulator.venue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instrument did before the simulation began, made day by day when somebody asks: two years
 * of minutes that end where the simulation's first price is.
 *
 * <p>It follows from the instrument and from when the simulation begins, and from no seed, so that
 * a symbol has one past. Bars of less than a minute run from the minute's open through its high and
 * low to its close.
 */
final class Past {
    private static final long SECOND = 1_000_000_000L;
    private static final int DAYS = 520;
    private static final int KEPT_DAYS = 64;
    private static final int FIELDS = 6;

    private final Instrument instrument;
    private final TradingCalendar calendar;
    private final long startNanos;
    private final List<LocalDate> dates = new ArrayList<>();
    private final List<Long> closes = new ArrayList<>();
    private final Map<Integer, long[]> days = new LinkedHashMap<>();

    /** A past that ends at a moment, whose last whole day closed at a price. */
    Past(Instrument instrument, TradingCalendar calendar, long startNanos, long closeE8) {
        this.instrument = instrument;
        this.calendar = calendar;
        this.startNanos = startNanos;
        SeededRandom random = new SeededRandom(1, instrument.symbol() + " past");
        LocalDate today = calendar.day(startNanos);
        long close = closeE8;
        LocalDate date = today.minusDays(1);
        while (dates.size() < DAYS) {
            if (calendar.isTradingDay(date)) {
                dates.addFirst(date);
                closes.addFirst(close);
                close = Math.max(least(), rounded(close - random.nearlyNormal(daily(close))));
            }
            date = date.minusDays(1);
        }
        if (calendar.isTradingDay(today)) {
            dates.addLast(today);
            closes.addLast(instrument.character().startPriceE8());
        }
    }

    /** The first second there is anything of; in regular hours only, or in all. */
    long firstSecond(boolean regular) {
        LocalDate first = dates.getFirst();
        long nanos = regular ? calendar.openNanos(first) : calendar.firstNanos(first);
        return Math.floorDiv(nanos, SECOND);
    }

    /**
     * Bars of at most a minute, a divisor of it, over {@code fromSecond} (inclusive) to {@code
     * untilSecond} (exclusive).
     */
    List<Bar> between(BarKind kind, long fromSecond, long untilSecond, long barSeconds) {
        List<Bar> bars = new ArrayList<>();
        LocalDate first = calendar.day(fromSecond * SECOND);
        LocalDate last = calendar.day(untilSecond * SECOND);
        for (int day = 0; day < dates.size(); day++) {
            LocalDate date = dates.get(day);
            if (!date.isBefore(first) && !date.isAfter(last)) {
                add(bars, day, new Wanted(kind, fromSecond, untilSecond, barSeconds));
            }
        }
        return bars;
    }

    private record Wanted(BarKind kind, long fromSecond, long untilSecond, long barSeconds) {
        boolean holds(long second) {
            return second >= fromSecond && second < untilSecond;
        }
    }

    private void add(List<Bar> bars, int day, Wanted wanted) {
        long[] minutes = minutes(day);
        for (int at = 0; at < minutes.length; at += FIELDS) {
            boolean near =
                    minutes[at] + 60 > wanted.fromSecond() && minutes[at] < wanted.untilSecond();
            if (!near) {
                continue;
            }
            if (wanted.barSeconds() == 60) {
                if (wanted.holds(minutes[at])) {
                    bars.add(shown(wanted.kind(), minutes, at));
                }
            } else {
                addParts(bars, minutes, at, wanted);
            }
        }
    }

    private void addParts(List<Bar> bars, long[] minutes, int at, Wanted wanted) {
        long size = wanted.barSeconds();
        long open = minutes[at + 1];
        for (long offset = 0; offset < 60; offset += size) {
            long close = along(minutes, at, offset + size);
            long[] part = {
                minutes[at] + offset,
                open,
                peak(minutes, at, offset, size, true),
                peak(minutes, at, offset, size, false),
                close,
                minutes[at + 5] * (offset + size) / 60 - minutes[at + 5] * offset / 60
            };
            open = close;
            if (wanted.holds(part[0]) && (part[5] > 0 || wanted.kind() != BarKind.TRADES)) {
                bars.add(shown(wanted.kind(), part, 0));
            }
        }
    }

    /** The price after so many seconds of a minute, on the way open, extremes, close. */
    private long along(long[] minutes, int at, long second) {
        boolean rises = minutes[at + 4] >= minutes[at + 1];
        long first = rises ? minutes[at + 3] : minutes[at + 2];
        long extreme = rises ? minutes[at + 2] : minutes[at + 3];
        if (second <= 15) {
            return between(minutes[at + 1], first, second, 15);
        }
        return second <= 40
                ? between(first, extreme, second - 15, 25)
                : between(extreme, minutes[at + 4], second - 40, 20);
    }

    private long peak(long[] minutes, int at, long offset, long size, boolean high) {
        long best = along(minutes, at, offset);
        for (long second = offset; second <= offset + size; second++) {
            long price = along(minutes, at, second);
            best = high ? Math.max(best, price) : Math.min(best, price);
        }
        return best;
    }

    private long between(long from, long to, long part, long whole) {
        return rounded(from + (to - from) * part / whole);
    }

    private Bar shown(BarKind kind, long[] cells, int at) {
        long shift = shift(kind);
        long shares = cells[at + 5];
        if (kind != BarKind.TRADES) {
            return new Bar(
                    cells[at],
                    cells[at + 1] + shift,
                    cells[at + 2] + shift,
                    cells[at + 3] + shift,
                    cells[at + 4] + shift,
                    -1,
                    -100_000_000L,
                    -1);
        }
        long average = (cells[at + 2] + cells[at + 3] + cells[at + 4]) / 3;
        return new Bar(
                cells[at],
                cells[at + 1],
                cells[at + 2],
                cells[at + 3],
                cells[at + 4],
                shares,
                average,
                (int) (1 + shares / 100));
    }

    private long shift(BarKind kind) {
        long tick = instrument.minTickE8();
        long spread = instrument.character().spreadTicks() * tick;
        long below = spread / 2 / tick * tick;
        return switch (kind) {
            case TRADES -> 0;
            case BID -> -below;
            case ASK -> spread - below;
            case MIDPOINT -> spread / 2 - below;
        };
    }

    private long[] minutes(int day) {
        long[] known = days.get(day);
        if (known != null) {
            return known;
        }
        long[] made = made(day);
        if (days.size() >= KEPT_DAYS) {
            days.remove(days.keySet().iterator().next());
        }
        days.put(day, made);
        return made;
    }

    private long[] made(int day) {
        LocalDate date = dates.get(day);
        long before = day == 0 ? closes.get(0) : closes.get(day - 1);
        SeededRandom random = new SeededRandom(1, instrument.symbol() + " " + date);
        long open = rounded(before + random.nearlyNormal(daily(before) / 3));
        long close =
                date.equals(calendar.day(startNanos))
                        ? rounded(before + random.nearlyNormal(daily(before)))
                        : closes.get(day);
        Path path = new Path(random, before);
        if (!calendar.alwaysOpen()) {
            path.walk(calendar.firstNanos(date), calendar.openNanos(date), open, false);
        }
        path.walk(calendar.openNanos(date), calendar.closeNanos(date), close, true);
        if (!calendar.alwaysOpen()) {
            path.walk(calendar.closeNanos(date), calendar.lastNanos(date), close, false);
        }
        return path.cells();
    }

    private long daily(long priceE8) {
        return priceE8 / 10_000 * instrument.character().volatilityBasisPoints();
    }

    private long least() {
        return 10 * instrument.minTickE8();
    }

    private long rounded(long priceE8) {
        long tick = instrument.minTickE8();
        return Math.floorDiv(priceE8, tick) * tick;
    }

    /** A random walk over minutes that arrives where it is told to. */
    private final class Path {
        private final SeededRandom random;
        private final List<long[]> rows = new ArrayList<>();
        private long priceE8;

        Path(SeededRandom random, long priceE8) {
            this.random = random;
            this.priceE8 = priceE8;
        }

        /** Goes from one moment to another, or to the simulation's first, and to a price. */
        void walk(long fromNanos, long untilNanos, long toE8, boolean regular) {
            boolean last = untilNanos > startNanos;
            long end = Math.min(untilNanos, startNanos);
            long target = last ? instrument.character().startPriceE8() : toE8;
            long left = (end - fromNanos) / (60 * SECOND);
            for (long from = Math.floorDiv(fromNanos, SECOND); left > 0; from += 60, left--) {
                minute(from, left, target, regular);
            }
        }

        private void minute(long second, long left, long target, boolean regular) {
            long open = priceE8;
            long sigma = daily(open) / (regular ? 20 : 60);
            long step = (target - open) / left + (left > 1 ? random.nearlyNormal(sigma) : 0);
            long close = Math.max(least(), rounded(left > 1 ? open + step : target));
            long high = Math.max(open, close) + rounded(Math.abs(random.nearlyNormal(sigma / 3)));
            long low =
                    Math.max(
                            least(),
                            Math.min(open, close)
                                    - rounded(Math.abs(random.nearlyNormal(sigma / 3))));
            priceE8 = close;
            long usual = Math.max(1, instrument.character().sizeShares());
            long shares = regular ? 60 + random.below(2 * usual) : random.below(usual / 10 + 2);
            if (regular || random.chance(300)) {
                rows.add(new long[] {second, open, high, low, close, shares});
            }
        }

        long[] cells() {
            long[] cells = new long[rows.size() * FIELDS];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(rows.get(i), 0, cells, i * FIELDS, FIELDS);
            }
            return cells;
        }
    }
}
