package dev.monger.simulator.backend;

/**
 * What an order asks for.
 *
 * @param buy true to buy
 * @param shares how many in all, filled ones included
 * @param kind the order type
 * @param prices its prices
 * @param life how long and in which hours it works
 * @param ocaGroup the one-cancels-all group, empty for none
 * @param ocaType 1 cancel the rest, 2 reduce the rest with block, 3 reduce the rest without block,
 *     0 not said
 * @param orderRef the client's free text
 */
public record OrderTerms(
        boolean buy,
        long shares,
        OrderKind kind,
        Prices prices,
        Life life,
        String ocaGroup,
        int ocaType,
        String orderRef) {

    /**
     * The prices of an order, units of 1e-8, 0 where the kind has none.
     *
     * @param limitE8 the worst acceptable price
     * @param stopE8 the stop, or for a trailing order the first stop when the client gives it
     * @param trailAmountE8 how far a trailing stop stays behind
     * @param trailPercentE8 the same in percent
     * @param triggerMethod what a stop looks at: 4 bid and ask, 7 last or bid and ask, 8 the
     *     middle, else the last trade
     */
    public record Prices(
            long limitE8, long stopE8, long trailAmountE8, long trailPercentE8, int triggerMethod) {
        /** No price at all. */
        public static final Prices NONE = new Prices(0, 0, 0, 0, 0);

        /** Only a limit. */
        public static Prices limit(long limitE8) {
            return new Prices(limitE8, 0, 0, 0, 0);
        }

        /** Only a stop. */
        public static Prices stop(long stopE8) {
            return new Prices(0, stopE8, 0, 0, 0);
        }
    }

    /**
     * How long an order lives.
     *
     * @param timeInForce the rule
     * @param goodTillNanos the end of a GTD order, nanoseconds since the Unix epoch
     * @param outsideRegularHours whether it works before the opening and after the closing bell
     */
    public record Life(TimeInForce timeInForce, long goodTillNanos, boolean outsideRegularHours) {
        /** For the day, in regular hours. */
        public static final Life DAY = new Life(TimeInForce.DAY, 0, false);

        /** Until cancelled, in regular hours. */
        public static final Life GTC = new Life(TimeInForce.GTC, 0, false);
    }

    /** The same with another size. */
    public OrderTerms withShares(long other) {
        return new OrderTerms(buy, other, kind, prices, life, ocaGroup, ocaType, orderRef);
    }

    /** The same in an OCA group. */
    public OrderTerms inGroup(String group, int type) {
        return new OrderTerms(buy, shares, kind, prices, life, group, type, orderRef);
    }
}
