package dev.monger.tws.session;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.ServerMessage;

/** Under which request id a stream's message came, ticks apart. */
final class StreamIds {

    /** No request has this id. */
    static final int NONE = Integer.MIN_VALUE;

    private StreamIds() {}

    static int of(ServerMessage message) {
        return switch (message) {
            case MarketDataMessage.TickByTickLast m -> m.requestId();
            case MarketDataMessage.TickByTickBidAsk m -> m.requestId();
            case MarketDataMessage.TickByTickMidPoint m -> m.requestId();
            case MarketDataMessage.RealTimeBar m -> m.requestId();
            case MarketDataMessage.HistoricalData m -> m.requestId();
            case MarketDataMessage.HistoricalDataUpdate m -> m.requestId();
            case AccountMessage.Pnl m -> m.requestId();
            case AccountMessage.PnlSingle m -> m.requestId();
            default -> NONE;
        };
    }
}
