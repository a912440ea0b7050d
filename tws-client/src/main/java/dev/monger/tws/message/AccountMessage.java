package dev.monger.tws.message;

/** What TWS says of accounts, positions and P&amp;L. */
public sealed interface AccountMessage extends ServerMessage {

    /**
     * A position of an account, of all clients and hands together.
     *
     * @param averageCostE8 includes the multiplier
     */
    record Position(String account, Contract contract, long positionE8, long averageCostE8)
            implements AccountMessage {}

    /** The end of the first set of positions. */
    record PositionEnd() implements AccountMessage {}

    /** A position of one account or model. */
    record PositionMulti(
            int requestId,
            String account,
            Contract contract,
            long positionE8,
            long averageCostE8,
            String modelCode)
            implements AccountMessage {}

    /** The end of the first set of those positions. */
    record PositionMultiEnd(int requestId) implements AccountMessage {}

    /** A named value of the subscribed account. */
    record AccountValue(String key, String value, String currency, String account)
            implements AccountMessage {}

    /** A row of the subscribed account; its contract has a primary exchange, no exchange. */
    record PortfolioValue(
            Contract contract,
            long positionE8,
            long marketPriceE8,
            long marketValueE8,
            long averageCostE8,
            long unrealizedPnlE8,
            long realizedPnlE8,
            String account)
            implements AccountMessage {}

    /** When the values were made, HH:mm at TWS. */
    record AccountUpdateTime(String time) implements AccountMessage {}

    /** The end of the first set of values and rows. */
    record AccountDownloadEnd(String account) implements AccountMessage {}

    /** A named value of one account or model. */
    record AccountUpdateMulti(
            int requestId,
            String account,
            String modelCode,
            String key,
            String value,
            String currency)
            implements AccountMessage {}

    /** The end of the first set of those values. */
    record AccountUpdateMultiEnd(int requestId) implements AccountMessage {}

    /** A named value of a summary. */
    record AccountSummary(int requestId, String account, String tag, String value, String currency)
            implements AccountMessage {}

    /** The end of the first set of a summary. */
    record AccountSummaryEnd(int requestId) implements AccountMessage {}

    /** The P&amp;L of an account; unset when not available. */
    record Pnl(int requestId, long dailyPnlE8, long unrealizedPnlE8, long realizedPnlE8)
            implements AccountMessage {}

    /** The P&amp;L of one position. */
    record PnlSingle(
            int requestId,
            long positionE8,
            long dailyPnlE8,
            long unrealizedPnlE8,
            long realizedPnlE8,
            long valueE8)
            implements AccountMessage {}
}
