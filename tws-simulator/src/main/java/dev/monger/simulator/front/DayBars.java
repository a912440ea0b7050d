package dev.monger.simulator.front;

import dev.monger.simulator.venue.Bar;
import dev.monger.simulator.venue.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Bars of days, weeks and months, by the calendar of New York. */
final class DayBars {
    private DayBars() {}

    static List<Bar> merged(List<Bar> fine, long barSeconds, TradingCalendar calendar) {
        List<Bar> bars = new ArrayList<>();
        List<Bar> group = new ArrayList<>();
        LocalDate first = LocalDate.EPOCH;
        for (Bar bar : fine) {
            LocalDate date = firstDay(calendar.day(bar.startSecond() * 1_000_000_000L), barSeconds);
            if (!group.isEmpty() && !date.equals(first)) {
                bars.add(one(group));
                group.clear();
            }
            first = date;
            group.add(bar);
        }
        if (!group.isEmpty()) {
            bars.add(one(group));
        }
        return bars;
    }

    private static LocalDate firstDay(LocalDate date, long barSeconds) {
        if (barSeconds == BarSpan.WEEK) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        return barSeconds == BarSpan.MONTH ? date.withDayOfMonth(1) : date;
    }

    private static Bar one(List<Bar> group) {
        Bar first = group.getFirst();
        boolean trades = first.count() >= 0;
        long high = first.highE8();
        long low = first.lowE8();
        long shares = 0;
        long value = 0;
        int count = 0;
        for (Bar bar : group) {
            high = Math.max(high, bar.highE8());
            low = Math.min(low, bar.lowE8());
            shares += bar.shares();
            value += bar.averageE8() * bar.shares();
            count += bar.count();
        }
        long close = group.getLast().closeE8();
        if (!trades) {
            return new Bar(
                    first.startSecond(),
                    first.openE8(),
                    high,
                    low,
                    close,
                    -1,
                    first.averageE8(),
                    -1);
        }
        long average = shares == 0 ? close : value / shares;
        return new Bar(
                first.startSecond(), first.openE8(), high, low, close, shares, average, count);
    }
}
