package dev.monger.core.manager;

/** Where the process of one ticker is; the broker and the position are other matters. */
public sealed interface ProcessLife {

    /** Not to run. */
    record Stopped() implements ProcessLife {}

    /**
     * To run, waiting for its turn.
     *
     * @param crashes in a row so far
     */
    record Waiting(int crashes) implements ProcessLife {}

    /** Asked for, not yet ready. */
    record Starting(long sinceNanos, int crashes, boolean overdue) implements ProcessLife {}

    /** Ready. */
    record Running(long sinceNanos, int crashes) implements ProcessLife {}

    /** Crashed; started again at a later time. */
    record BackingOff(long untilNanos, int crashes) implements ProcessLife {}

    /**
     * Its end was asked for, by command.
     *
     * @param endNanos when it is ended from outside, should it not end by itself
     * @param asked whether that was done
     */
    record Stopping(long endNanos, boolean asked) implements ProcessLife {}

    /** Tells whether a process is, or may be, there. */
    default boolean present() {
        return switch (this) {
            case Starting _, Running _, Stopping _ -> true;
            case Stopped _, Waiting _, BackingOff _ -> false;
        };
    }

    /** Tells whether it was stopped by command, though its process may not have ended yet. */
    default boolean toStay() {
        return this instanceof Stopped || this instanceof Stopping;
    }

    /** Tells whether one takes a place among those that start at once. */
    default boolean starting() {
        return this instanceof Starting starting && !starting.overdue();
    }

    /** Returns the life after the process became ready. */
    default ProcessLife ready(long nowNanos) {
        return switch (this) {
            case Starting starting -> new Running(nowNanos, starting.crashes());
            case Running running -> running;
            case Stopping stopping -> stopping;
            case Stopped stopped -> stopped;
            case Waiting waiting -> waiting;
            case BackingOff backingOff -> backingOff;
        };
    }

    /** Returns the life after the process ended for good: only an operator starts it again. */
    default ProcessLife endedForGood() {
        return switch (this) {
            case Starting _, Running _, Stopping _ -> new Stopped();
            case Stopped stopped -> stopped;
            case Waiting waiting -> waiting;
            case BackingOff backingOff -> backingOff;
        };
    }

    /** Returns the life after the process ended, or could not be started. */
    default ProcessLife ended(long nowNanos, ManagerPolicy.BackOff backOff) {
        return switch (this) {
            case Starting starting -> crashed(starting.crashes() + 1, nowNanos, backOff);
            case Running running -> {
                boolean stable = nowNanos - running.sinceNanos() >= backOff.stableNanos();
                yield crashed(stable ? 1 : running.crashes() + 1, nowNanos, backOff);
            }
            case Stopping _ -> new Stopped();
            case Stopped stopped -> stopped;
            case Waiting waiting -> waiting;
            case BackingOff backingOff -> backingOff;
        };
    }

    private static ProcessLife crashed(int crashes, long nowNanos, ManagerPolicy.BackOff backOff) {
        return new BackingOff(nowNanos + backOff.pauseNanos(crashes), crashes);
    }

    /** Returns the life after somebody wants it to run. */
    default ProcessLife wanted() {
        return switch (this) {
            case Stopped _ -> new Waiting(0);
            case BackingOff _ -> new Waiting(0);
            case Waiting waiting -> waiting;
            case Starting starting -> starting;
            case Running running -> running;
            case Stopping stopping -> stopping;
        };
    }
}
