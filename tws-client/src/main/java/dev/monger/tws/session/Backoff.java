package dev.monger.tws.session;

/**
 * How long to wait before the next attempt: not at all while none failed, then doubling, up to a
 * limit.
 *
 * @param attempts failed so far
 */
public record Backoff(long firstNanos, long maxNanos, int attempts) {

    /** Refuses times that make no sense. */
    public Backoff {
        if (firstNanos <= 0 || maxNanos < firstNanos || attempts < 0) {
            throw new IllegalArgumentException(
                    "Condition failed: 0 < firstNanos <= maxNanos and attempts >= 0");
        }
    }

    /** Begins with no failed attempt. */
    public static Backoff of(long firstNanos, long maxNanos) {
        return new Backoff(firstNanos, maxNanos, 0);
    }

    /** The wait before the next attempt, 0 while none failed. */
    public long delayNanos() {
        if (attempts == 0) {
            return 0;
        }
        int doublings = Math.min(attempts - 1, Long.numberOfLeadingZeros(firstNanos) - 1);
        return Math.min(maxNanos, firstNanos << doublings);
    }

    /** One more attempt failed. */
    public Backoff failed() {
        return new Backoff(
                firstNanos, maxNanos, attempts == Integer.MAX_VALUE ? attempts : attempts + 1);
    }

    /** An attempt succeeded. */
    public Backoff succeeded() {
        return of(firstNanos, maxNanos);
    }
}
