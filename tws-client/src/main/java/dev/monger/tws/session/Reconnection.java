package dev.monger.tws.session;

/**
 * When to connect again: after a pause that grows with each attempt that came to nothing, always
 * under the same client id. The owner tells what happened and asks when it is time.
 */
public final class Reconnection {

    private static final long SECOND = 1_000_000_000L;

    /** TWS holds a client id for some seconds after its connection was lost. */
    private static final long HELD_ID_NANOS = 2 * SECOND;

    private Backoff backoff;
    private long leastNanos;
    private long dueNanos = Long.MAX_VALUE;

    /** Begins without an attempt, by a policy without failed ones. */
    public Reconnection(Backoff policy) {
        backoff = policy.succeeded();
    }

    /** Plans an attempt at once, whatever happened before: a new beginning. */
    public void begin(long nowNanos) {
        succeeded();
        dueNanos = nowNanos;
    }

    /** A session was ready: the next loss is a new one. */
    public void succeeded() {
        backoff = backoff.succeeded();
        leastNanos = 0;
        dueNanos = Long.MAX_VALUE;
    }

    /** The session says why the connection must be closed: some causes need longer to pass. */
    public void mustClose(CloseReason reason) {
        leastNanos =
                switch (reason) {
                    case CLIENT_ID_IN_USE -> HELD_ID_NANOS;
                    case SERVER_TOO_OLD, SERVER_TOO_NEW, NOT_TWS, PORT_CHANGED ->
                            backoff.maxNanos();
                    case HANDSHAKE_SILENT, HALF_OPEN, BROKEN -> 0;
                };
    }

    /** The connection is gone, or never came to be: plans the next attempt. */
    public void lost(long nowNanos) {
        backoff = backoff.failed();
        dueNanos = nowNanos + Math.max(backoff.delayNanos(), leastNanos);
        leastNanos = 0;
    }

    /** Tells once that it is time. */
    public boolean due(long nowNanos) {
        if (nowNanos < dueNanos) {
            return false;
        }
        dueNanos = Long.MAX_VALUE;
        return true;
    }

    /** Returns how many connections were lost since the last one that was ready. */
    public int failures() {
        return backoff.attempts();
    }

    /** Returns when {@link #due} will tell, or the largest long when nothing is planned. */
    public long nextWakeNanos() {
        return dueNanos;
    }
}
