package dev.monger.core.monger;

import dev.monger.core.model.OrderRef;
import java.util.List;

/**
 * Comparing with the broker: open orders, executions, completed orders and positions, each list
 * read to its end.
 *
 * @param state where the present comparison stands
 * @param reconciled whether one was completed since the links last stood
 * @param nextRound number of the next request
 * @param stuck how many requests in a row did not end
 */
public record Reconciliation(State state, boolean reconciled, long nextRound, int stuck) {

    /** Where a comparison stands. */
    public sealed interface State {

        /**
         * One is to be asked for.
         *
         * @param notBeforeNanos monotonic
         */
        record Needed(long notBeforeNanos) implements State {}

        /**
         * The lists are being told.
         *
         * @param sinceNanos when they were asked for, monotonic
         * @param ended which lists have ended
         * @param seen our orders that were told as living since
         * @param positionTold whether our contract was on the list of positions
         */
        record Running(
                long round,
                long sinceNanos,
                List<Kind> ended,
                List<OrderRef> seen,
                boolean positionTold)
                implements State {

            /** Keeps copies. */
            public Running {
                ended = List.copyOf(ended);
                seen = List.copyOf(seen);
            }
        }

        /**
         * All lists have ended.
         *
         * @param startedNanos when they were asked for, monotonic
         * @param atNanos when the last of them ended, monotonic
         */
        record Settled(long startedNanos, long atNanos) implements State {}
    }

    /** The four lists. */
    public enum Kind {
        /** Own open orders. */
        OPEN_ORDERS,
        /** Executions. */
        EXECUTIONS,
        /** Completed orders. */
        COMPLETED_ORDERS,
        /** Positions. */
        POSITIONS
    }

    static final Reconciliation NEEDED =
            new Reconciliation(new State.Needed(Long.MIN_VALUE), false, 1, 0);

    /** Starts over, because the links did not stand all the time. */
    Reconciliation broken(long nowNanos) {
        return new Reconciliation(new State.Needed(nowNanos), false, nextRound, 0);
    }

    /** Asks again after a list that did not end. */
    Reconciliation failed(long nowNanos) {
        return new Reconciliation(
                new State.Needed(nowNanos + Timing.PROOF_SPACING_NANOS),
                reconciled,
                nextRound,
                stuck + 1);
    }

    Reconciliation started(long nowNanos) {
        State running = new State.Running(nextRound, nowNanos, List.of(), List.of(), false);
        return new Reconciliation(running, reconciled, nextRound + 1, stuck);
    }

    Reconciliation settled(long startedNanos, long nowNanos) {
        return new Reconciliation(new State.Settled(startedNanos, nowNanos), true, nextRound, 0);
    }

    Reconciliation in(State value) {
        return new Reconciliation(value, reconciled, nextRound, stuck);
    }
}
