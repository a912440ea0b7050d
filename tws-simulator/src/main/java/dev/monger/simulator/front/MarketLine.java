package dev.monger.simulator.front;

import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketMoment;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import java.util.List;

/** One watched instrument of one session: remembers what was told, tells what has changed. */
final class MarketLine {
    private static final int CAN_AUTO_EXECUTE = 1;
    private static final int NOTHING_TOLD = -2;

    private final int requestId;
    private final Market market;
    private final int askedType;
    private final boolean quotes;
    private final GenericTicks generics;
    private final SessionOutput out;
    private int type;
    private Side toldBid = new Side(0, -1);
    private Side toldAsk = new Side(0, -1);
    private long toldLastNanos = -1;
    private long toldVolume = -1;
    private long toldOpenE8;
    private long toldHighE8;
    private long toldLowE8;
    private long toldCloseE8;
    private int toldHalted = NOTHING_TOLD;
    boolean flushIsDue;
    long lastFlushNanos = Long.MIN_VALUE;

    private record Side(long priceE8, long shares) {}

    MarketLine(
            int requestId,
            Market market,
            List<String> genericTicks,
            int askedType,
            SessionOutput out) {
        this.requestId = requestId;
        this.market = market;
        this.askedType = askedType;
        this.quotes = !genericTicks.contains("mdoff");
        this.generics = new GenericTicks(requestId, market, genericTicks, out);
        this.out = out;
    }

    int requestId() {
        return requestId;
    }

    Market market() {
        return market;
    }

    int conId() {
        return market.instrument().conId();
    }

    /** The data type that held when the client asked. */
    int askedType() {
        return askedType;
    }

    /** The type of the data that was shown last. */
    int type() {
        return type;
    }

    /** The first answers to a subscription. */
    void begin(int dataType, long nowNanos) {
        out.send(
                new MarketDataMessage.TickRequestParameters(
                        requestId, market.instrument().minTickE8(), "9c0001", 3));
        show(dataType);
        if (dataType < DataFeed.DELAYED) {
            generics.begin(nowNanos);
        }
    }

    private void show(int dataType) {
        type = dataType;
        out.send(new MarketDataMessage.MarketDataType(requestId, dataType));
    }

    /** Tells everything that differs from what was told last. */
    void flush(int dataType, MarketMoment now, boolean shortable) {
        if (dataType != type) {
            show(dataType);
            forget();
        }
        boolean delayed = dataType >= DataFeed.DELAYED;
        if (quotes) {
            TickNumbers numbers = TickNumbers.of(dataType);
            flushHalt(now, numbers);
            flushQuote(now.quote(), numbers);
            flushTrade(now, numbers, !delayed);
            flushDay(now, numbers);
        }
        if (!delayed) {
            generics.flush(now, shortable);
        }
    }

    /** Another kind of data has other tick numbers: everything is to be told again. */
    private void forget() {
        toldBid = new Side(0, -1);
        toldAsk = new Side(0, -1);
        toldLastNanos = -1;
        toldVolume = -1;
        toldOpenE8 = 0;
        toldHighE8 = 0;
        toldLowE8 = 0;
        toldCloseE8 = 0;
        toldHalted = NOTHING_TOLD;
    }

    private void flushHalt(MarketMoment now, TickNumbers numbers) {
        if (now.figures().halted() != toldHalted) {
            toldHalted = now.figures().halted();
            out.send(
                    new MarketDataMessage.TickGeneric(
                            requestId, numbers.halted(), toldHalted * Decimals.ONE));
        }
    }

    private void flushQuote(Quote now, TickNumbers numbers) {
        Side bid = new Side(now.hasBid() ? now.bidE8() : -Decimals.ONE, now.bidShares());
        Side ask = new Side(now.hasAsk() ? now.askE8() : -Decimals.ONE, now.askShares());
        side(numbers.bid(), numbers.bidSize(), bid, toldBid);
        side(numbers.ask(), numbers.askSize(), ask, toldAsk);
        toldBid = bid;
        toldAsk = ask;
    }

    private void side(int type, int sizeType, Side now, Side told) {
        if (now.equals(told)) {
            return;
        }
        long size = Amounts.tickSizeE8(now.shares(), out.version());
        if (now.priceE8() != told.priceE8()) {
            out.send(
                    new MarketDataMessage.TickPrice(
                            requestId, type, now.priceE8(), size, CAN_AUTO_EXECUTE));
        }
        out.send(new MarketDataMessage.TickSize(requestId, sizeType, size));
    }

    private void flushTrade(MarketMoment now, TickNumbers numbers, boolean withGenerics) {
        if (now.lastNanos() == toldLastNanos || now.lastE8() == 0) {
            return;
        }
        toldLastNanos = now.lastNanos();
        long size = Amounts.tickSizeE8(now.lastShares(), out.version());
        long seconds = Math.floorDiv(toldLastNanos, 1_000_000_000L);
        out.send(
                new MarketDataMessage.TickString(
                        requestId, numbers.timestamp(), Long.toString(seconds)));
        out.send(new MarketDataMessage.TickPrice(requestId, numbers.last(), now.lastE8(), size, 0));
        out.send(new MarketDataMessage.TickSize(requestId, numbers.lastSize(), size));
        if (withGenerics) {
            generics.traded(now);
        }
    }

    private void flushDay(MarketMoment now, TickNumbers numbers) {
        if (now.figures().closeE8() != toldCloseE8) {
            toldCloseE8 = now.figures().closeE8();
            price(numbers.day().close(), toldCloseE8);
        }
        if (now.volumeShares() != toldVolume && now.lastE8() != 0) {
            toldVolume = now.volumeShares();
            out.send(
                    new MarketDataMessage.TickSize(
                            requestId,
                            numbers.volume(),
                            Amounts.tickSizeE8(toldVolume, out.version())));
        }
        if (now.openE8() == 0) {
            return;
        }
        if (now.openE8() != toldOpenE8) {
            toldOpenE8 = now.openE8();
            price(numbers.day().open(), toldOpenE8);
        }
        if (now.highE8() != toldHighE8) {
            toldHighE8 = now.highE8();
            price(numbers.day().high(), toldHighE8);
        }
        if (now.lowE8() != toldLowE8) {
            toldLowE8 = now.lowE8();
            price(numbers.day().low(), toldLowE8);
        }
    }

    private void price(int type, long priceE8) {
        out.send(new MarketDataMessage.TickPrice(requestId, type, priceE8, 0, 0));
    }
}
