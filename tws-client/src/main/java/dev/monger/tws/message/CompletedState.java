package dev.monger.tws.message;

/**
 * How a completed order ended.
 *
 * @param status Filled, Cancelled, Inactive … as TWS wrote it
 * @param routeMarketableToBbo 0 no, 1 yes, Integer.MAX_VALUE default
 * @param parentPermId Long.MAX_VALUE or 0 when there is none
 * @param completedStatus such as Filled Size: 100, or Cancelled by Trader
 */
public record CompletedState(
        String status,
        String autoCancelDate,
        long filledQuantityE8,
        int refFuturesConId,
        String shareholder,
        int routeMarketableToBbo,
        long parentPermId,
        String completedTime,
        String completedStatus) {

    /** Nothing said. */
    public static final CompletedState NONE =
            new CompletedState("", "", 0, Integer.MAX_VALUE, "", 0, Long.MAX_VALUE, "", "");
}
