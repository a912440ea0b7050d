package dev.monger.simulator.front;

import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.TickType;
import java.util.List;

/** One watched instrument of one session: remembers what was told, tells what has changed. */
final class MarketLine {
    private static final int CAN_AUTO_EXECUTE = 1;
    private static final long MANY_SHARES = 1_000_000;

    private final int requestId;
    private final Market market;
    private final List<String> genericTicks;
    private final boolean shortable;
    private final SessionOutput out;
    private Side toldBid = new Side(0, -1);
    private Side toldAsk = new Side(0, -1);
    private long toldLastNanos = -1;
    private long toldVolume = -1;
    private long toldOpenE8;
    private long toldHighE8;
    private long toldLowE8;
    private int toldHalted = -2;
    boolean flushIsDue;
    long lastFlushNanos = Long.MIN_VALUE;

    private record Side(long priceE8, long shares) {}

    MarketLine(
            int requestId,
            Market market,
            List<String> genericTicks,
            boolean shortable,
            SessionOutput out) {
        this.requestId = requestId;
        this.market = market;
        this.genericTicks = genericTicks;
        this.shortable = shortable;
        this.out = out;
    }

    int conId() {
        return market.instrument().conId();
    }

    /** The first answers to a subscription. */
    void begin(int dataType) {
        out.send(
                new MarketDataMessage.TickRequestParameters(
                        requestId, market.instrument().minTickE8(), "9c0001", 3));
        out.send(new MarketDataMessage.MarketDataType(requestId, dataType));
        if (quotes()) {
            price(TickType.CLOSE, market.closeE8());
        }
        if (genericTicks.contains("236")) {
            long level = shortable ? 3 * Decimals.ONE : Decimals.ONE / 2;
            out.send(new MarketDataMessage.TickGeneric(requestId, TickType.SHORTABLE, level));
            out.send(
                    new MarketDataMessage.TickSize(
                            requestId,
                            TickType.SHORTABLE_SHARES,
                            Amounts.sharesE8(shortable ? MANY_SHARES : 0)));
        }
    }

    /** Tells everything that differs from what was told last. */
    void flush() {
        if (!quotes()) {
            return;
        }
        if (market.halted() != toldHalted) {
            toldHalted = market.halted();
            out.send(
                    new MarketDataMessage.TickGeneric(
                            requestId, TickType.HALTED, toldHalted * Decimals.ONE));
        }
        flushQuote();
        flushTrade();
        flushDay();
    }

    private void flushQuote() {
        Quote now = market.quote();
        Side bid = new Side(now.hasBid() ? now.bidE8() : -Decimals.ONE, now.bidShares());
        Side ask = new Side(now.hasAsk() ? now.askE8() : -Decimals.ONE, now.askShares());
        side(TickType.BID, TickType.BID_SIZE, bid, toldBid);
        side(TickType.ASK, TickType.ASK_SIZE, ask, toldAsk);
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

    private void flushTrade() {
        if (market.lastNanos() == toldLastNanos || market.lastE8() == 0) {
            return;
        }
        toldLastNanos = market.lastNanos();
        long size = Amounts.tickSizeE8(market.lastShares(), out.version());
        long seconds = Math.floorDiv(toldLastNanos, 1_000_000_000L);
        out.send(
                new MarketDataMessage.TickString(
                        requestId, TickType.LAST_TIMESTAMP, Long.toString(seconds)));
        out.send(
                new MarketDataMessage.TickPrice(
                        requestId, TickType.LAST, market.lastE8(), size, 0));
        out.send(new MarketDataMessage.TickSize(requestId, TickType.LAST_SIZE, size));
        if (genericTicks.contains("233")) {
            out.send(
                    new MarketDataMessage.TickString(
                            requestId, TickType.REAL_TIME_VOLUME, realTimeVolume()));
        }
    }

    private String realTimeVolume() {
        return Decimals.text(market.lastE8())
                + ";"
                + market.lastShares()
                + ";"
                + Math.floorDiv(toldLastNanos, 1_000_000L)
                + ";"
                + market.volumeShares()
                + ";"
                + Decimals.text(market.lastE8())
                + ";true";
    }

    private void flushDay() {
        if (market.volumeShares() != toldVolume && market.lastE8() != 0) {
            toldVolume = market.volumeShares();
            out.send(
                    new MarketDataMessage.TickSize(
                            requestId,
                            TickType.VOLUME,
                            Amounts.tickSizeE8(toldVolume, out.version())));
        }
        if (market.openE8() != 0 && market.openE8() != toldOpenE8) {
            toldOpenE8 = market.openE8();
            price(TickType.OPEN, toldOpenE8);
        }
        if (market.openE8() != 0 && market.highE8() != toldHighE8) {
            toldHighE8 = market.highE8();
            price(TickType.HIGH, toldHighE8);
        }
        if (market.openE8() != 0 && market.lowE8() != toldLowE8) {
            toldLowE8 = market.lowE8();
            price(TickType.LOW, toldLowE8);
        }
    }

    private void price(int type, long priceE8) {
        out.send(new MarketDataMessage.TickPrice(requestId, type, priceE8, 0, 0));
    }

    private boolean quotes() {
        return !genericTicks.contains("mdoff");
    }
}
