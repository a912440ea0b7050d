package dev.monger.engine.portfolio;

/** When the link to TWS is tried again: later and later, up to a quarter of a minute. */
final class Reopening {

    private static final long FIRST_NANOS = 500_000_000L;
    private static final long LONGEST_NANOS = 15_000_000_000L;

    private long dueNanos = Long.MAX_VALUE;
    private long pauseNanos = FIRST_NANOS;
    private int failures;

    void restarted(long nowNanos) {
        dueNanos = nowNanos;
        pauseNanos = FIRST_NANOS;
        failures = 0;
    }

    void opening() {
        dueNanos = Long.MAX_VALUE;
    }

    void ready() {
        pauseNanos = FIRST_NANOS;
        failures = 0;
    }

    /** Plans the next try; tells whether a person should know of this one. */
    boolean closed(long nowNanos) {
        dueNanos = nowNanos + pauseNanos;
        pauseNanos = Math.min(LONGEST_NANOS, pauseNanos * 2);
        failures++;
        return failures == 3;
    }

    boolean due(long nowNanos) {
        return nowNanos >= dueNanos;
    }

    long dueNanos() {
        return dueNanos;
    }
}
