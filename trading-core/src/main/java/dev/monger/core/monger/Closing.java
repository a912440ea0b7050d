package dev.monger.core.monger;

import org.jspecify.annotations.Nullable;

/** The procedure that closes the own position: the stop works until own share zero is proven. */
public sealed interface Closing {

    /** Nothing is to be closed. */
    record Idle() implements Closing {}

    /**
     * Entries are cancelled, then a limit that goes through the quote is placed in the stop's group
     * and re-priced, until own share zero is proven.
     *
     * @param pricedNanos when the closing order was last priced, monotonic; null for never
     */
    record Working(String reason, @Nullable Long pricedNanos) implements Closing {}

    /** The deadline is close: what closes is cancelled, stops stay. */
    record Withdrawing(String reason) implements Closing {}

    /**
     * It ended with something left; nothing is tried again until somebody commands or it is gone.
     */
    record GivenUp(String reason) implements Closing {}

    /** What can happen to it. */
    enum Point {
        /** A command, or a new breach, wants the position closed. */
        COMMANDED,
        /** A rule wants it closed: holding time, hours, a refused stop. */
        DUE,
        /** A closing order was placed or re-priced. */
        PRICED,
        /** Own share zero and no working order is proven. */
        FLAT,
        /** The deadline is close. */
        DEADLINE_NEAR,
        /** No closing order works any more, or the deadline has passed. */
        WITHDRAWN
    }

    /** Tells whether exits are the closing's business and no take-profit is to be placed. */
    default boolean active() {
        return this instanceof Working || this instanceof Withdrawing;
    }

    /** Returns the next state; every pair is one row. */
    default Closing after(Point point, String reason, long nowNanos) {
        return switch (this) {
            case Idle _ ->
                    switch (point) {
                        case COMMANDED, DUE -> new Working(reason, null);
                        case PRICED, FLAT, DEADLINE_NEAR, WITHDRAWN -> this;
                    };
            case Working working ->
                    switch (point) {
                        case COMMANDED, DUE -> this;
                        case PRICED -> new Working(working.reason(), nowNanos);
                        case FLAT -> new Idle();
                        case DEADLINE_NEAR -> new Withdrawing(working.reason());
                        case WITHDRAWN -> new GivenUp(working.reason());
                    };
            case Withdrawing withdrawing ->
                    switch (point) {
                        case COMMANDED, DUE, PRICED, DEADLINE_NEAR -> this;
                        case FLAT -> new Idle();
                        case WITHDRAWN -> new GivenUp(withdrawing.reason());
                    };
            case GivenUp _ ->
                    switch (point) {
                        case COMMANDED -> new Working(reason, null);
                        case DUE, PRICED, DEADLINE_NEAR, WITHDRAWN -> this;
                        case FLAT -> new Idle();
                    };
        };
    }
}
