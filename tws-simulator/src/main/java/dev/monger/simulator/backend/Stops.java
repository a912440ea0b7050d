package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import dev.monger.simulator.venue.Venue;

/** When a stop is reached, and how a trailing stop follows the market. */
final class Stops {
    private static final long HUNDRED_PERCENT_E8 = 100L * 100_000_000L;
    private static final int BID_OR_ASK = 4;
    private static final int LAST_OR_BID_ASK = 7;
    private static final int MIDPOINT = 8;

    private Stops() {}

    /** Gives a trailing order its first stop, unless the client named one. */
    static void start(BrokerOrder order, Venue venue) {
        if (order.terms.kind() == OrderKind.TRAIL && order.stopE8 == 0) {
            follow(order, venue);
        }
    }

    /** Moves a trailing stop with the market, never back. */
    static void follow(BrokerOrder order, Venue venue) {
        Market market = venue.market(order.instrument.conId());
        if (order.terms.kind() != OrderKind.TRAIL || market == null) {
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

    /** Whether the market stands at the stop or beyond. */
    static boolean reached(BrokerOrder order, Venue venue) {
        Market market = venue.market(order.instrument.conId());
        if (market == null || order.stopE8 == 0 || market.halted() != 0) {
            return false;
        }
        boolean last = isBeyond(order, market.lastE8());
        boolean opposite = isBeyond(order, order.terms.buy() ? bid(market) : ask(market));
        return switch (order.terms.prices().triggerMethod()) {
            case BID_OR_ASK -> opposite;
            case LAST_OR_BID_ASK -> last || opposite;
            case MIDPOINT -> isBeyond(order, market.quote().midE8());
            default -> last;
        };
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
                java.math.BigInteger.valueOf(referenceE8)
                        .multiply(java.math.BigInteger.valueOf(prices.trailPercentE8()))
                        .divide(java.math.BigInteger.valueOf(HUNDRED_PERCENT_E8))
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
