package dev.monger.engine.tws;

/** When to connect again: soon at first, then ever later, never later than half a minute. */
final class Reconnection {

    private static final long FIRST_NANOS = 500_000_000L;
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private long pauseNanos = FIRST_NANOS;
    private long atNanos = Long.MAX_VALUE;

    /** A session was ready: the next loss is a new one. */
    void succeeded() {
        pauseNanos = FIRST_NANOS;
        atNanos = Long.MAX_VALUE;
    }

    /** The link is gone. */
    void lost(long nowNanos) {
        atNanos = nowNanos + pauseNanos;
        pauseNanos = Math.min(pauseNanos * 2, LONGEST_NANOS);
    }

    /** Tells once that it is time. */
    boolean due(long nowNanos) {
        if (nowNanos < atNanos) {
            return false;
        }
        atNanos = Long.MAX_VALUE;
        return true;
    }

    long nextWakeNanos() {
        return atNanos;
    }
}
