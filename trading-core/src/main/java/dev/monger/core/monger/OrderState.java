package dev.monger.core.monger;

/**
 * How one of our orders stands, as far as it is proven.
 *
 * <p>An error code by itself never ends an order: it makes it UNKNOWN, and then two complete lists
 * of the broker tell. An order that has ended can come back to life only as UNKNOWN.
 */
public sealed interface OrderState {

    /**
     * Given to the session to be sent; the broker has said nothing.
     *
     * @param deadlineNanos when silence makes it UNKNOWN, monotonic
     */
    record Submitted(long deadlineNanos) implements OrderState {}

    /** The broker has it. */
    record Working(BrokerOrder.Held held) implements OrderState {}

    /**
     * Its end is expected, because we asked for it or the broker announced it; it may still fill.
     *
     * @param deadlineNanos when silence makes it UNKNOWN, monotonic
     */
    record Ending(BrokerOrder.Held held, long deadlineNanos) implements OrderState {}

    /**
     * Nobody knows: it counts as working, and no entry leaves.
     *
     * @param sinceNanos monotonic
     * @param absences in how many complete lists since then it was missing
     * @param lastAbsenceNanos when it was last missing, monotonic
     */
    record Unknown(long sinceNanos, int absences, long lastAbsenceNanos) implements OrderState {}

    /**
     * It no longer works; late executions are still booked.
     *
     * @param atNanos monotonic
     */
    record Ended(End end, long atNanos) implements OrderState {}

    /** How an order ended; of two that are told the later in this list stands. */
    enum End {
        /** Proven never to have been at the broker, or to be there no more. */
        ABSENT,
        /** Cancelled or expired. */
        CANCELLED,
        /** Refused by TWS, the broker or the exchange. */
        REFUSED,
        /** Filled whole. */
        FILLED
    }

    /** What can be said about one order. */
    sealed interface Signal {

        /** The broker shows it living. */
        record Alive(BrokerOrder.Held held) implements Signal {}

        /** The broker shows it ended. */
        record EndTold(End end) implements Signal {}

        /** We asked for a cancel, or the broker announced an end. */
        record EndExpected(long deadlineNanos) implements Signal {}

        /** Its deadline has passed in silence, or something made its fate doubtful. */
        record Doubted() implements Signal {}

        /** A list that began after it was sent ended without it. */
        record Missing() implements Signal {}

        /** The session did not write it. */
        record NotSent() implements Signal {}
    }

    /** Returns the next state; every pair is one row. */
    default OrderState after(Signal signal, long nowNanos) {
        return switch (this) {
            case Submitted s -> OrderTransitions.submitted(s, signal, nowNanos);
            case Working w -> OrderTransitions.working(w, signal, nowNanos);
            case Ending e -> OrderTransitions.ending(e, signal, nowNanos);
            case Unknown u -> OrderTransitions.unknown(u, signal, nowNanos);
            case Ended e -> OrderTransitions.ended(e, signal, nowNanos);
        };
    }
}
