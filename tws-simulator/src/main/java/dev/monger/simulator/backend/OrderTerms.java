package dev.monger.simulator.backend;

import java.util.List;

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
 * @param start what it waits for before it works
 * @param cancelsParent whether its cancel cancels its parent too
 */
public record OrderTerms(
        boolean buy,
        long shares,
        OrderKind kind,
        Prices prices,
        Life life,
        String ocaGroup,
        int ocaType,
        String orderRef,
        Start start,
        boolean cancelsParent) {

    /** An order that works as soon as it may, and whose cancel concerns nobody else. */
    public OrderTerms(
            boolean buy,
            long shares,
            OrderKind kind,
            Prices prices,
            Life life,
            String ocaGroup,
            int ocaType,
            String orderRef) {
        this(buy, shares, kind, prices, life, ocaGroup, ocaType, orderRef, Start.AT_ONCE, false);
    }

    /**
     * The prices of an order, units of 1e-8, 0 where the kind has none.
     *
     * @param limitE8 the worst acceptable price
     * @param stopE8 the stop, or for a trailing order the first stop when the client gives it
     * @param trailAmountE8 how far a trailing stop stays behind
     * @param trailPercentE8 the same in percent
     * @param triggerMethod what a stop looks at: 1 two quotes in a row, 2 the last trade, 3 two
     *     trades in a row, 4 bid and ask, 7 last or bid and ask, 8 the middle; 0 the last trade
     * @param limitOffsetE8 how far the limit of a trailing order lies beyond its stop
     */
    public record Prices(
            long limitE8,
            long stopE8,
            long trailAmountE8,
            long trailPercentE8,
            int triggerMethod,
            long limitOffsetE8) {

        /** No price at all. */
        public static final Prices NONE = new Prices(0, 0, 0, 0, 0);

        /** Prices of an order without a trailing limit. */
        public Prices(
                long limitE8,
                long stopE8,
                long trailAmountE8,
                long trailPercentE8,
                int triggerMethod) {
            this(limitE8, stopE8, trailAmountE8, trailPercentE8, triggerMethod, 0);
        }

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

        /** In regular hours, by a rule without an end of its own. */
        public static Life of(TimeInForce timeInForce) {
            return new Life(timeInForce, 0, false);
        }
    }

    /**
     * What an order waits for.
     *
     * @param afterNanos it does not work before this moment, nanoseconds since the Unix epoch, 0
     *     for none
     * @param conditions it does not work before they have held once; joined from left to right
     * @param anyHours whether they are looked at outside regular hours too
     * @param cancels whether they cancel it instead; it then works until they hold
     */
    public record Start(
            long afterNanos, List<Condition> conditions, boolean anyHours, boolean cancels) {

        /** Nothing. */
        public static final Start AT_ONCE = new Start(0, List.of(), false, false);

        /** Keeps its own copy of the list. */
        public Start {
            conditions = List.copyOf(conditions);
        }
    }

    /** The same with another size. */
    public OrderTerms withShares(long other) {
        return new OrderTerms(
                buy, other, kind, prices, life, ocaGroup, ocaType, orderRef, start, cancelsParent);
    }

    /** The same with other prices. */
    public OrderTerms withPrices(Prices other) {
        return new OrderTerms(
                buy, shares, kind, other, life, ocaGroup, ocaType, orderRef, start, cancelsParent);
    }

    /** The same with another life. */
    public OrderTerms withLife(Life other) {
        return new OrderTerms(
                buy,
                shares,
                kind,
                prices,
                other,
                ocaGroup,
                ocaType,
                orderRef,
                start,
                cancelsParent);
    }

    /** The same in an OCA group. */
    public OrderTerms inGroup(String group, int type) {
        return new OrderTerms(
                buy, shares, kind, prices, life, group, type, orderRef, start, cancelsParent);
    }

    /** The same, waiting for something. */
    public OrderTerms starting(Start when, boolean parentToo) {
        return new OrderTerms(
                buy, shares, kind, prices, life, ocaGroup, ocaType, orderRef, when, parentToo);
    }
}
