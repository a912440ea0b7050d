package dev.monger.simulator.backend;

/**
 * One trade of one order.
 *
 * @param execId TWS's number of it; the part after the last dot counts corrections
 * @param permId the order's number at the broker
 * @param origin who placed the order
 * @param orderRef the client's free text
 * @param conId what was traded
 * @param trade side, size, price, place
 * @param timeNanos market time, nanoseconds since the Unix epoch
 * @param cumulativeShares shares of the order traded so far
 * @param averageE8 average price of the order so far
 * @param charge commission and realized profit
 */
public record Execution(
        String execId,
        long permId,
        OrderOrigin origin,
        String orderRef,
        int conId,
        Trade trade,
        long timeNanos,
        long cumulativeShares,
        long averageE8,
        Charge charge) {

    /**
     * The trade itself.
     *
     * @param buy true when bought
     * @param shares how many
     * @param priceE8 at which price, units of 1e-8
     * @param exchange where
     * @param removedLiquidity whether a displayed quote was taken
     */
    public record Trade(
            boolean buy, long shares, long priceE8, String exchange, boolean removedLiquidity) {}

    /**
     * What the trade cost and brought.
     *
     * @param commissionE8 units of 1e-8
     * @param closing whether it closed something; only then is there realized profit
     * @param realizedE8 profit realized, commissions of both sides deducted
     */
    public record Charge(long commissionE8, boolean closing, long realizedE8) {}
}
