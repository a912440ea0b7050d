package dev.monger.core.portfolio;

import dev.monger.core.model.Money;

/** The daily-loss limit: once tripped, only a reset that names the breach lifts it. */
public sealed interface LossLatch {

    /** Nothing has been lost beyond the limit since the last reset. */
    record Clear() implements LossLatch {}

    /**
     * The limit was reached.
     *
     * @param name what a reset must name
     * @param daily the P&L of the day that tripped it
     * @param exchangeNanos when, by exchange time
     */
    record Breached(String name, Money daily, long exchangeNanos) implements LossLatch {}

    /**
     * Returns the latch after a P&L of the day: a recovery, or the broker's own reset to zero,
     * never opens it.
     */
    default LossLatch judged(Money daily, Money limit, String nextName, long exchangeNanos) {
        return switch (this) {
            case Clear clear ->
                    daily.compareTo(limit.negated()) <= 0
                            ? new Breached(nextName, daily, exchangeNanos)
                            : clear;
            case Breached breached -> breached;
        };
    }

    /** Returns the latch after an operator's reset. */
    default LossLatch reset(String named) {
        return switch (this) {
            case Clear clear -> clear;
            case Breached breached -> breached.name().equals(named) ? new Clear() : breached;
        };
    }
}
