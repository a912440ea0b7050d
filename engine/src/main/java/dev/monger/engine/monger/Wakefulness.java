package dev.monger.engine.monger;

import dev.monger.core.monger.MongerEvent;
import dev.monger.core.monger.SessionEvent;
import dev.monger.engine.EngineInput;
import java.util.Optional;

/**
 * Sees that the process slept: it beats each second, so that a longer time without a step means
 * that it was stopped, or swapped out, and that what was said meanwhile waits to be read.
 */
final class Wakefulness {

    private static final long OVERSLEPT_NANOS = 2_500_000_000L;

    private long lastNanos;
    private boolean awake;

    /** Takes note of a step before it is taken, and returns what the core has to know. */
    Optional<MongerEvent> stepped(EngineInput input) {
        long nanos = input.now().monotonicNanos();
        long slept = nanos - lastNanos;
        // The monotonic clock has another origin in a new process.
        boolean overslept =
                awake && !(input instanceof EngineInput.Started) && slept > OVERSLEPT_NANOS;
        awake = true;
        lastNanos = nanos;
        return overslept ? Optional.of(new SessionEvent.Overslept(slept)) : Optional.empty();
    }
}
