package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import dev.monger.simulator.venue.Venue;
import java.math.BigInteger;

/** When a stop is reached, and how a trailing stop follows the market. */
final class Stops {
    private static final long HUNDRED_PERCENT_E8 = 100L * 100_000_000L;
    private static final int DOUBLE_BID_OR_ASK = 1;
    private static final int DOUBLE_LAST = 3;
    private static final int BID_OR_ASK = 4;
    private static final int LAST_OR_BID_ASK = 7;
    private static final int MIDPOINT = 8;

    private Stops() {}

    /** Gives a trailing order its first stop, unless the client named one. */
    static void start(BrokerOrder order, Venue venue) {
        if (order.terms.kind().trails() && order.stopE8 == 0) {
            follow(order, venue);
        }
    }

    /** Moves a trailing stop with the market, never back. */
    static void follow(BrokerOrder order, Venue venue) {
        Market market = venue.market(order.instrument.conId());
        if (!order.terms.kind().trails() || market == null) {
            return;
        }
        long reference = reference(order, market);
        if (reference == 0) {
            return;
        }
        long behind = distance(order, reference);
        if (order.terms.buy()) {
            long candidate = reference + behind;
            order.stopE8 = order.stopE8 == 0 ? candidate : Math.min(order.stopE8, candidate);
        } else {
            order.stopE8 = Math.max(order.stopE8, reference - behind);
        }
    }

    /** Whether the market stands at the stop or beyond; to be asked at each change of it. */
    static boolean reached(BrokerOrder order, Venue venue) {
        Market market = venue.market(order.instrument.conId());
        if (market == null || order.stopE8 == 0 || market.halted() != 0) {
            return false;
        }
        int method = order.terms.prices().triggerMethod();
        boolean beyond = isBeyond(order, seenE8(method, order.terms.buy(), market));
        return switch (method) {
            case DOUBLE_BID_OR_ASK -> twice(order, beyond, market.quoteNanos());
            case DOUBLE_LAST -> twice(order, beyond, market.lastNanos());
            case LAST_OR_BID_ASK -> beyond || isBeyond(order, market.lastE8());
            default -> beyond;
        };
    }

    /**
     * The price a trigger method looks at, 0 when there is none: for a sell the ask, for a buy the
     * bid, or the last trade, or the middle.
     */
    static long seenE8(int method, boolean buy, Market market) {
        return switch (method) {
            case DOUBLE_BID_OR_ASK, BID_OR_ASK, LAST_OR_BID_ASK -> buy ? bid(market) : ask(market);
            case MIDPOINT -> market.quote().midE8();
            default -> market.lastE8();
        };
    }

    /** Whether the price before this one was beyond the stop too. */
    private static boolean twice(BrokerOrder order, boolean beyond, long nanos) {
        boolean isNew = nanos != order.seenNanos;
        boolean reached = beyond && isNew && order.seenBeyond;
        if (isNew) {
            order.seenNanos = nanos;
            order.seenBeyond = beyond;
        }
        return reached;
    }

    private static boolean isBeyond(BrokerOrder order, long priceE8) {
        return priceE8 > 0
                && (order.terms.buy() ? priceE8 >= order.stopE8 : priceE8 <= order.stopE8);
    }

    private static long reference(BrokerOrder order, Market market) {
        int method = order.terms.prices().triggerMethod();
        boolean quoted = method == BID_OR_ASK || method == MIDPOINT || market.lastE8() == 0;
        if (!quoted) {
            return market.lastE8();
        }
        return order.terms.buy() ? ask(market) : bid(market);
    }

    private static long distance(BrokerOrder order, long referenceE8) {
        OrderTerms.Prices prices = order.terms.prices();
        if (prices.trailAmountE8() > 0) {
            return prices.trailAmountE8();
        }
        long tick = order.instrument.minTickE8();
        long exact =
                BigInteger.valueOf(referenceE8)
                        .multiply(BigInteger.valueOf(prices.trailPercentE8()))
                        .divide(BigInteger.valueOf(HUNDRED_PERCENT_E8))
                        .longValueExact();
        return exact / tick * tick;
    }

    private static long bid(Market market) {
        Quote quote = market.quote();
        return quote.hasBid() ? quote.bidE8() : 0;
    }

    private static long ask(Market market) {
        Quote quote = market.quote();
        return quote.hasAsk() ? quote.askE8() : 0;
    }
}
