package dev.monger.core.monger;

import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One order of ours: what we want of it, and what is known of it.
 *
 * @param ticket how it shall stand, a pending change counted
 * @param permId null until the broker has given one
 * @param filled the sum of its booked executions
 * @param reportedFilled the most the broker has counted as filled; never booked
 * @param reportedNanos when that last rose, monotonic
 * @param change whether a change is under way
 * @param sentNanos when it was given to the session, monotonic
 * @param twin its second life; null for none
 */
public record TrackedOrder(
        OrderTicket ticket,
        OrderState state,
        @Nullable PermId permId,
        Quantity filled,
        Quantity reportedFilled,
        long reportedNanos,
        Change change,
        Marks marks,
        long sentNanos,
        @Nullable Twin twin) {

    /**
     * The same order living a second time at the broker, under another permanent id.
     *
     * @param orderId under which the broker shows it; zero when it did not say
     * @param remaining what it could still fill
     * @param seenNanos when it was last told as living, monotonic
     * @param mainSeenNanos when the other was last told as living, monotonic
     */
    public record Twin(
            PermId permId, int orderId, Quantity remaining, long seenNanos, long mainSeenNanos) {

        Twin seen(Quantity left, long nowNanos) {
            return new Twin(permId, orderId, left, nowNanos, mainSeenNanos);
        }

        Twin mainSeen(long nowNanos) {
            return new Twin(permId, orderId, remaining, seenNanos, nowNanos);
        }

        private Twin restarted(long nowNanos) {
            return new Twin(permId, orderId, remaining, nowNanos, nowNanos);
        }
    }

    /** A change of an order at the broker. */
    public sealed interface Change {

        /** None is under way. */
        record None() implements Change {}

        /**
         * Sent, and not yet seen.
         *
         * @param before how it stood
         * @param deadlineNanos when silence leaves it undecided, monotonic
         */
        record Pending(OrderTicket before, long deadlineNanos) implements Change {}

        /** Neither seen nor refused in time: the next report of the order tells. */
        record Undecided(OrderTicket before) implements Change {}

        /** Done or refused; until then a report of the other standing is an old one. */
        record Recent(OrderTicket other, long untilNanos, boolean refused) implements Change {}
    }

    /**
     * What is remembered of an order.
     *
     * @param refused the broker said by an error code that it is refused
     * @param inactive its status was Inactive without a locate
     * @param cancelAsked we asked for its cancel
     * @param touched a person changed or cancelled it, and it was told
     * @param resized a person changed its quantity: it is not made larger against their will
     */
    public record Marks(
            boolean refused,
            boolean inactive,
            boolean cancelAsked,
            boolean touched,
            boolean resized) {

        static final Marks NONE = new Marks(false, false, false, false, false);
    }

    static TrackedOrder submitted(OrderTicket ticket, long nowNanos) {
        return new TrackedOrder(
                ticket,
                new OrderState.Submitted(nowNanos + Timing.SUBMIT_NANOS),
                null,
                Quantity.ZERO,
                Quantity.ZERO,
                nowNanos,
                new Change.None(),
                Marks.NONE,
                nowNanos,
                null);
    }

    /** Tells whether it could still fill, as far as is proven; UNKNOWN could. */
    public boolean live() {
        return !(state instanceof OrderState.Ended);
    }

    /** Tells whether the broker shows it living twice. */
    public boolean doubled() {
        return twin != null && live();
    }

    /** Tells whether the broker means this order, in either of its lives. */
    boolean isKnownAs(PermId id) {
        return id.equals(permId) || (twin != null && id.equals(twin.permId()));
    }

    /** Tells whether its fate is UNKNOWN. */
    public boolean unknown() {
        return state instanceof OrderState.Unknown;
    }

    /** Tells whether it works, once, and nothing is under way with it. */
    public boolean settled() {
        return state instanceof OrderState.Working
                && twin == null
                && !(change instanceof Change.Pending)
                && !(change instanceof Change.Undecided);
    }

    /** Tells whether it works at the broker by itself, not held by its parent or for shares. */
    public boolean effective() {
        return switch (state) {
            case OrderState.Working working -> effective(working.held());
            case OrderState.Submitted _,
                    OrderState.Ending _,
                    OrderState.Unknown _,
                    OrderState.Ended _ ->
                    false;
        };
    }

    private static boolean effective(BrokerOrder.Held held) {
        return switch (held) {
            case NOT, TRIGGER -> true;
            case PARENT, LOCATE -> false;
        };
    }

    /** Tells whether it waits for its parent to fill. */
    public boolean heldByParent() {
        return state instanceof OrderState.Working working
                && working.held() == BrokerOrder.Held.PARENT;
    }

    /** Returns the most that could still fill: of two standings the larger counts. */
    public Quantity remaining() {
        if (!live()) {
            return Quantity.ZERO;
        }
        Quantity total = ticket.quantity();
        OrderTicket other = otherStanding();
        Quantity most = other == null ? total : total.max(other.quantity());
        Quantity left = most.minus(filled).max(Quantity.ZERO);
        return twin == null ? left : left.plus(twin.remaining());
    }

    private @Nullable OrderTicket otherStanding() {
        return switch (change) {
            case Change.Pending pending -> pending.before();
            case Change.Undecided undecided -> undecided.before();
            case Change.None _, Change.Recent _ -> null;
        };
    }

    /** Tells whether the broker counts more as filled than it has told executions of. */
    public boolean executionsMissing() {
        return reportedFilled.compareTo(filled) > 0;
    }

    TrackedOrder after(OrderState.Signal signal, long nowNanos) {
        return withState(state.after(signal, nowNanos));
    }

    TrackedOrder withTicket(OrderTicket value) {
        return new TrackedOrder(
                value,
                state,
                permId,
                filled,
                reportedFilled,
                reportedNanos,
                change,
                marks,
                sentNanos,
                twin);
    }

    TrackedOrder withState(OrderState value) {
        return new TrackedOrder(
                ticket,
                value,
                permId,
                filled,
                reportedFilled,
                reportedNanos,
                change,
                marks,
                sentNanos,
                twin);
    }

    TrackedOrder withPermId(PermId value) {
        return new TrackedOrder(
                ticket,
                state,
                value,
                filled,
                reportedFilled,
                reportedNanos,
                change,
                marks,
                sentNanos,
                twin);
    }

    TrackedOrder withFilled(Quantity value) {
        return new TrackedOrder(
                ticket,
                state,
                permId,
                value,
                reportedFilled,
                reportedNanos,
                change,
                marks,
                sentNanos,
                twin);
    }

    TrackedOrder withReported(Quantity value, long nowNanos) {
        if (value.compareTo(reportedFilled) <= 0) {
            return this;
        }
        return new TrackedOrder(
                ticket, state, permId, filled, value, nowNanos, change, marks, sentNanos, twin);
    }

    TrackedOrder withChange(Change value) {
        return new TrackedOrder(
                ticket,
                state,
                permId,
                filled,
                reportedFilled,
                reportedNanos,
                value,
                marks,
                sentNanos,
                twin);
    }

    TrackedOrder withMarks(Marks value) {
        return new TrackedOrder(
                ticket,
                state,
                permId,
                filled,
                reportedFilled,
                reportedNanos,
                change,
                value,
                sentNanos,
                twin);
    }

    TrackedOrder restarted(long nowNanos) {
        OrderState again =
                switch (state) {
                    case OrderState.Ended ended -> new OrderState.Ended(ended.end(), nowNanos);
                    case OrderState.Working working -> working;
                    case OrderState.Submitted _, OrderState.Ending _, OrderState.Unknown _ ->
                            new OrderState.Unknown(nowNanos, 0, nowNanos);
                };
        OrderTicket other = otherStanding();
        Change undecided = other == null ? new Change.None() : new Change.Undecided(other);
        return new TrackedOrder(
                ticket,
                again,
                permId,
                filled,
                reportedFilled,
                nowNanos,
                undecided,
                marks,
                nowNanos - 1,
                twin == null ? null : twin.restarted(nowNanos));
    }

    TrackedOrder withTwin(@Nullable Twin value) {
        return new TrackedOrder(
                ticket,
                state,
                permId,
                filled,
                reportedFilled,
                reportedNanos,
                change,
                marks,
                sentNanos,
                value);
    }

    TrackedOrder refused(boolean value) {
        return withMarks(
                new Marks(value, marks.inactive, marks.cancelAsked, marks.touched, marks.resized));
    }

    TrackedOrder inactive(boolean value) {
        return withMarks(
                new Marks(marks.refused, value, marks.cancelAsked, marks.touched, marks.resized));
    }

    TrackedOrder cancelAsked(boolean value) {
        return withMarks(
                new Marks(marks.refused, marks.inactive, value, marks.touched, marks.resized));
    }

    TrackedOrder touched() {
        return withMarks(
                new Marks(marks.refused, marks.inactive, marks.cancelAsked, true, marks.resized));
    }

    TrackedOrder resized() {
        return withMarks(
                new Marks(marks.refused, marks.inactive, marks.cancelAsked, marks.touched, true));
    }
}
