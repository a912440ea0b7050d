package dev.monger.tws.session;

/** What helps a subscription about which TWS said something; never to ask again and again. */
enum Remedy {
    /** Nothing is wrong. */
    GO_ON,
    /** It died: ask anew, at once, and if it dies again soon, later and later. */
    AGAIN,
    /** It may be had some other time: ask now and then, ever more seldom. */
    LATER,
    /** Another one has to be given up before, here or by whoever else uses the account. */
    LINE_FREE,
    /** It is refused, perhaps not for good: ask anew, ever more seldom. */
    SELDOM,
    /** The broker has to be back before; what TWS says without it means nothing. */
    LINK_BACK,
    /** Only another kind of data, another session or a person helps. */
    NONE;

    static Remedy of(ErrorKind kind, String text, boolean apart) {
        return switch (kind) {
            case SUBSCRIPTION_ENDED, DUPLICATE_REQUEST_ID -> AGAIN;
            case COMPETING_SESSION, ACCOUNT_UPDATES_REPLACED -> LATER;
            case HISTORY -> ofHistory(HistoryError.of(text));
            case NO_LINES_LEFT -> LINE_FREE;
            case REFUSED -> apart ? LINK_BACK : SELDOM;
            case DATA_REFUSED, ACCOUNT_UPDATES_REFUSED, CLIENT_BUG -> NONE;
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
                    MARGIN_DEFICIENT,
                    DUPLICATE_ORDER_ID,
                    PARENT_MISSING,
                    CHANGE_REFUSED,
                    CANCEL_REFUSED,
                    CANCEL_CONFIRMED,
                    OUTCOME_UNKNOWN,
                    DATA_DELAYED,
                    ALREADY_ENDED,
                    LOCAL,
                    WARNING ->
                    GO_ON;
        };
    }

    /** The session's own rules for history make what broke them wait long enough. */
    private static Remedy ofHistory(HistoryError error) {
        return switch (error) {
            case PACING, CANCELLED -> AGAIN;
            case NO_DATA, OTHER -> LATER;
        };
    }
}
