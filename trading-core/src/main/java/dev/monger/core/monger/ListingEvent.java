package dev.monger.core.monger;

/**
 * The end of a list that was asked for by {@link MongerCommand.RequestReconciliation}. What is on
 * the list came before, as events of its own. A list that did not end is unknown, never empty.
 */
public sealed interface ListingEvent extends MongerEvent {

    /** Which request is answered. */
    long round();

    /** Whether the list ended. */
    Listing listing();

    /** Whether a list was read to its end. */
    enum Listing {
        /** The broker said that this was all. */
        LISTED,
        /** It did not, in time: nothing is known of what was not on it. */
        UNKNOWN
    }

    /** Open orders of our own client id. */
    record OpenOrdersListed(long round, Listing listing) implements ListingEvent {}

    /** Executions back to the last one known, at least since midnight. */
    record ExecutionsListed(long round, Listing listing) implements ListingEvent {}

    /** Orders of the day that have ended. */
    record CompletedOrdersListed(long round, Listing listing) implements ListingEvent {}

    /** Positions of all accounts; a contract that is not on the list is held at zero. */
    record PositionsListed(long round, Listing listing) implements ListingEvent {}
}
