package dev.monger.simulator.backend;

/** What became of an order, a modification or a cancel at the moment it was sent. */
public sealed interface PlaceOutcome {

    /** Taken; events tell the rest. */
    record Taken(BrokerOrder order) implements PlaceOutcome {}

    /**
     * Refused before it became an order, or leaving the order as it was.
     *
     * @param code TWS's error code
     * @param text TWS's error text
     */
    record Refused(int code, String text) implements PlaceOutcome {}
}
