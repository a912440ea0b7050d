package dev.monger.core.monger;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the market from live data.
 *
 * @param quote the last live quote; null when live data ended or none came
 * @param lastTrade the last live trade's price; null for none
 * @param halted whether trading is halted
 * @param shortable whether shares can be found; null while nothing was said
 * @param farmHealthy whether the data farm delivers
 */
public record Market(
        @Nullable Quote quote,
        @Nullable Price lastTrade,
        boolean halted,
        @Nullable Boolean shortable,
        boolean farmHealthy) {

    static final Market UNSEEN = new Market(null, null, false, null, true);

    /** A live quote and when it came. */
    public record Quote(
            Price bid, Price ask, Quantity bidSize, Quantity askSize, long exchangeNanos) {

        /** Tells whether both sides are there and the bid is below the ask. */
        public boolean twoSided() {
            return bid.signum() > 0
                    && bid.compareTo(ask) < 0
                    && bidSize.signum() > 0
                    && askSize.signum() > 0;
        }

        /** Returns the price half way. */
        public Price middle() {
            return new Price(bid.units() + (ask.units() - bid.units()) / 2);
        }
    }

    /** Returns what an event at a moment of exchange time makes of it. */
    Market after(MarketEvent event, long exchangeNanos) {
        return switch (event) {
            case MarketEvent.QuoteReceived q ->
                    withQuote(new Quote(q.bid(), q.ask(), q.bidSize(), q.askSize(), exchangeNanos));
            case MarketEvent.DelayedQuoteReceived _ -> this;
            case MarketEvent.LiveDataEnded _ -> withQuote(null);
            case MarketEvent.LastTraded traded ->
                    new Market(quote, traded.price(), halted, shortable, farmHealthy);
            case MarketEvent.TradingHalted h ->
                    new Market(quote, lastTrade, h.halted(), shortable, farmHealthy);
            case MarketEvent.ShortableReported s ->
                    new Market(quote, lastTrade, halted, s.shortable(), farmHealthy);
            case MarketEvent.DataFarmReported f ->
                    new Market(quote, lastTrade, halted, shortable, f.healthy());
        };
    }

    Market withQuote(@Nullable Quote value) {
        return new Market(value, lastTrade, halted, shortable, farmHealthy);
    }
}
