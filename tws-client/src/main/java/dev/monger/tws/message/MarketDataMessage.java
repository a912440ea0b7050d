package dev.monger.tws.message;

import java.util.List;

/** Prices, live and past. */
public sealed interface MarketDataMessage extends ServerMessage {

    /**
     * A price.
     *
     * @param tickType see TickType
     * @param priceE8 −1 with size 0 when there is no quote
     * @param sizeE8 of bid, ask and last; for other types it means nothing
     * @param attributeMask bit 0 can execute automatically, 1 past limit, 2 before the opening
     */
    record TickPrice(int requestId, int tickType, long priceE8, long sizeE8, int attributeMask)
            implements MarketDataMessage {}

    /** A size. */
    record TickSize(int requestId, int tickType, long sizeE8) implements MarketDataMessage {}

    /** A number that is neither price nor size. */
    record TickGeneric(int requestId, int tickType, long valueE8) implements MarketDataMessage {}

    /** A text. */
    record TickString(int requestId, int tickType, String value) implements MarketDataMessage {}

    /** The greeks of an option. */
    record TickOptionComputation(
            int requestId,
            int tickType,
            int tickAttribute,
            long impliedVolatilityE8,
            long deltaE8,
            long optionPriceE8,
            long presentValueDividendE8,
            long gammaE8,
            long vegaE8,
            long thetaE8,
            long underlyingPriceE8)
            implements MarketDataMessage {}

    /** The first answer to a subscription of ticks. */
    record TickRequestParameters(
            int requestId, long minTickE8, String bboExchange, int snapshotPermissions)
            implements MarketDataMessage {}

    /**
     * Which kind of data a subscription has from now on.
     *
     * @param marketDataType 1 live, 2 frozen, 3 delayed, 4 delayed and frozen
     */
    record MarketDataType(int requestId, int marketDataType) implements MarketDataMessage {}

    /** The end of a snapshot. */
    record TickSnapshotEnd(int requestId) implements MarketDataMessage {}

    /**
     * One trade.
     *
     * @param allLast with the kinds that do not set the last price
     * @param attributeMask bit 0 past limit, 1 unreported
     */
    record TickByTickLast(
            int requestId,
            boolean allLast,
            long epochSeconds,
            long priceE8,
            long sizeE8,
            int attributeMask,
            String exchange,
            String specialConditions)
            implements MarketDataMessage {}

    /**
     * One change of the best quote.
     *
     * @param attributeMask bit 0 bid past low, 1 ask past high
     */
    record TickByTickBidAsk(
            int requestId,
            long epochSeconds,
            long bidPriceE8,
            long askPriceE8,
            long bidSizeE8,
            long askSizeE8,
            int attributeMask)
            implements MarketDataMessage {}

    /** One change of the midpoint. */
    record TickByTickMidPoint(int requestId, long epochSeconds, long midPointE8)
            implements MarketDataMessage {}

    /**
     * A bar of five seconds, by its start.
     *
     * @param volumeE8 −1 when not of trades, as average price and count
     */
    record RealTimeBar(
            int requestId,
            long epochSeconds,
            long openE8,
            long highE8,
            long lowE8,
            long closeE8,
            long volumeE8,
            long averagePriceE8,
            int count)
            implements MarketDataMessage {}

    /**
     * The bars asked for; below version 196 it is itself the end.
     *
     * @param start empty from version 196
     * @param end empty from version 196
     */
    record HistoricalData(int requestId, String start, String end, List<Bar> bars)
            implements MarketDataMessage {
        /** Keeps its own copy of the list. */
        public HistoricalData {
            bars = List.copyOf(bars);
        }
    }

    /** The end of the bars asked for; from version 196. */
    record HistoricalDataEnd(int requestId, String start, String end)
            implements MarketDataMessage {}

    /** The current bar so far, sent again every few seconds. */
    record HistoricalDataUpdate(int requestId, Bar bar) implements MarketDataMessage {}

    /** Since when there is history. */
    record HeadTimestamp(int requestId, String time) implements MarketDataMessage {}
}
