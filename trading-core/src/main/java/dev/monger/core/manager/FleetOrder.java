package dev.monger.core.manager;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Something the fleet is told to do.
 *
 * @param id names it; the same id for the same target is not obeyed again
 * @param ticker whom it is for; null for all
 * @param kind what
 * @param issuer who asked
 * @param reason why
 * @param breach for a reset: the breach it clears; else null
 * @param deadlineNanos by when it has ended, by the monotonic clock
 */
public record FleetOrder(
        CommandId id,
        @Nullable Ticker ticker,
        Kind kind,
        String issuer,
        String reason,
        @Nullable String breach,
        long deadlineNanos) {

    /** What a fleet can be told. */
    public enum Kind {
        /** Run the ticker's process. */
        START,
        /** Enter nothing new. */
        PAUSE,
        /** Enter again. */
        RESUME,
        /** Only make positions smaller. */
        REDUCE_ONLY,
        /** Close the position and prove it. */
        FLATTEN,
        /** Flatten, then end the process. */
        STOP,
        /** Lift the latch of a named breach. */
        RESET
    }

    /** Returns for whom it is, as the topic's key says it. */
    public String target() {
        return ticker == null ? "*" : ticker.value();
    }
}
