package dev.monger.tws.session;

/**
 * One tick, of a type of its own for each freshness: what is not {@link Live} can never be taken
 * for a quote by mistake.
 */
public sealed interface Tick {

    /** The subscription it came for. */
    int requestId();

    /** What it says. */
    TickValue value();

    /** As it happens. */
    record Live(int requestId, TickValue value) implements Tick {}

    /** The last live value, told again or kept. */
    record Frozen(int requestId, TickValue value) implements Tick {}

    /** Some fifteen minutes old. */
    record Delayed(int requestId, TickValue value) implements Tick {}

    /** The last delayed value. */
    record DelayedFrozen(int requestId, TickValue value) implements Tick {}
}
