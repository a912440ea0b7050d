package dev.monger.engine.tws;

import dev.monger.core.monger.ListingEvent;
import dev.monger.core.monger.ListingEvent.Listing;
import dev.monger.core.monger.MongerEvent;
import dev.monger.tws.session.Answer;
import dev.monger.tws.session.RequestKey;
import dev.monger.tws.session.RequestKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The lists of one reconciliation that have not ended yet.
 *
 * <p>Each list ends once: by the broker's word that this was all, or because nothing is known. An
 * answer to an earlier round says nothing of this one.
 */
public final class Listings {

    private static final Set<RequestKind> OF_A_ROUND =
            EnumSet.of(
                    RequestKind.OPEN_ORDERS,
                    RequestKind.EXECUTIONS,
                    RequestKind.COMPLETED_ORDERS,
                    RequestKind.POSITIONS);

    private final Set<RequestKind> pending = EnumSet.noneOf(RequestKind.class);
    private final AskedLists asked = new AskedLists();
    private long round;

    /**
     * A round is asked for, its executions under this id; what was pending of an earlier one is
     * unknown.
     */
    public List<MongerEvent> started(long newRound, int executionsId) {
        List<MongerEvent> unknown = broken();
        round = newRound;
        pending.addAll(OF_A_ROUND);
        for (RequestKind kind : OF_A_ROUND) {
            int id = kind == RequestKind.EXECUTIONS ? executionsId : 0;
            asked.asked(new RequestKey(kind, id));
        }
        return unknown;
    }

    /** What a list came to; empty when it is not one of this round. */
    public List<MongerEvent> answered(RequestKey list, Answer answer) {
        return ended(
                list,
                switch (answer) {
                    case Answer.Listed _, Answer.ListedEmpty _ -> Listing.LISTED;
                    case Answer.Unknown _ -> Listing.UNKNOWN;
                });
    }

    /** The question never left. */
    public List<MongerEvent> notSent(RequestKey list) {
        return ended(list, Listing.UNKNOWN);
    }

    private List<MongerEvent> ended(RequestKey list, Listing listing) {
        RequestKind kind = list.kind();
        if (!OF_A_ROUND.contains(kind) || !asked.isLast(list) || !pending.remove(kind)) {
            return List.of();
        }
        return List.of(event(kind, listing));
    }

    /** The session is gone: each pending list is unknown, and no answer will come. */
    public List<MongerEvent> unlinked() {
        asked.clear();
        return broken();
    }

    private List<MongerEvent> broken() {
        List<MongerEvent> events = new ArrayList<>();
        for (RequestKind kind : pending) {
            events.add(event(kind, Listing.UNKNOWN));
        }
        pending.clear();
        return events;
    }

    private MongerEvent event(RequestKind kind, Listing listing) {
        return switch (kind) {
            case OPEN_ORDERS -> new ListingEvent.OpenOrdersListed(round, listing);
            case EXECUTIONS -> new ListingEvent.ExecutionsListed(round, listing);
            case COMPLETED_ORDERS -> new ListingEvent.CompletedOrdersListed(round, listing);
            case POSITIONS -> new ListingEvent.PositionsListed(round, listing);
            case CONTRACT_DETAILS, ALL_OPEN_ORDERS, HISTORICAL_DATA ->
                    throw new IllegalArgumentException(
                            "Condition failed: a list of a round, not " + kind);
        };
    }
}
