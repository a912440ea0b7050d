package dev.monger.core.monger;

import dev.monger.core.monger.MongerEvent.CommandKind;

/** What the monger was last told to be doing. */
public sealed interface LifeCycle {

    /** Entries are possible. */
    record Trading() implements LifeCycle {}

    /** No entries; exits and protection go on. */
    record Paused(String reason) implements LifeCycle {}

    /** No entries, until resumed. */
    record ReduceOnly(String reason) implements LifeCycle {}

    /** The position is being closed. */
    record Flattening() implements LifeCycle {}

    /** Proven flat. */
    record Flat() implements LifeCycle {}

    /**
     * Coming to an end.
     *
     * @param keep whether the position is kept under its stop, or closed
     */
    record Stopping(boolean keep) implements LifeCycle {}

    /** At its end. */
    record Stopped() implements LifeCycle {}

    /** What can happen to it. */
    sealed interface Turnpoint {

        /** A command was received that may be obeyed now. */
        record Commanded(CommandKind kind, boolean keepOnStop) implements Turnpoint {}

        /** A person touched an order of ours. */
        record Intervened() implements Turnpoint {}

        /** A breach has latched. */
        record Tripped() implements Turnpoint {}

        /** What flattening or stopping was to reach, is proven. */
        record Reached() implements Turnpoint {}

        /** It was not reached in time. */
        record GivenUp() implements Turnpoint {}

        /** A new process took over. */
        record Restarted() implements Turnpoint {}
    }

    /** Tells whether the position is to be closed. */
    default boolean closes() {
        return this instanceof Flattening || (this instanceof Stopping(boolean keep) && !keep);
    }

    /** Tells whether a command must be refused until what is under way has ended. */
    default boolean refuses(CommandKind kind) {
        boolean busy = this instanceof Flattening || this instanceof Stopping;
        return switch (kind) {
            case START, RESUME, PAUSE, REDUCE_ONLY -> busy;
            case FLATTEN, STOP, STOP_KEEP, RESET -> false;
        };
    }

    /** Returns the next state; every pair is one row. */
    default LifeCycle after(Turnpoint point) {
        return switch (point) {
            case Turnpoint.Commanded commanded ->
                    refuses(commanded.kind()) ? this : commanded(commanded);
            case Turnpoint.Intervened _ ->
                    this instanceof Trading
                            ? new Paused("a person touched an order of ours")
                            : this;
            case Turnpoint.Tripped _ -> tripped();
            case Turnpoint.Reached _ -> reached();
            case Turnpoint.GivenUp _ -> givenUp();
            case Turnpoint.Restarted _ -> this instanceof Stopped ? new Trading() : this;
        };
    }

    private LifeCycle commanded(Turnpoint.Commanded command) {
        return switch (command.kind()) {
            case START, RESUME -> new Trading();
            case PAUSE -> new Paused("commanded");
            case REDUCE_ONLY -> new ReduceOnly("commanded");
            // To flatten while stopping, whatever was to be kept, is still to stop.
            case FLATTEN -> this instanceof Stopping ? new Stopping(false) : new Flattening();
            case STOP -> new Stopping(command.keepOnStop() && !closes());
            case STOP_KEEP -> new Stopping(!closes());
            case RESET -> this;
        };
    }

    private LifeCycle tripped() {
        return switch (this) {
            case Trading _, Paused _, ReduceOnly _, Flattening _, Flat _ -> new Flattening();
            case Stopping _ -> new Stopping(false);
            case Stopped _ -> this;
        };
    }

    private LifeCycle reached() {
        return switch (this) {
            case Flattening _ -> new Flat();
            case Stopping _ -> new Stopped();
            case Trading _, Paused _, ReduceOnly _, Flat _, Stopped _ -> this;
        };
    }

    private LifeCycle givenUp() {
        return switch (this) {
            case Flattening _, Stopping _ -> new ReduceOnly("a close was given up");
            case Trading _, Paused _, ReduceOnly _, Flat _, Stopped _ -> this;
        };
    }
}
