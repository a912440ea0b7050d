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

    /**
     * The process is to end, not the monger.
     *
     * @param keep whether the position is kept under its stop, or a close under way is ended first
     * @param next what the next process goes on with
     */
    record Leaving(boolean keep, LifeCycle next) implements LifeCycle {}

    /**
     * At its end.
     *
     * @param next what the next process begins with
     * @param byCommand whether it was to stop, and not only its process to end: then nobody but an
     *     operator starts it again
     */
    record Stopped(LifeCycle next, boolean byCommand) implements LifeCycle {}

    /** What can happen to it. */
    sealed interface Turnpoint {

        /**
         * A command was received that may be obeyed now.
         *
         * @param keep whether an end that is commanded keeps the position under its stop
         */
        record Commanded(CommandKind kind, boolean keep) implements Turnpoint {}

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
        return switch (this) {
            case Flattening _ -> true;
            case Stopping(boolean keep) -> !keep;
            case Leaving(boolean keep, _) -> !keep;
            case Trading _, Paused _, ReduceOnly _, Flat _, Stopped _ -> false;
        };
    }

    /** Tells whether a command must be refused until what is under way has ended. */
    default boolean refuses(CommandKind kind) {
        boolean busy =
                this instanceof Flattening || this instanceof Stopping || this instanceof Leaving;
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
            case Turnpoint.Intervened _ -> intervened();
            case Turnpoint.Tripped _ -> this instanceof Stopped ? this : flattening();
            case Turnpoint.Reached _ -> reached();
            case Turnpoint.GivenUp _ -> givenUp();
            case Turnpoint.Restarted _ -> restarted();
        };
    }

    private LifeCycle intervened() {
        return switch (this) {
            case Trading _ -> new Paused("a person touched an order of ours");
            case Leaving(boolean keep, LifeCycle next) -> new Leaving(keep, next.intervened());
            case Paused _, ReduceOnly _, Flattening _, Flat _, Stopping _, Stopped _ -> this;
        };
    }

    private LifeCycle restarted() {
        return switch (this) {
            case Stopped(LifeCycle next, _) -> next;
            // The process went before it could prove that it may: the next one takes up.
            case Leaving(boolean keep, LifeCycle next) -> keep ? next : new Flattening();
            case Trading _, Paused _, ReduceOnly _, Flattening _, Flat _, Stopping _ -> this;
        };
    }

    private LifeCycle flattening() {
        return switch (this) {
            // To flatten while stopping, whatever was to be kept, is still to stop.
            case Stopping _ -> new Stopping(false);
            case Leaving _ -> new Leaving(false, new Flat());
            case Trading _, Paused _, ReduceOnly _, Flattening _, Flat _, Stopped _ ->
                    new Flattening();
        };
    }

    private LifeCycle leaving(boolean keep) {
        return switch (this) {
            case Trading _, Paused _, ReduceOnly _, Flat _ -> new Leaving(keep, this);
            case Flattening _ -> new Leaving(false, new Flat());
            case Stopping _, Leaving _, Stopped _ -> this;
        };
    }

    private LifeCycle commanded(Turnpoint.Commanded command) {
        return switch (command.kind()) {
            case START, RESUME -> new Trading();
            case PAUSE -> new Paused("commanded");
            case REDUCE_ONLY -> new ReduceOnly("commanded");
            case FLATTEN -> flattening();
            case STOP -> new Stopping(command.keep() && !closes());
            case STOP_KEEP -> leaving(command.keep());
            case RESET -> this;
        };
    }

    private LifeCycle reached() {
        return switch (this) {
            case Flattening _ -> new Flat();
            case Stopping _ -> new Stopped(new Trading(), true);
            case Leaving(_, LifeCycle next) -> new Stopped(next, false);
            case Trading _, Paused _, ReduceOnly _, Flat _, Stopped _ -> this;
        };
    }

    private LifeCycle givenUp() {
        return switch (this) {
            case Leaving(boolean keep, LifeCycle next) when keep -> next;
            case Leaving _ -> new ReduceOnly("a close was given up");
            case Flattening _, Stopping _ -> new ReduceOnly("a close was given up");
            case Trading _, Paused _, ReduceOnly _, Flat _, Stopped _ -> this;
        };
    }
}
