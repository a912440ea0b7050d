package dev.monger.tws.session;

import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.TickType;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives each tick the type of its freshness: by what TWS last said of the request, and by the
 * tick's own number, since delayed data comes under live numbers too.
 */
final class Ticks {

    private static final int DELAYED_BID_GREEKS = 80;
    private static final int DELAYED_MODEL_GREEKS = 83;
    private static final int DELAYED_LAST_TIMESTAMP = 88;
    private static final int DELAYED_HALTED = 90;

    private final SortedMap<Integer, DataKind> kinds = new TreeMap<>();

    /** A connection begins. What comes late for a request that was ended keeps its kind. */
    void clear() {
        kinds.clear();
    }

    /** Returns what TWS last said of a request; until it said something, the least fresh kind. */
    DataKind kindOf(int requestId) {
        return kinds.getOrDefault(requestId, DataKind.DELAYED_FROZEN);
    }

    /** Takes a message; returns the tick, if it is one. */
    Optional<Tick> read(MarketDataMessage message) {
        return switch (message) {
            case MarketDataMessage.TickPrice m -> tick(m.requestId(), m.tickType(), price(m));
            case MarketDataMessage.TickSize m -> tick(m.requestId(), m.tickType(), size(m));
            case MarketDataMessage.TickGeneric m -> tick(m.requestId(), m.tickType(), number(m));
            case MarketDataMessage.TickString m ->
                    tick(m.requestId(), m.tickType(), new TickValue.Text(m.tickType(), m.value()));
            case MarketDataMessage.TickOptionComputation m ->
                    tick(m.requestId(), m.tickType(), new TickValue.Greeks(m));
            case MarketDataMessage.MarketDataType m -> {
                kinds.put(m.requestId(), DataKind.of(m.marketDataType()));
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Tick> tick(int requestId, int tickType, TickValue value) {
        DataKind told = kindOf(requestId);
        DataKind kind = isDelayed(tickType) ? atBestDelayed(told) : told;
        return Optional.of(
                switch (kind) {
                    case LIVE -> new Tick.Live(requestId, value);
                    case FROZEN -> new Tick.Frozen(requestId, value);
                    case DELAYED -> new Tick.Delayed(requestId, value);
                    case DELAYED_FROZEN -> new Tick.DelayedFrozen(requestId, value);
                });
    }

    private static DataKind atBestDelayed(DataKind kind) {
        return switch (kind) {
            case LIVE, DELAYED -> DataKind.DELAYED;
            case FROZEN, DELAYED_FROZEN -> DataKind.DELAYED_FROZEN;
        };
    }

    private static boolean isDelayed(int tickType) {
        return (tickType >= TickType.DELAYED_BID && tickType <= TickType.DELAYED_OPEN)
                || (tickType >= DELAYED_BID_GREEKS && tickType <= DELAYED_MODEL_GREEKS)
                || tickType == DELAYED_LAST_TIMESTAMP
                || tickType == DELAYED_HALTED;
    }

    private static TickValue price(MarketDataMessage.TickPrice m) {
        long price = Decimals.isSet(m.priceE8()) ? m.priceE8() : TickValue.NO_PRICE_E8;
        long size = set(m.sizeE8());
        return switch (m.tickType()) {
            case TickType.BID, TickType.DELAYED_BID ->
                    new TickValue.Bid(price, size, m.attributeMask());
            case TickType.ASK, TickType.DELAYED_ASK ->
                    new TickValue.Ask(price, size, m.attributeMask());
            case TickType.LAST, TickType.DELAYED_LAST ->
                    new TickValue.Last(price, size, m.attributeMask());
            default -> new TickValue.OtherPrice(m.tickType(), m.priceE8());
        };
    }

    private static TickValue size(MarketDataMessage.TickSize m) {
        return switch (m.tickType()) {
            case TickType.BID_SIZE, TickType.DELAYED_BID_SIZE ->
                    new TickValue.BidSize(set(m.sizeE8()));
            case TickType.ASK_SIZE, TickType.DELAYED_ASK_SIZE ->
                    new TickValue.AskSize(set(m.sizeE8()));
            case TickType.LAST_SIZE, TickType.DELAYED_LAST_SIZE ->
                    new TickValue.LastSize(set(m.sizeE8()));
            default -> new TickValue.OtherSize(m.tickType(), m.sizeE8());
        };
    }

    private static TickValue number(MarketDataMessage.TickGeneric m) {
        return switch (m.tickType()) {
            case TickType.HALTED, DELAYED_HALTED -> new TickValue.Halted(halt(m.valueE8()));
            case TickType.SHORTABLE -> new TickValue.Shortable(m.valueE8());
            default -> new TickValue.OtherNumber(m.tickType(), m.valueE8());
        };
    }

    private static long set(long sizeE8) {
        return Decimals.isSet(sizeE8) ? sizeE8 : 0;
    }

    private static long halt(long valueE8) {
        return Decimals.isSet(valueE8) ? valueE8 / Decimals.ONE : -1;
    }
}
