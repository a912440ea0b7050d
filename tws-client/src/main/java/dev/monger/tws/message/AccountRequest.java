package dev.monger.tws.message;

/** Requests about accounts, positions and P&amp;L. */
public sealed interface AccountRequest extends ClientMessage {

    /** Subscribes the positions of all accounts. */
    record RequestPositions() implements AccountRequest {}

    /** Ends the subscription of positions. */
    record CancelPositions() implements AccountRequest {}

    /** Subscribes the positions of one account or model. */
    record RequestPositionsMulti(int requestId, String account, String modelCode)
            implements AccountRequest {}

    /** Ends that subscription. */
    record CancelPositionsMulti(int requestId) implements AccountRequest {}

    /** Subscribes values and portfolio of one account, or ends that. */
    record RequestAccountUpdates(boolean subscribe, String account) implements AccountRequest {}

    /** Subscribes values of one account or model. */
    record RequestAccountUpdatesMulti(
            int requestId, String account, String modelCode, boolean ledgerAndNetLiquidation)
            implements AccountRequest {}

    /** Ends that subscription. */
    record CancelAccountUpdatesMulti(int requestId) implements AccountRequest {}

    /**
     * Subscribes named values of a group of accounts.
     *
     * @param group All
     * @param tags comma list
     */
    record RequestAccountSummary(int requestId, String group, String tags)
            implements AccountRequest {}

    /** Ends that subscription. */
    record CancelAccountSummary(int requestId) implements AccountRequest {}

    /** Subscribes the P&amp;L of an account. */
    record RequestPnl(int requestId, String account, String modelCode) implements AccountRequest {}

    /** Ends that subscription. */
    record CancelPnl(int requestId) implements AccountRequest {}

    /** Subscribes the P&amp;L of one position. */
    record RequestPnlSingle(int requestId, String account, String modelCode, int conId)
            implements AccountRequest {}

    /** Ends that subscription. */
    record CancelPnlSingle(int requestId) implements AccountRequest {}
}
