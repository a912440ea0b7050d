package dev.monger.core.monger;

import dev.monger.core.model.Instants;

/** How the broker's clock stands to ours, as far as asking it over the wire can tell. */
public sealed interface ClockView {

    /** More than this far apart, no entry leaves. */
    long MOST_NANOS = 1_000_000_000L;

    /** It was not asked in this session. */
    record NotCompared() implements ClockView {}

    /** It was asked once: how fast exchange time runs is not known yet. */
    record Asked(Instants at) implements ClockView {}

    /**
     * It was compared.
     *
     * @param aheadNanos how far the broker's is ahead of ours, exchange time; negative for behind
     * @param uncertaintyNanos by how much that may be wrong, for the way of question and answer
     */
    record Compared(Instants at, long aheadNanos, long uncertaintyNanos) implements ClockView {}

    /** Tells whether the clocks are surely too far apart. */
    default boolean skewed() {
        return this instanceof Compared(_, long ahead, long uncertainty)
                && Math.abs(ahead) - uncertainty > MOST_NANOS;
    }

    /** A link that broke makes no clock right: what was found stands until it is asked again. */
    default ClockView broken() {
        return this instanceof Asked ? new NotCompared() : this;
    }

    /**
     * Returns the view after an answer. Half of the way there and back is the best guess for the
     * way back; a text of whole seconds may be half a second off.
     */
    default ClockView after(SessionEvent.ClockAnswered answer, Instants at) {
        return switch (this) {
            case NotCompared _ -> new Asked(at);
            case Asked asked -> compared(asked.at(), answer, at);
            case Compared compared -> compared(compared.at(), answer, at);
        };
    }

    private static ClockView compared(
            Instants before, SessionEvent.ClockAnswered answer, Instants at) {
        long passed = at.monotonicNanos() - before.monotonicNanos();
        if (passed <= 0) {
            return new Asked(at);
        }
        double rate = (double) (at.exchangeNanos() - before.exchangeNanos()) / passed;
        long halfWay = (long) (answer.roundTripNanos() * Math.max(rate, 1) / 2);
        long coarse = answer.brokerNanos() % MOST_NANOS == 0 ? MOST_NANOS / 2 : 0;
        long broker = answer.brokerNanos() + coarse;
        return new Compared(at, broker + halfWay - at.exchangeNanos(), halfWay + coarse);
    }
}
