package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Ticker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the monger is told of itself: its session, its assignment, its lease. */
public sealed interface SessionEvent extends MongerEvent {

    /**
     * A process began, with the state its journal left or with none. Links are down, nothing is
     * reconciled, whatever was before.
     *
     * @param epoch never used before for this ticker
     * @param restored what compacted topics kept, for a journal that was lost; null otherwise
     */
    record SessionStarted(
            Ticker ticker, LeaseEpoch epoch, ClientId clientId, @Nullable Restored restored)
            implements SessionEvent {}

    /**
     * What survives the loss of a disk.
     *
     * @param baseline what the account held when the ticker was adopted; null when never fixed
     * @param executions our executions as they were published, one revision of each family
     * @param haltedBreach the breach that had latched; null when none
     */
    record Restored(
            @Nullable Quantity baseline,
            List<Execution> executions,
            @Nullable String haltedBreach) {

        /** Keeps a copy. */
        public Restored {
            executions = List.copyOf(executions);
        }
    }

    /** The desired state of this ticker, new or changed. */
    record AssignmentReceived(Assignment assignment) implements SessionEvent {}

    /** The ticker is no longer assigned to anybody: no entries. */
    record AssignmentWithdrawn() implements SessionEvent {}

    /**
     * Who may trade this ticker. A lease of a later epoch or another client id than the session's
     * own means that this session is superseded: no entries.
     */
    record LeaseReceived(LeaseEpoch epoch, ClientId clientId) implements SessionEvent {}

    /** Assignments, leases, risk and commands were read to the ends they had at (re)connection. */
    record TopicsCaughtUp() implements SessionEvent {}

    /** The topics cannot be read, or are being read again from an earlier place: no entries. */
    record TopicsLost() implements SessionEvent {}

    /**
     * The process took no step for long, while it should have: what was said meanwhile is still
     * unheard, and comes after this.
     *
     * @param nanos for how long
     */
    record Overslept(long nanos) implements SessionEvent {}

    /**
     * TWS answered what time it is.
     *
     * @param brokerNanos its time since the Unix epoch, in milliseconds or in whole seconds
     * @param roundTripNanos from question to answer, monotonic
     */
    record ClockAnswered(long brokerNanos, long roundTripNanos) implements SessionEvent {}
}
