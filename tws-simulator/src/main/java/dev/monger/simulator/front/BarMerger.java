package dev.monger.simulator.front;

import dev.monger.simulator.venue.Bar;
import dev.monger.simulator.venue.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes longer bars of short ones: by the clock up to hours, by New York's calendar from days up.
 */
final class BarMerger {
    private static final long SECOND = 1_000_000_000L;

    private final TradingCalendar calendar;
    private final long barSeconds;
    private final boolean regular;
    private DayHours hours;

    /** Bars of a size, of regular hours only or of all. */
    BarMerger(TradingCalendar calendar, long barSeconds, boolean regular) {
        this.calendar = calendar;
        this.barSeconds = barSeconds;
        this.regular = regular;
        this.hours = DayHours.of(calendar, regular, 0);
    }

    List<Bar> merged(List<Bar> fine) {
        List<Bar> bars = new ArrayList<>();
        List<Bar> group = new ArrayList<>();
        long start = 0;
        for (Bar bar : fine) {
            long own = startSecond(bar.startSecond());
            if (!group.isEmpty() && own != start) {
                bars.add(one(start, group));
                group.clear();
            }
            start = own;
            group.add(bar);
        }
        if (!group.isEmpty()) {
            bars.add(one(start, group));
        }
        return bars;
    }

    /** When the bar begins that a second belongs to. */
    long startSecond(long second) {
        if (!hours.holds(second)) {
            hours = DayHours.of(calendar, regular, second);
        }
        if (barSeconds == BarSpan.DAY) {
            return hours.wantedFromSecond();
        }
        if (barSeconds > BarSpan.DAY) {
            return opening(firstDay(hours.date()));
        }
        // The first bar of a day is not shown as older than its hours.
        long byClock = Math.floorDiv(second, barSeconds) * barSeconds;
        long opening = hours.wantedFromSecond();
        return second >= opening ? Math.max(byClock, opening) : byClock;
    }

    private long opening(LocalDate date) {
        long nanos = regular ? calendar.openNanos(date) : calendar.firstNanos(date);
        return Math.floorDiv(nanos, SECOND);
    }

    private LocalDate firstDay(LocalDate date) {
        if (barSeconds == BarSpan.WEEK) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        return barSeconds == BarSpan.MONTH ? date.withDayOfMonth(1) : date;
    }

    private static Bar one(long start, List<Bar> group) {
        Bar first = group.getFirst();
        long high = first.highE8();
        long low = first.lowE8();
        long shares = 0;
        long valueE4 = 0;
        int count = 0;
        for (Bar bar : group) {
            high = Math.max(high, bar.highE8());
            low = Math.min(low, bar.lowE8());
            shares += bar.shares();
            valueE4 += bar.averageE8() / 10_000 * bar.shares();
            count += bar.count();
        }
        long close = group.getLast().closeE8();
        if (first.count() < 0) {
            return new Bar(start, first.openE8(), high, low, close, -1, first.averageE8(), -1);
        }
        long average = shares == 0 ? close : valueE4 / shares * 10_000;
        return new Bar(start, first.openE8(), high, low, close, shares, average, count);
    }

    /**
     * Bars of bid and ask together: the average bid as open, the highest ask, the lowest bid, the
     * average ask as close; both lists are short bars of the same seconds.
     */
    List<Bar> bidAndAsk(List<Bar> bids, List<Bar> asks) {
        List<Bar> merged = new ArrayList<>();
        List<Bar> highAsks = merged(asks);
        List<Bar> lowBids = merged(bids);
        for (Bar bid : lowBids) {
            for (Bar ask : highAsks) {
                if (ask.startSecond() == bid.startSecond()) {
                    merged.add(
                            new Bar(
                                    bid.startSecond(),
                                    average(bids, bid.startSecond()),
                                    ask.highE8(),
                                    bid.lowE8(),
                                    average(asks, bid.startSecond()),
                                    -1,
                                    -100_000_000L,
                                    -1));
                }
            }
        }
        return merged;
    }

    private long average(List<Bar> fine, long start) {
        long sum = 0;
        long count = 0;
        for (Bar bar : fine) {
            if (startSecond(bar.startSecond()) == start) {
                sum += bar.closeE8() / 100;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count * 100;
    }
}
