package dev.monger.tws.session;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.SessionRequest;

/**
 * Probes TWS by asking for its time. Ticks that still flow prove nothing: a TWS was seen that sent
 * data and answered no request.
 */
final class Heartbeat {

    private static final int MILLIS_SINCE = 197;
    private static final long NEVER = Long.MAX_VALUE;

    private final long everyNanos;
    private final long deadlineNanos;
    private long nextNanos = NEVER;
    private long sentNanos = NEVER;

    Heartbeat(SessionSettings.Times times) {
        everyNanos = times.heartbeatNanos();
        deadlineNanos = times.heartbeatDeadlineNanos();
    }

    void stop() {
        nextNanos = NEVER;
        sentNanos = NEVER;
    }

    void start(long nowNanos) {
        nextNanos = nowNanos;
        sentNanos = NEVER;
    }

    boolean isWaiting() {
        return sentNanos != NEVER;
    }

    boolean isDue(long nowNanos) {
        return !isWaiting() && nowNanos >= nextNanos;
    }

    boolean isOverdue(long nowNanos) {
        return isWaiting() && nowNanos - sentNanos >= deadlineNanos;
    }

    static ClientMessage probe(int serverVersion) {
        return serverVersion >= MILLIS_SINCE
                ? new SessionRequest.RequestCurrentTimeInMillis()
                : new SessionRequest.RequestCurrentTime();
    }

    void sent(long nowNanos) {
        sentNanos = nowNanos;
    }

    /** TWS said what time it is; only an answer to a probe tells how long the way was. */
    void answered(long twsEpochMillis, long nowNanos, SessionOutputs out) {
        if (isWaiting()) {
            out.happened(new SessionEvent.TimeMeasured(twsEpochMillis, nowNanos - sentNanos));
            nextNanos = sentNanos + everyNanos;
            sentNanos = NEVER;
        }
    }

    long nextWakeNanos() {
        return isWaiting() ? sentNanos + deadlineNanos : nextNanos;
    }
}
