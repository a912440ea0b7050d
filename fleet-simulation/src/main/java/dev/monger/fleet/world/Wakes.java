package dev.monger.fleet.world;

import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;

/** The alarm clock of one process: only the last wish counts. */
final class Wakes {

    private EngineOutput.WakeAt wish = new EngineOutput.WakeAt(Long.MAX_VALUE, Long.MAX_VALUE);
    private long number;

    /** Takes a wish in place of an earlier one, and returns its number. */
    long wished(EngineOutput.WakeAt value) {
        wish = value;
        number++;
        return number;
    }

    /** Whether no later wish has replaced the one of this number. */
    boolean stands(long which) {
        return which == number;
    }

    /** When the wish comes true, by the exchange's clock. */
    long nanos(Now now) {
        long start = now.exchangeNanos() - now.monotonicNanos();
        long monotonic =
                wish.monotonicNanos() == Long.MAX_VALUE
                        ? Long.MAX_VALUE
                        : wish.monotonicNanos() + start;
        return Math.min(wish.exchangeNanos(), monotonic);
    }

    /** Whether what is wished for is over. */
    boolean past(Now now) {
        return wish.monotonicNanos() <= now.monotonicNanos()
                || wish.exchangeNanos() <= now.exchangeNanos();
    }
}
