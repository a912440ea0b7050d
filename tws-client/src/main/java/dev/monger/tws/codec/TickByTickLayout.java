package dev.monger.tws.codec;

import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataMessage.TickByTickBidAsk;
import dev.monger.tws.message.MarketDataMessage.TickByTickLast;
import dev.monger.tws.message.MarketDataMessage.TickByTickMidPoint;

/** The layout of message 99, which is one of three kinds. */
final class TickByTickLayout {

    private static final int LAST = 1;
    private static final int ALL_LAST = 2;
    private static final int BID_ASK = 3;
    private static final int MID_POINT = 4;

    private static final TickByTickLast NO_LAST = new TickByTickLast(0, false, 0, 0, 0, 0, "", "");
    private static final TickByTickBidAsk NO_QUOTE = new TickByTickBidAsk(0, 0, 0, 0, 0, 0, 0);
    private static final TickByTickMidPoint NO_MID = new TickByTickMidPoint(0, 0, 0);

    static final Layout<MarketDataMessage> LAYOUT = Layout.of(99, NO_MID, TickByTickLayout::walk);

    private TickByTickLayout() {}

    private static MarketDataMessage walk(Fields f, MarketDataMessage m) {
        Head given = headOf(m);
        TickByTickLast last = m instanceof TickByTickLast l ? l : NO_LAST;
        TickByTickBidAsk quote = m instanceof TickByTickBidAsk q ? q : NO_QUOTE;
        TickByTickMidPoint mid = m instanceof TickByTickMidPoint p ? p : NO_MID;
        int requestId = f.integer("requestId", given.requestId());
        int kind = f.integer("kind", given.kind());
        long time = f.number("epochSeconds", given.epochSeconds());
        return switch (kind) {
            case LAST, ALL_LAST -> last(f, last, requestId, kind == ALL_LAST, time);
            case BID_ASK -> quote(f, quote, requestId, time);
            case MID_POINT ->
                    new TickByTickMidPoint(
                            requestId,
                            time,
                            f.decimal("midPoint", mid.midPointE8(), DecimalForm.POINT));
            default -> {
                f.refuse("kind", "none of 1, 2, 3, 4: " + kind);
                yield NO_MID;
            }
        };
    }

    private record Head(int requestId, int kind, long epochSeconds) {}

    private static Head headOf(MarketDataMessage message) {
        if (message instanceof TickByTickLast m) {
            return new Head(m.requestId(), m.allLast() ? ALL_LAST : LAST, m.epochSeconds());
        }
        if (message instanceof TickByTickBidAsk m) {
            return new Head(m.requestId(), BID_ASK, m.epochSeconds());
        }
        if (message instanceof TickByTickMidPoint m) {
            return new Head(m.requestId(), MID_POINT, m.epochSeconds());
        }
        throw new IllegalStateException("Invariant: a single tick, not " + message);
    }

    private static TickByTickLast last(
            Fields f, TickByTickLast m, int requestId, boolean allLast, long time) {
        return new TickByTickLast(
                requestId,
                allLast,
                time,
                f.decimal("price", m.priceE8(), DecimalForm.POINT),
                f.decimal("size", m.sizeE8(), DecimalForm.QUANTITY),
                f.integer("mask", m.attributeMask()),
                f.text("exchange", m.exchange()),
                f.text("specialConditions", m.specialConditions()));
    }

    private static TickByTickBidAsk quote(Fields f, TickByTickBidAsk m, int requestId, long time) {
        return new TickByTickBidAsk(
                requestId,
                time,
                f.decimal("bidPrice", m.bidPriceE8(), DecimalForm.POINT),
                f.decimal("askPrice", m.askPriceE8(), DecimalForm.POINT),
                f.decimal("bidSize", m.bidSizeE8(), DecimalForm.QUANTITY),
                f.decimal("askSize", m.askSizeE8(), DecimalForm.QUANTITY),
                f.integer("mask", m.attributeMask()));
    }
}
