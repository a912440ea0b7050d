package dev.monger.tws.message;

/** Requests for prices, live and past. */
public sealed interface MarketDataRequest extends ClientMessage {

    /** Asks for 1 live, 2 frozen, 3 delayed or 4 delayed and frozen data. */
    record RequestMarketDataType(int marketDataType) implements MarketDataRequest {}

    /**
     * Subscribes ticks of an instrument, or asks for a snapshot.
     *
     * @param genericTicks comma list such as 233,236; must be empty with a snapshot
     * @param regulatorySnapshot costs money
     */
    record RequestMarketData(
            int requestId,
            Contract contract,
            String genericTicks,
            boolean snapshot,
            boolean regulatorySnapshot,
            String options)
            implements MarketDataRequest {}

    /** Ends a subscription of ticks. */
    record CancelMarketData(int requestId) implements MarketDataRequest {}

    /**
     * Subscribes every single tick.
     *
     * @param tickType Last, AllLast, BidAsk or MidPoint; case matters
     */
    record RequestTickByTick(
            int requestId,
            Contract contract,
            String tickType,
            int numberOfTicks,
            boolean ignoreSize)
            implements MarketDataRequest {}

    /** Ends a subscription of single ticks. */
    record CancelTickByTick(int requestId) implements MarketDataRequest {}

    /**
     * Subscribes bars of five seconds.
     *
     * @param barSize 5
     * @param whatToShow TRADES, MIDPOINT, BID or ASK
     */
    record RequestRealTimeBars(
            int requestId,
            Contract contract,
            int barSize,
            String whatToShow,
            boolean useRegularHours,
            String options)
            implements MarketDataRequest {

        /** Returns the same request under another id. */
        public RequestRealTimeBars withRequestId(int newId) {
            return new RequestRealTimeBars(
                    newId, contract, barSize, whatToShow, useRegularHours, options);
        }
    }

    /** Ends a subscription of five-second bars. */
    record CancelRealTimeBars(int requestId) implements MarketDataRequest {}

    /**
     * Asks for bars of the past, and keeps them coming if told so.
     *
     * @param endDateTime empty for now, and always with keepUpToDate
     * @param barSize such as 5 mins
     * @param duration such as 1 D
     * @param formatDate 1 text, 2 epoch seconds
     */
    record RequestHistoricalData(
            int requestId,
            Contract contract,
            boolean includeExpired,
            String endDateTime,
            String barSize,
            String duration,
            boolean useRegularHours,
            String whatToShow,
            int formatDate,
            boolean keepUpToDate,
            String options)
            implements MarketDataRequest {

        /** Returns the same request under another id. */
        public RequestHistoricalData withRequestId(int newId) {
            return new RequestHistoricalData(
                    newId,
                    contract,
                    includeExpired,
                    endDateTime,
                    barSize,
                    duration,
                    useRegularHours,
                    whatToShow,
                    formatDate,
                    keepUpToDate,
                    options);
        }
    }

    /** Ends a request for history; TWS answers with error 162. */
    record CancelHistoricalData(int requestId) implements MarketDataRequest {}

    /** Asks since when there is history. */
    record RequestHeadTimestamp(
            int requestId,
            Contract contract,
            boolean includeExpired,
            boolean useRegularHours,
            String whatToShow,
            int formatDate)
            implements MarketDataRequest {

        /** Returns the same request under another id. */
        public RequestHeadTimestamp withRequestId(int newId) {
            return new RequestHeadTimestamp(
                    newId, contract, includeExpired, useRegularHours, whatToShow, formatDate);
        }
    }

    /** Ends a request for the start of history. */
    record CancelHeadTimestamp(int requestId) implements MarketDataRequest {}
}
