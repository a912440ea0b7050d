package dev.monger.simulator;

import java.util.function.LongSupplier;

/**
 * Whether TWS runs and somebody is logged in to it: a person stops it, starts it, and confirms the
 * login on another device when that is asked for, within three minutes.
 */
public final class TwsLife {
    private static final long CONFIRMATION_NANOS = 180_000_000_000L;

    private final LongSupplier nowNanos;
    private State state = State.RUNNING;
    private long untilNanos;

    TwsLife(LongSupplier nowNanos) {
        this.nowNanos = nowNanos;
    }

    /** Where TWS is in its life. */
    public enum State {
        /** It takes clients. */
        RUNNING,

        /** It is not there, or its login was not confirmed in time. */
        STOPPED,

        /** It is there and takes no client before a person has confirmed the login. */
        AWAITING_CONFIRMATION
    }

    /** Where it is now. */
    public State state() {
        if (state == State.AWAITING_CONFIRMATION && nowNanos.getAsLong() >= untilNanos) {
            state = State.STOPPED;
        }
        return state;
    }

    void stopped() {
        state = State.STOPPED;
    }

    void started() {
        state = State.RUNNING;
    }

    void awaits() {
        state = State.AWAITING_CONFIRMATION;
        untilNanos = nowNanos.getAsLong() + CONFIRMATION_NANOS;
    }
}
