package dev.monger.simulator.fault;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the sessions of one TWS have in common, as far as faults go. */
final class GatewayState {
    private final Pace delays = new Pace();
    private final Pace refusals = new Pace();
    private final HistoryPace history = new HistoryPace();
    private final Set<Long> inactive = new TreeSet<>();
    private final Map<Long, Fault> lateFills = new TreeMap<>();
    private long competingUntilNanos = Long.MIN_VALUE;
    private long referenceAwayUntilNanos = Long.MIN_VALUE;

    /** Messages that wait, of all sessions. */
    Pace delays() {
        return delays;
    }

    /** Messages that may be refused, of all sessions. */
    Pace refusals() {
        return refusals;
    }

    /** Requests for small bars, of all sessions. */
    HistoryPace history() {
        return history;
    }

    /** Orders that are held for locate and shown as Inactive, by permId. */
    Set<Long> inactive() {
        return inactive;
    }

    /** Orders on their way to Cancelled that still trade after it, by permId. */
    Map<Long, Fault> lateFills() {
        return lateFills;
    }

    /** Until when another session of the same user takes the live data. */
    long competingUntilNanos() {
        return competingUntilNanos;
    }

    /** Until when the farm that knows contracts is away. */
    long referenceAwayUntilNanos() {
        return referenceAwayUntilNanos;
    }

    void referenceIsAway(long untilNanos) {
        referenceAwayUntilNanos = Math.max(referenceAwayUntilNanos, untilNanos);
    }

    void competes(long untilNanos) {
        competingUntilNanos = Math.max(competingUntilNanos, untilNanos);
    }
}
