package dev.monger.simulator.server;

import dev.monger.tws.message.Bar;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prices and history as {@code @stoqey/ib} shows them. */
final class StoqeyDataView {
    private static final List<Integer> WITH_SIZE = List.of(2, 4, 66, 67, 68);

    private StoqeyDataView() {}

    /** The events of a message. */
    static List<StoqeyEvent> of(MarketDataMessage message) {
        return switch (message) {
            case MarketDataMessage.TickPrice tick -> price(tick);
            case MarketDataMessage.TickSize(int id, int type, long size) ->
                    StoqeyView.one(
                            "tickSize",
                            StoqeyView.whole(id),
                            StoqeyView.whole(type),
                            StoqeyView.number(size));
            case MarketDataMessage.TickGeneric(int id, int type, long value) ->
                    StoqeyView.one(
                            "tickGeneric",
                            StoqeyView.whole(id),
                            StoqeyView.whole(type),
                            StoqeyView.number(value));
            case MarketDataMessage.TickString(int id, int type, String value) ->
                    StoqeyView.one(
                            "tickString", StoqeyView.whole(id), StoqeyView.whole(type), value);
            case MarketDataMessage.TickOptionComputation option -> option(option);
            case MarketDataMessage.TickRequestParameters first -> parameters(first);
            case MarketDataMessage.MarketDataType(int id, int type) ->
                    StoqeyView.one("marketDataType", StoqeyView.whole(id), StoqeyView.whole(type));
            case MarketDataMessage.TickSnapshotEnd(int id) ->
                    StoqeyView.one("tickSnapshotEnd", StoqeyView.whole(id));
            case MarketDataMessage.TickByTickLast last -> last(last);
            case MarketDataMessage.TickByTickBidAsk tick -> bidAsk(tick);
            case MarketDataMessage.TickByTickMidPoint(int id, long seconds, long mid) ->
                    StoqeyView.one(
                            "tickByTickMidPoint",
                            StoqeyView.whole(id),
                            Long.toString(seconds),
                            StoqeyView.number(mid));
            case MarketDataMessage.RealTimeBar bar -> realTime(bar);
            case MarketDataMessage.HistoricalData history -> history(history);
            case MarketDataMessage.HistoricalDataEnd end -> List.of();
            case MarketDataMessage.HistoricalDataUpdate(int id, Bar bar) -> update(id, bar);
            case MarketDataMessage.HeadTimestamp(int id, String time) ->
                    StoqeyView.one("headTimestamp", StoqeyView.whole(id), time);
        };
    }

    private static List<StoqeyEvent> price(MarketDataMessage.TickPrice tick) {
        List<StoqeyEvent> events = new ArrayList<>();
        events.addAll(
                StoqeyView.one(
                        "tickPrice",
                        StoqeyView.whole(tick.requestId()),
                        StoqeyView.whole(tick.tickType()),
                        StoqeyView.number(tick.priceE8()),
                        tick.attributeMask() != 0));
        // The client tells the size of bid (0) only by its own tick, since 0 is false to it.
        if (WITH_SIZE.contains(tick.tickType())) {
            int sizeType = tick.tickType() >= 66 ? tick.tickType() + 3 : tick.tickType() + 1;
            events.addAll(
                    StoqeyView.one(
                            "tickSize",
                            StoqeyView.whole(tick.requestId()),
                            StoqeyView.whole(sizeType),
                            StoqeyView.number(tick.sizeE8())));
        }
        return events;
    }

    private static List<StoqeyEvent> option(MarketDataMessage.TickOptionComputation option) {
        return StoqeyView.one(
                "tickOptionComputation",
                StoqeyView.whole(option.requestId()),
                StoqeyView.whole(option.tickType()),
                StoqeyView.whole(option.tickAttribute()),
                StoqeyView.number(option.impliedVolatilityE8()),
                StoqeyView.number(option.deltaE8()),
                StoqeyView.number(option.optionPriceE8()),
                StoqeyView.number(option.presentValueDividendE8()),
                StoqeyView.number(option.gammaE8()),
                StoqeyView.number(option.vegaE8()),
                StoqeyView.number(option.thetaE8()),
                StoqeyView.number(option.underlyingPriceE8()));
    }

    private static List<StoqeyEvent> last(MarketDataMessage.TickByTickLast last) {
        return StoqeyView.one(
                "tickByTickAllLast",
                StoqeyView.whole(last.requestId()),
                StoqeyView.whole(last.allLast() ? 2 : 1),
                Long.toString(last.epochSeconds()),
                StoqeyView.number(last.priceE8()),
                StoqeyView.number(last.sizeE8()),
                Map.of(
                        "pastLimit", (last.attributeMask() & 1) != 0,
                        "unreported", (last.attributeMask() & 2) != 0),
                last.exchange(),
                last.specialConditions());
    }

    private static List<StoqeyEvent> bidAsk(MarketDataMessage.TickByTickBidAsk tick) {
        return StoqeyView.one(
                "tickByTickBidAsk",
                StoqeyView.whole(tick.requestId()),
                Long.toString(tick.epochSeconds()),
                StoqeyView.number(tick.bidPriceE8()),
                StoqeyView.number(tick.askPriceE8()),
                StoqeyView.number(tick.bidSizeE8()),
                StoqeyView.number(tick.askSizeE8()),
                Map.of(
                        "bidPastLow", (tick.attributeMask() & 1) != 0,
                        "askPastHigh", (tick.attributeMask() & 2) != 0));
    }

    private static List<StoqeyEvent> history(MarketDataMessage.HistoricalData history) {
        List<StoqeyEvent> events = new ArrayList<>();
        for (Bar bar : history.bars()) {
            events.addAll(
                    StoqeyView.one(
                            "historicalData",
                            StoqeyView.whole(history.requestId()),
                            bar.time(),
                            StoqeyView.number(bar.openE8()),
                            StoqeyView.number(bar.highE8()),
                            StoqeyView.number(bar.lowE8()),
                            StoqeyView.number(bar.closeE8()),
                            StoqeyView.number(bar.volumeE8()),
                            StoqeyView.whole(bar.count()),
                            StoqeyView.number(bar.averagePriceE8()),
                            null));
        }
        BigDecimal none = BigDecimal.ONE.negate();
        String end = "finished-" + history.start() + "-" + history.end();
        events.addAll(
                StoqeyView.one(
                        "historicalData",
                        StoqeyView.whole(history.requestId()),
                        end,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        false));
        return events;
    }

    /** The client reads the smallest price step as a whole number. */
    private static List<StoqeyEvent> parameters(MarketDataMessage.TickRequestParameters first) {
        return StoqeyView.one(
                "tickReqParams",
                StoqeyView.whole(first.requestId()),
                StoqeyView.whole(first.minTickE8() / Decimals.ONE),
                first.bboExchange(),
                StoqeyView.whole(first.snapshotPermissions()));
    }

    private static List<StoqeyEvent> realTime(MarketDataMessage.RealTimeBar bar) {
        return StoqeyView.one(
                "realtimeBar",
                StoqeyView.whole(bar.requestId()),
                StoqeyView.whole(bar.epochSeconds()),
                StoqeyView.number(bar.openE8()),
                StoqeyView.number(bar.highE8()),
                StoqeyView.number(bar.lowE8()),
                StoqeyView.number(bar.closeE8()),
                StoqeyView.number(bar.volumeE8()),
                StoqeyView.number(bar.averagePriceE8()),
                StoqeyView.whole(bar.count()));
    }

    private static List<StoqeyEvent> update(int id, Bar bar) {
        return StoqeyView.one(
                "historicalDataUpdate",
                StoqeyView.whole(id),
                bar.time(),
                StoqeyView.number(bar.openE8()),
                StoqeyView.number(bar.highE8()),
                StoqeyView.number(bar.lowE8()),
                StoqeyView.number(bar.closeE8()),
                StoqeyView.number(bar.volumeE8()),
                StoqeyView.whole(bar.count()),
                StoqeyView.number(bar.averagePriceE8()));
    }
}
