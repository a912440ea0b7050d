package dev.monger.core.portfolio;

/** The way to the broker: two links that never stand for each other. */
public sealed interface AccountLink {

    /** No session with TWS. */
    record Down() implements AccountLink {}

    /**
     * A session with TWS.
     *
     * @param brokerReached whether TWS itself reaches the broker
     */
    record Up(boolean brokerReached) implements AccountLink {}
}
