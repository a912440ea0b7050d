package dev.monger.core.monger;

import org.jspecify.annotations.Nullable;

/** The procedure that closes the own position: the stop works until own share zero is proven. */
public sealed interface Closing {

    /** Nothing is to be closed. */
    record Idle() implements Closing {}

    /**
     * Entries are cancelled, then a limit is placed in the stop's group and re-priced, until own
     * share zero is proven.
     *
     * @param cause how urgent it is
     * @param sinceNanos since when it is, monotonic
     * @param pricedNanos when the closing order was last priced, monotonic; null for never
     */
    record Working(String reason, Cause cause, long sinceNanos, @Nullable Long pricedNanos)
            implements Closing {

        private Working priced(long nowNanos) {
            return new Working(reason, cause, sinceNanos, nowNanos);
        }

        private Working hurried(Why why, long nowNanos) {
            boolean more = cause.orderly() && !why.cause().orderly();
            return more ? begun(why, nowNanos) : this;
        }

        private static Working begun(Why why, long nowNanos) {
            return new Working(why.text(), why.cause(), nowNanos, null);
        }

        /** The monotonic clock has another origin in a new process. */
        Working restarted(long nowNanos) {
            return new Working(reason, cause, nowNanos, null);
        }
    }

    /** The deadline is close: what closes is cancelled, stops stay. */
    record Withdrawing(String reason) implements Closing {}

    /**
     * It ended with something left; nothing is tried again until somebody commands or it is gone.
     */
    record GivenUp(String reason) implements Closing {}

    /** What wants the position closed, and so how its order is priced. */
    enum Cause {
        /** A command, or a breach: through the quote. */
        ORDERED,
        /** The position is not safe: a stop was refused, an exit went too far. */
        UNSAFE,
        /** The trade has lost what it may: through the quote, and then a cool-down. */
        LOSS,
        /** The profit lock's floor is passed: in good order. */
        LOCK,
        /** Its time is over: in good order. */
        TIME;

        /** Tells whether the close may be patient, as the assignment says. */
        boolean orderly() {
            return this == LOCK || this == TIME;
        }
    }

    /** Why the position is to be closed. */
    record Why(Cause cause, String text) {

        static final Why NONE = new Why(Cause.TIME, "");
    }

    /** What can happen to it. */
    enum Point {
        /** A command, or a new breach, wants the position closed. */
        COMMANDED,
        /** A rule wants it closed: holding time, hours, loss, a refused stop. */
        DUE,
        /** A closing order was placed or re-priced. */
        PRICED,
        /** Own share zero and no working order is proven. */
        FLAT,
        /** The deadline is close. */
        DEADLINE_NEAR,
        /** No closing order works any more, or the deadline has passed. */
        WITHDRAWN,
        /** The hours of a close in good order are over, and no closing order works any more. */
        LAPSED
    }

    /** Tells whether exits are the closing's business and no take-profit is to be placed. */
    default boolean active() {
        return this instanceof Working || this instanceof Withdrawing;
    }

    /** Returns the next state; every pair is one row. What is urgent is not made patient again. */
    default Closing after(Point point, Why why, long nowNanos) {
        return switch (this) {
            case Idle _ ->
                    switch (point) {
                        case COMMANDED, DUE -> Working.begun(why, nowNanos);
                        case PRICED, FLAT, DEADLINE_NEAR, WITHDRAWN, LAPSED -> this;
                    };
            case Working working ->
                    switch (point) {
                        case COMMANDED, DUE -> working.hurried(why, nowNanos);
                        case PRICED -> working.priced(nowNanos);
                        case FLAT, LAPSED -> new Idle();
                        case DEADLINE_NEAR -> new Withdrawing(working.reason());
                        case WITHDRAWN -> new GivenUp(working.reason());
                    };
            case Withdrawing withdrawing ->
                    switch (point) {
                        case COMMANDED, DUE, PRICED, DEADLINE_NEAR, LAPSED -> this;
                        case FLAT -> new Idle();
                        case WITHDRAWN -> new GivenUp(withdrawing.reason());
                    };
            case GivenUp _ ->
                    switch (point) {
                        case COMMANDED -> Working.begun(why, nowNanos);
                        case DUE, PRICED, DEADLINE_NEAR, WITHDRAWN, LAPSED -> this;
                        case FLAT -> new Idle();
                    };
        };
    }
}
