package dev.monger.tws.session;

import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataRequest;

/** A stream that somebody wants, without the request id under which it is asked for. */
public sealed interface Subscription {

    /**
     * Ticks of an instrument.
     *
     * @param genericTicks comma list such as 233,236
     */
    record MarketData(Contract contract, String genericTicks) implements Subscription {}

    /**
     * Every single tick.
     *
     * @param tickType Last, AllLast, BidAsk or MidPoint; case matters
     */
    record TickByTick(Contract contract, String tickType, boolean ignoreSize)
            implements Subscription {}

    /**
     * Bars of five seconds.
     *
     * @param whatToShow TRADES, MIDPOINT, BID or ASK
     */
    record RealTimeBars(Contract contract, String whatToShow, boolean useRegularHours)
            implements Subscription {}

    /**
     * Bars of the recent past, then the current one as it changes.
     *
     * @param barSize such as 5 mins
     * @param duration such as 1 D
     * @param whatToShow TRADES, MIDPOINT, BID or ASK
     */
    record LiveHistory(
            Contract contract,
            String barSize,
            String duration,
            String whatToShow,
            boolean useRegularHours)
            implements Subscription {}

    /** Values and portfolio of one account; TWS has one such stream a client. */
    record AccountUpdates(String account) implements Subscription {}

    /** Positions of all accounts. */
    record Positions() implements Subscription {}

    /** The P&amp;L of an account. */
    record Pnl(String account, String modelCode) implements Subscription {}

    /** The P&amp;L of one position. */
    record PnlSingle(String account, String modelCode, int conId) implements Subscription {}

    /** Tells whether the request carries an id on the wire. */
    default boolean hasRequestId() {
        return switch (this) {
            case AccountUpdates _, Positions _ -> false;
            case MarketData _, TickByTick _, RealTimeBars _, LiveHistory _, Pnl _, PnlSingle _ ->
                    true;
        };
    }

    /** Tells whether a farm of some kind serves it. */
    default boolean isServedBy(FarmKind farm) {
        return switch (this) {
            case MarketData _, TickByTick _, RealTimeBars _ -> farm == FarmKind.MARKET_DATA;
            case LiveHistory _ -> farm == FarmKind.HISTORY;
            case AccountUpdates _, Positions _, Pnl _, PnlSingle _ -> false;
        };
    }

    /** Returns the message that asks for it. */
    default ClientMessage request(int requestId) {
        return switch (this) {
            case MarketData m ->
                    new MarketDataRequest.RequestMarketData(
                            requestId, m.contract(), m.genericTicks(), false, false, "");
            case TickByTick m ->
                    new MarketDataRequest.RequestTickByTick(
                            requestId, m.contract(), m.tickType(), 0, m.ignoreSize());
            case RealTimeBars m ->
                    new MarketDataRequest.RequestRealTimeBars(
                            requestId, m.contract(), 5, m.whatToShow(), m.useRegularHours(), "");
            case LiveHistory m ->
                    new MarketDataRequest.RequestHistoricalData(
                            requestId,
                            m.contract(),
                            false,
                            "",
                            m.barSize(),
                            m.duration(),
                            m.useRegularHours(),
                            m.whatToShow(),
                            2,
                            true,
                            "");
            case AccountUpdates m -> new AccountRequest.RequestAccountUpdates(true, m.account());
            case Positions _ -> new AccountRequest.RequestPositions();
            case Pnl m -> new AccountRequest.RequestPnl(requestId, m.account(), m.modelCode());
            case PnlSingle m ->
                    new AccountRequest.RequestPnlSingle(
                            requestId, m.account(), m.modelCode(), m.conId());
        };
    }

    /** Returns the message that ends it. */
    default ClientMessage cancel(int requestId) {
        return switch (this) {
            case MarketData _ -> new MarketDataRequest.CancelMarketData(requestId);
            case TickByTick _ -> new MarketDataRequest.CancelTickByTick(requestId);
            case RealTimeBars _ -> new MarketDataRequest.CancelRealTimeBars(requestId);
            case LiveHistory _ -> new MarketDataRequest.CancelHistoricalData(requestId);
            case AccountUpdates m -> new AccountRequest.RequestAccountUpdates(false, m.account());
            case Positions _ -> new AccountRequest.CancelPositions();
            case Pnl _ -> new AccountRequest.CancelPnl(requestId);
            case PnlSingle _ -> new AccountRequest.CancelPnlSingle(requestId);
        };
    }
}
