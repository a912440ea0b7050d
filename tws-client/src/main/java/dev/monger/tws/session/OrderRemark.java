package dev.monger.tws.session;

/** What an error says about an order. None of these ends an order by itself. */
public enum OrderRemark {
    /** The order lives on. */
    INFORMATION,
    /** A new order is refused; its status or an enumeration will say that it does not exist. */
    REFUSED,
    /** A change is refused; the order lives on as it was. */
    CHANGE_REFUSED,
    /** A cancel met an order that is not there, or that cannot be cancelled any more. */
    CANCEL_REFUSED,
    /** A cancel is confirmed. */
    CANCELLED,
    /** The order id was used before: nothing was placed under it now. */
    DUPLICATE_ID,
    /** The parent was not there yet: the child does not exist. */
    PARENT_MISSING,
    /** Nobody can say what became of it. */
    OUTCOME_UNKNOWN;

    /**
     * Returns what a kind of error says about an order.
     *
     * @param changing whether a change of the order is on its way, which a refusal then is about
     */
    public static OrderRemark of(ErrorKind kind, boolean changing) {
        return switch (kind) {
            case REFUSED, CLIENT_BUG -> changing ? CHANGE_REFUSED : REFUSED;
            case PARENT_MISSING -> changing ? CHANGE_REFUSED : PARENT_MISSING;
            case CHANGE_REFUSED -> CHANGE_REFUSED;
            case CANCEL_REFUSED -> CANCEL_REFUSED;
            case CANCEL_CONFIRMED -> CANCELLED;
            case DUPLICATE_ORDER_ID -> DUPLICATE_ID;
            case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
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
                    DATA_REFUSED,
                    NO_LINES_LEFT,
                    DATA_DELAYED,
                    COMPETING_SESSION,
                    SUBSCRIPTION_ENDED,
                    DUPLICATE_REQUEST_ID,
                    HISTORY,
                    ALREADY_ENDED,
                    LOCAL,
                    WARNING ->
                    INFORMATION;
        };
    }
}
