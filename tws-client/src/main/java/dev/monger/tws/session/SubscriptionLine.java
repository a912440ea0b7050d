package dev.monger.tws.session;

import dev.monger.tws.message.ClientMessage;
import org.jspecify.annotations.Nullable;

/** One wanted subscription: how it was last asked for, what is seen of it, and when to look. */
final class SubscriptionLine {

    static final int NO_REQUEST = 0;
    static final long NEVER = Long.MAX_VALUE;

    private static final long SECOND = 1_000_000_000L;
    private static final long CALM_NANOS = 60 * SECOND;
    private static final long RENEW_NANOS = SECOND;

    /** What to do when nothing is heard until the watch ends. */
    enum Watch {
        NONE,
        /** Tell that it is silent, and ask anew later. */
        TELL,
        /** Tell it and ask anew at once. */
        ASK_ANEW
    }

    final Subscription what;
    Observed observed = Observed.WAITING;
    Remedy remedy = Remedy.GO_ON;
    int requestId = NO_REQUEST;

    /** The last request, to know it again when it leaves. */
    @Nullable ClientMessage request;

    /** Whether TWS has it, as far as is known: then it is ended before it is asked for anew. */
    boolean alive;

    Watch watch = Watch.NONE;
    long watchNanos = NEVER;
    long retryNanos = NEVER;
    private long askedNanos;
    private Backoff soon = Backoff.of(SECOND, 60 * SECOND);
    private Backoff seldom = Backoff.of(30 * SECOND, 600 * SECOND);

    SubscriptionLine(Subscription what) {
        this.what = what;
    }

    /** The session is gone: everything begins anew with the next one. */
    void forget() {
        requestId = NO_REQUEST;
        request = null;
        alive = false;
        remedy = Remedy.GO_ON;
        soon = soon.succeeded();
        seldom = seldom.succeeded();
        retryNanos = NEVER;
        watch(Watch.NONE, NEVER);
    }

    void asked(int newRequestId, ClientMessage message, long nowNanos) {
        requestId = newRequestId;
        request = message;
        alive = true;
        remedy = Remedy.GO_ON;
        askedNanos = nowNanos;
        retryNanos = NEVER;
        watch(Watch.NONE, NEVER);
    }

    /** Something is seen of it; tells it when that is new. */
    void observe(Observed seen, SessionOutputs out) {
        observe(seen, 0, "", out);
    }

    /** Something is seen of it, and TWS says why. */
    void observe(Observed seen, int code, String text, SessionOutputs out) {
        if (observed != seen || code != 0) {
            observed = seen;
            out.happened(new SessionEvent.SubscriptionChanged(what, seen, code, text));
        }
    }

    /** Tells whether the last request is old enough for another one. */
    boolean isCalm(long nowNanos) {
        return nowNanos - askedNanos >= RENEW_NANOS;
    }

    void watch(Watch newWatch, long untilNanos) {
        watch = newWatch;
        watchNanos = untilNanos;
    }

    void heard(long nowNanos) {
        alive = true;
        remedy = Remedy.GO_ON;
        retryNanos = NEVER;
        watch(Watch.NONE, NEVER);
        if (nowNanos - askedNanos >= CALM_NANOS) {
            soon = soon.succeeded();
            seldom = seldom.succeeded();
        }
    }

    /** Plans to ask again, ever more seldom. */
    void askLater(long nowNanos) {
        seldom = seldom.failed();
        retryNanos = nowNanos + seldom.delayNanos();
    }

    /** TWS said something that needs a remedy; plans when to ask again, if time is the remedy. */
    void troubled(Remedy newRemedy, long nowNanos) {
        remedy = newRemedy;
        watch(Watch.NONE, NEVER);
        retryNanos = NEVER;
        if (newRemedy == Remedy.AGAIN) {
            retryNanos = nowNanos + soon.delayNanos();
            soon = soon.failed();
        } else if (newRemedy == Remedy.LATER
                || newRemedy == Remedy.LINE_FREE
                || newRemedy == Remedy.SELDOM) {
            askLater(nowNanos);
        }
        // Data that comes back by itself still comes under the old id; all else is over.
        alive = newRemedy == Remedy.LATER;
    }
}
