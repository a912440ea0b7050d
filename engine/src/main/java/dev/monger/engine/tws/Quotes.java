package dev.monger.engine.tws;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.MarketEvent;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.TickType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts single ticks together to quotes, live and delayed ones never mixed. */
public final class Quotes {

    private static final long LIVE = 1;
    private static final long SHORTABLE_ABOVE_E8 = 150_000_000L;

    private int requestId = Integer.MIN_VALUE;
    private boolean live = true;
    private long bid = -1;
    private long ask = -1;
    private long bidSize;
    private long askSize;
    private long delayedBid = -1;
    private long delayedAsk = -1;
    private long last = -1;

    /** Ticks of this request count from now on; nothing is known yet. */
    public void subscribed(int newRequestId) {
        requestId = newRequestId;
        live = true;
        bid = -1;
        ask = -1;
        bidSize = 0;
        askSize = 0;
        delayedBid = -1;
        delayedAsk = -1;
    }

    /** Returns the middle of the live quote, or the last trade; null before either. */
    public @Nullable Price reference() {
        if (bid > 0 && ask > 0) {
            return new Price(bid + (ask - bid) / 2);
        }
        return last > 0 ? new Price(last) : null;
    }

    /** Returns what a message means for the monger; empty when it means nothing yet. */
    public Optional<MarketEvent> heard(MarketDataMessage message) {
        return switch (message) {
            case MarketDataMessage.TickPrice tick when tick.requestId() == requestId -> price(tick);
            case MarketDataMessage.TickSize tick when tick.requestId() == requestId -> size(tick);
            case MarketDataMessage.TickGeneric tick when tick.requestId() == requestId ->
                    generic(tick);
            case MarketDataMessage.MarketDataType type when type.requestId() == requestId ->
                    kind(type.marketDataType());
            default -> Optional.empty();
        };
    }

    private Optional<MarketEvent> kind(int marketDataType) {
        boolean nowLive = marketDataType == LIVE;
        boolean ended = live && !nowLive;
        live = nowLive;
        if (!ended) {
            return Optional.empty();
        }
        bid = -1;
        ask = -1;
        return Optional.of(new MarketEvent.LiveDataEnded("market data of type " + marketDataType));
    }

    private Optional<MarketEvent> price(MarketDataMessage.TickPrice tick) {
        switch (tick.tickType()) {
            case TickType.BID -> {
                bid = tick.priceE8();
                bidSize = tick.sizeE8();
            }
            case TickType.ASK -> {
                ask = tick.priceE8();
                askSize = tick.sizeE8();
            }
            case TickType.DELAYED_BID -> delayedBid = tick.priceE8();
            case TickType.DELAYED_ASK -> delayedAsk = tick.priceE8();
            case TickType.LAST -> {
                return last(tick);
            }
            default -> {
                return Optional.empty();
            }
        }
        return quote(tick.tickType());
    }

    private Optional<MarketEvent> last(MarketDataMessage.TickPrice tick) {
        if (!live || tick.priceE8() <= 0) {
            return Optional.empty();
        }
        last = tick.priceE8();
        return Optional.of(
                new MarketEvent.LastTraded(new Price(last), new Quantity(tick.sizeE8())));
    }

    private Optional<MarketEvent> size(MarketDataMessage.TickSize tick) {
        switch (tick.tickType()) {
            case TickType.BID_SIZE -> bidSize = tick.sizeE8();
            case TickType.ASK_SIZE -> askSize = tick.sizeE8();
            default -> {
                return Optional.empty();
            }
        }
        return quote(tick.tickType());
    }

    private Optional<MarketEvent> quote(int tickType) {
        boolean delayed = tickType == TickType.DELAYED_BID || tickType == TickType.DELAYED_ASK;
        if (delayed) {
            return delayedBid > 0 && delayedAsk > 0
                    ? Optional.of(
                            new MarketEvent.DelayedQuoteReceived(
                                    new Price(delayedBid), new Price(delayedAsk)))
                    : Optional.empty();
        }
        if (!live || (bid < 0 && ask < 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new MarketEvent.QuoteReceived(
                        new Price(Math.max(bid, 0)),
                        new Price(Math.max(ask, 0)),
                        new Quantity(bid > 0 ? Math.max(bidSize, 0) : 0),
                        new Quantity(ask > 0 ? Math.max(askSize, 0) : 0)));
    }

    private Optional<MarketEvent> generic(MarketDataMessage.TickGeneric tick) {
        return switch (tick.tickType()) {
            case TickType.HALTED -> Optional.of(new MarketEvent.TradingHalted(tick.valueE8() > 0));
            case TickType.SHORTABLE ->
                    Optional.of(
                            new MarketEvent.ShortableReported(tick.valueE8() > SHORTABLE_ABOVE_E8));
            default -> Optional.empty();
        };
    }
}
