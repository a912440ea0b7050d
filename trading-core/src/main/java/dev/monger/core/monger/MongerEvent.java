package dev.monger.core.monger;

import dev.monger.core.model.CommandId;
import org.jspecify.annotations.Nullable;

/** Something that happened, as it was told to the monger; when, comes with the step. */
public sealed interface MongerEvent
        permits SessionEvent,
                LinkEvent,
                MarketEvent,
                OrderEvent,
                ListingEvent,
                AccountEvent,
                MongerEvent.PermitHeard,
                MongerEvent.FleetCommandReceived,
                MongerEvent.PredictionArrived,
                MongerEvent.TimePassed {

    /** The heartbeat of the account's risk was heard: a permit for the seconds that follow. */
    record PermitHeard(Permit permit) implements MongerEvent {}

    /** What the account's risk says. */
    sealed interface Permit {

        /** Entries are permitted. */
        record Clear() implements Permit {}

        /**
         * A limit of the account is breached: every ticker latches and flattens.
         *
         * @param breach the name that a reset must give
         * @param text what was breached, and by how much
         */
        record Breached(String breach, String text) implements Permit {}
    }

    /**
     * An operator, a schedule or another service commands; each id is obeyed once.
     *
     * @param deadlineMonotonicNanos by when the command must have ended, with proof or residual
     * @param breach which latched breach a reset clears; null for every other kind
     */
    record FleetCommandReceived(
            CommandId id,
            CommandKind kind,
            long deadlineMonotonicNanos,
            String issuer,
            String reason,
            @Nullable String breach)
            implements MongerEvent {}

    /** What can be commanded. */
    enum CommandKind {
        /** Trade, from a stopped or flat monger. */
        START,
        /** No entries; exits and protection go on. */
        PAUSE,
        /** Entries again. */
        RESUME,
        /** No entries, until resumed. */
        REDUCE_ONLY,
        /** Close the position and prove it. */
        FLATTEN,
        /** Flatten or keep, as the assignment says, and stop. */
        STOP,
        /**
         * Cancel entries, prove the stop-loss, hand over, and stop, whatever the assignment says.
         */
        STOP_KEEP,
        /** Lift the halted latch, naming the breach. */
        RESET
    }

    /**
     * A source predicts a direction.
     *
     * @param source name and version
     * @param confidenceMillionths 0 to 1_000_000
     * @param horizonNanos how long it is meant to hold, exchange time
     * @param lastInputExchangeNanos the last input the source saw
     */
    record PredictionArrived(
            String source,
            boolean bullish,
            int confidenceMillionths,
            long horizonNanos,
            long lastInputExchangeNanos)
            implements MongerEvent {}

    /** Time was given, because it was asked for or because it was due; nothing else happened. */
    record TimePassed() implements MongerEvent {}
}
