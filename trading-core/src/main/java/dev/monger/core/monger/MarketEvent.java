package dev.monger.core.monger;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;

/**
 * What is seen of the market. Delayed and frozen data are other leaves and never become a quote.
 */
public sealed interface MarketEvent extends MongerEvent {

    /** A live quote; a side that is not there has size zero. */
    record QuoteReceived(Price bid, Price ask, Quantity bidSize, Quantity askSize)
            implements MarketEvent {}

    /** A delayed or frozen quote: shown, never traded on. */
    record DelayedQuoteReceived(Price bid, Price ask) implements MarketEvent {}

    /** Live data turned into delayed or frozen data, or ended: the last quote is void. */
    record LiveDataEnded(String reason) implements MarketEvent {}

    /** A live trade. */
    record LastTraded(Price price, Quantity size) implements MarketEvent {}

    /** Trading in the contract was halted, or resumed. */
    record TradingHalted(boolean halted) implements MarketEvent {}

    /** Whether shares can be found to sell short. */
    record ShortableReported(boolean shortable) implements MarketEvent {}

    /**
     * Data of the farm that serves the contract stopped, or flows again; orders are not touched.
     */
    record DataFarmReported(boolean healthy) implements MarketEvent {}
}
