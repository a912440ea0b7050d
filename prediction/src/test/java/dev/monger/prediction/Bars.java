package dev.monger.prediction;

import java.util.ArrayList;
import java.util.List;

/** Features made of closes. */
final class Bars {

    static final long BAR_NANOS = 5_000_000_000L;
    static final long START_NANOS = 1_381_152_600_000_000_000L;

    private Bars() {}

    static Features of(long... closesE8) {
        List<Features.ClosedBar> bars = new ArrayList<>();
        for (long close : closesE8) {
            long start = START_NANOS + bars.size() * BAR_NANOS;
            bars.add(new Features.ClosedBar(start, close, close, close, close, 100_000_000L));
        }
        return new Features("SPY", BAR_NANOS, List.copyOf(bars));
    }

    /** So many bars from 100.00, each so many units of 1e-8 above the one before. */
    static Features rising(int count, long stepE8) {
        long[] closes = new long[count];
        for (int at = 0; at < count; at++) {
            closes[at] = 10_000_000_000L + at * stepE8;
        }
        return of(closes);
    }
}
