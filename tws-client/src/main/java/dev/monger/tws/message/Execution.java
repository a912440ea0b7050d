package dev.monger.tws.message;

/**
 * One execution, or its correction.
 *
 * @param orderId the client's number; {@link Integer#MAX_VALUE} or 0 for trades made by hand
 * @param execId parts joined by dots; a correction differs in the last part only
 * @param time in the form of the server version and the TWS settings
 * @param side BOT or SLD
 * @param liquidation 1 when the broker liquidated
 * @param cumulativeQuantityE8 of the whole order so far
 * @param lastLiquidity 0 none, 1 added, 2 removed, 3 routed out
 */
public record Execution(
        int orderId,
        String execId,
        String time,
        String account,
        String exchange,
        String side,
        long sharesE8,
        long priceE8,
        long permId,
        int clientId,
        int liquidation,
        long cumulativeQuantityE8,
        long averagePriceE8,
        String orderRef,
        String evRule,
        long evMultiplierE8,
        String modelCode,
        int lastLiquidity,
        boolean pendingPriceRevision,
        String submitter) {

    /** An execution of which nothing is said. */
    public static final Execution NONE =
            new Execution(
                    0,
                    "",
                    "",
                    "",
                    "",
                    "",
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    "",
                    "",
                    Decimals.UNSET,
                    "",
                    0,
                    false,
                    "");
}
