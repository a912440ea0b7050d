package dev.monger.core.manager;

import dev.monger.core.model.ClientId;
import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened, as the manager is told; all times are of the monotonic clock. */
public sealed interface ManagerEvent {

    /** Returns when it was taken. */
    long atNanos();

    /**
     * A process of the manager began: no monger of an earlier one is its child.
     *
     * @param epochFloor every lease from now on has a higher epoch
     * @param tickers that are to run, in the operator's order
     */
    record Began(long atNanos, long epochFloor, List<Ticker> tickers) implements ManagerEvent {}

    /** A lease of an earlier process. */
    record LeaseRecalled(long atNanos, Ticker ticker, ClientId clientId, long epoch)
            implements ManagerEvent {}

    /** Every lease and risk record of earlier processes was recalled. */
    record Recalled(long atNanos) implements ManagerEvent {}

    /** A process was started. */
    record ProcessStarted(long atNanos, Ticker ticker) implements ManagerEvent {}

    /** A process answers that it is ready. */
    record ProcessReady(long atNanos, Ticker ticker) implements ManagerEvent {}

    /** A process ended, or could not be started. */
    record ProcessEnded(long atNanos, Ticker ticker, String how, Ending ending)
            implements ManagerEvent {}

    /** What the end of a process means for its next start. */
    enum Ending {
        /** It broke, or somebody ended it: it is started again. */
        CRASHED,
        /** It refused its settings, so that another start would change nothing. */
        REFUSED,
        /** It was told to stop, by whatever way, and proved it: it stays so until a start. */
        STOPPED
    }

    /**
     * A monger says how it is.
     *
     * @param fresh whether it says so now; an old word tells what was left, not that it lives
     */
    record StatusHeard(long atNanos, Ticker ticker, boolean fresh, String position)
            implements ManagerEvent {}

    /** Somebody wants something of the fleet. */
    record Ordered(long atNanos, FleetOrder order) implements ManagerEvent {}

    /**
     * A target says how far a command has come.
     *
     * @param epoch of the lease under which it said so
     */
    record PartTold(long atNanos, CommandId id, String target, Part part, long epoch)
            implements ManagerEvent {}

    /** The account's guard says what it allows; a breach is named or null. */
    record RiskHeard(long atNanos, @Nullable String breach) implements ManagerEvent {}

    /** Time passed. */
    record Woke(long atNanos) implements ManagerEvent {}
}
