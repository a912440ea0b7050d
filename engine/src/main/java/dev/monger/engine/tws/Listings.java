package dev.monger.engine.tws;

import dev.monger.core.monger.ListingEvent;
import dev.monger.core.monger.ListingEvent.Listing;
import dev.monger.core.monger.MongerEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The lists of one reconciliation that have not ended yet.
 *
 * <p>Each list ends once: by the broker's word that this was all, or by its deadline or the link's
 * end, and then nothing is known of what was not on it.
 */
public final class Listings {

    /** Lists of one round. */
    public enum Kind {
        /** Own open orders. */
        OPEN_ORDERS,
        /** Executions. */
        EXECUTIONS,
        /** Orders of the day that have ended. */
        COMPLETED_ORDERS,
        /** Positions of all accounts. */
        POSITIONS
    }

    private final Set<Kind> pending = EnumSet.noneOf(Kind.class);
    private long round;
    private long deadlineNanos = Long.MAX_VALUE;

    /** A round was asked for; what was pending of an earlier one is unknown. */
    public List<MongerEvent> started(long newRound, long newDeadlineNanos) {
        List<MongerEvent> unknown = broken();
        round = newRound;
        deadlineNanos = newDeadlineNanos;
        pending.addAll(EnumSet.allOf(Kind.class));
        return unknown;
    }

    /** The broker said that a list has ended; empty when nobody waits for it. */
    public List<MongerEvent> ended(Kind kind) {
        return pending.remove(kind) ? List.of(event(kind, Listing.LISTED)) : List.of();
    }

    /** Ends what is overdue. */
    public List<MongerEvent> woke(long nowNanos) {
        return nowNanos >= deadlineNanos ? broken() : List.of();
    }

    /** Nothing more will come: each pending list is unknown. */
    public List<MongerEvent> broken() {
        List<MongerEvent> events = new ArrayList<>();
        for (Kind kind : pending) {
            events.add(event(kind, Listing.UNKNOWN));
        }
        pending.clear();
        deadlineNanos = Long.MAX_VALUE;
        return events;
    }

    /** When {@link #woke} will have something to say. */
    public long nextWakeNanos() {
        return pending.isEmpty() ? Long.MAX_VALUE : deadlineNanos;
    }

    private MongerEvent event(Kind kind, Listing listing) {
        return switch (kind) {
            case OPEN_ORDERS -> new ListingEvent.OpenOrdersListed(round, listing);
            case EXECUTIONS -> new ListingEvent.ExecutionsListed(round, listing);
            case COMPLETED_ORDERS -> new ListingEvent.CompletedOrdersListed(round, listing);
            case POSITIONS -> new ListingEvent.PositionsListed(round, listing);
        };
    }
}
