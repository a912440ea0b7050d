package dev.monger.tws.session;

/**
 * What sort of thing an error code says. Sessions and their owners act by this, never by the
 * number, so that a code that is new, or means something else than was thought, is one row of an
 * {@link ErrorTable}.
 */
public enum ErrorKind {
    /** Too many messages: nothing leaves for a while; at the third time TWS hangs up. */
    PACING,
    /** TWS still holds this client id: the same id is tried again after a pause. */
    CLIENT_ID_IN_USE,
    /** The connection is worth nothing any more: close it and connect again after a pause. */
    CONNECTION_BROKEN,
    /** TWS listens on another port from now on. */
    PORT_CHANGED,
    /** TWS lost the broker: nothing that opens may be sent, reading goes on. */
    LINK_LOST,
    /** TWS has the broker again and kept the subscriptions: reconcile orders. */
    LINK_RESTORED,
    /** TWS has the broker again, the subscriptions are gone: subscribe anew, reconcile orders. */
    LINK_RESTORED_WITHOUT_DATA,
    /** A farm of prices is away: data is stale, orders are fine. */
    MARKET_DATA_FARM_DOWN,
    /** A farm of prices can be had, at once or on demand. */
    MARKET_DATA_FARM_UP,
    /** A farm of the past is away. */
    HISTORY_FARM_DOWN,
    /** A farm of the past can be had, at once or on demand. */
    HISTORY_FARM_UP,
    /** The farm of security definitions is away. */
    DEFINITION_FARM_DOWN,
    /** The farm of security definitions can be had. */
    DEFINITION_FARM_UP,
    /**
     * The account's values come to somebody else now; taking them back at once would be a fight.
     */
    ACCOUNT_UPDATES_REPLACED,
    /** Another account's values are subscribed, which TWS allows once only. */
    ACCOUNT_UPDATES_REFUSED,
    /** The account lacks margin: the broker may begin to close positions. */
    MARGIN_DEFICIENT,
    /**
     * What was asked is refused: a new order does not exist, a change did not happen and the order
     * lives on as it was, a request has no answer.
     */
    REFUSED,
    /** The order id was used before: prove the order absent, then use a new id. */
    DUPLICATE_ORDER_ID,
    /** TWS did not have the parent yet: the child is sent again once the parent stands. */
    PARENT_MISSING,
    /** A change is refused; the order lives on as it was. */
    CHANGE_REFUSED,
    /** A cancel met an order that is not there or cannot be cancelled: enumerate, or wait. */
    CANCEL_REFUSED,
    /** A cancel is confirmed; the order's status, or its absence, still has to say so. */
    CANCEL_CONFIRMED,
    /** Nobody can say what became of the order. */
    OUTCOME_UNKNOWN,
    /** This data cannot be had; asking again changes nothing until somebody changed something. */
    DATA_REFUSED,
    /** All lines are taken: only a line that is given up makes room. */
    NO_LINES_LEFT,
    /** Delayed data comes instead of live data. */
    DATA_DELAYED,
    /** Another session of this user has the data: ask again now and then. */
    COMPETING_SESSION,
    /** A live subscription died: subscribe that one anew. */
    SUBSCRIPTION_ENDED,
    /** The request id is in use: the same is asked under a new id. */
    DUPLICATE_REQUEST_ID,
    /** A word of the history service; {@link HistoryError} reads which. */
    HISTORY,
    /** What was to be ended is not there: fine, when it was ended by us. */
    ALREADY_ENDED,
    /** The client asked what nobody may ask. */
    CLIENT_BUG,
    /** Client libraries say this to themselves; TWS never writes it. */
    LOCAL,
    /** Only a notice, as every code that is not known: shown, and nothing ends by it. */
    WARNING;

    /** Tells whether a request that this answers will get no other answer. */
    public boolean endsRequest() {
        return switch (this) {
            case REFUSED,
                    DATA_REFUSED,
                    NO_LINES_LEFT,
                    COMPETING_SESSION,
                    SUBSCRIPTION_ENDED,
                    DUPLICATE_REQUEST_ID,
                    HISTORY,
                    ALREADY_ENDED,
                    CLIENT_BUG ->
                    true;
            case PACING,
                    CLIENT_ID_IN_USE,
                    CONNECTION_BROKEN,
                    PORT_CHANGED,
                    LINK_LOST,
                    LINK_RESTORED,
                    LINK_RESTORED_WITHOUT_DATA,
                    MARKET_DATA_FARM_DOWN,
                    MARKET_DATA_FARM_UP,
                    HISTORY_FARM_DOWN,
                    HISTORY_FARM_UP,
                    DEFINITION_FARM_DOWN,
                    DEFINITION_FARM_UP,
                    ACCOUNT_UPDATES_REPLACED,
                    ACCOUNT_UPDATES_REFUSED,
                    MARGIN_DEFICIENT,
                    DUPLICATE_ORDER_ID,
                    PARENT_MISSING,
                    CHANGE_REFUSED,
                    CANCEL_REFUSED,
                    CANCEL_CONFIRMED,
                    OUTCOME_UNKNOWN,
                    DATA_DELAYED,
                    LOCAL,
                    WARNING ->
                    false;
        };
    }
}
