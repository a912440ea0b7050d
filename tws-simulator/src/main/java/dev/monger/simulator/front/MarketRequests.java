package dev.monger.simulator.front;

import dev.monger.simulator.venue.Bar;
import dev.monger.simulator.venue.BarKind;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Live prices of one session: watched instruments, single ticks, five-second bars. */
final class MarketRequests {
    private static final long SECOND = 1_000_000_000L;
    private static final int BAR_SECONDS = 5;
    private static final int MOST_TICK_STREAMS = 5;

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, MarketLine> lines = new TreeMap<>();
    private final Map<Integer, TickStream> streams = new TreeMap<>();
    private final Map<Integer, Subscription<MarketDataRequest.RequestRealTimeBars>> bars =
            new TreeMap<>();
    private int dataType = 1;

    private record TickStream(int conId, String kind) {}

    MarketRequests(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    void dataType(MarketDataRequest.RequestMarketDataType request) {
        // With permission for live data, TWS goes on sending live data whatever else is allowed.
        dataType = request.marketDataType() == 2 && !context.venue().session().isOpen() ? 2 : 1;
    }

    void watch(MarketDataRequest.RequestMarketData request) {
        int id = request.requestId();
        Instrument instrument = find(id, request.contract());
        if (instrument == null) {
            return;
        }
        if (lines.containsKey(id)) {
            out.error(id, 102, "Duplicate ticker id");
            return;
        }
        if (request.snapshot() && !request.genericTicks().isEmpty()) {
            out.error(
                    id,
                    414,
                    "Snapshot market data subscription is not applicable to generic ticks");
            return;
        }
        boolean shortable = context.backend().isShortable(instrument.symbol());
        MarketLine line =
                new MarketLine(
                        id,
                        context.backend().market(instrument.conId()),
                        List.of(request.genericTicks().split(",", -1)),
                        shortable,
                        out);
        line.begin(dataType);
        line.flush();
        if (request.snapshot()) {
            context.agenda()
                    .at(
                            context.nowNanos() + context.settings().timing().snapshotNanos(),
                            () -> out.send(new MarketDataMessage.TickSnapshotEnd(id)));
        } else {
            lines.put(id, line);
        }
    }

    /** Ends every subscription without a word. */
    void dropAll() {
        lines.clear();
        streams.clear();
        bars.clear();
    }

    void unwatch(int requestId) {
        if (lines.remove(requestId) == null) {
            out.error(requestId, 300, "Can't find EId with tickerId:" + requestId);
        }
    }

    void stream(MarketDataRequest.RequestTickByTick request) {
        int id = request.requestId();
        Instrument instrument = find(id, request.contract());
        if (instrument == null) {
            return;
        }
        boolean known =
                List.of("Last", "AllLast", "BidAsk", "MidPoint").contains(request.tickType());
        if (!known) {
            out.error(
                    id,
                    321,
                    "Error validating request.-'bW' : cause - Please enter a valid tick type: Last, AllLast, BidAsk or MidPoint.");
        } else if (streams.containsKey(id)) {
            out.error(id, 102, "Duplicate ticker id");
        } else if (streams.size() >= MOST_TICK_STREAMS) {
            out.error(id, 10190, "Max number of tick-by-tick requests has been reached.");
        } else {
            streams.put(id, new TickStream(instrument.conId(), request.tickType()));
        }
    }

    void unstream(int requestId) {
        if (streams.remove(requestId) == null) {
            out.error(requestId, 300, "Can't find EId with tickerId:" + requestId);
        }
    }

    void bars(MarketDataRequest.RequestRealTimeBars request) {
        int id = request.requestId();
        Instrument instrument = find(id, request.contract());
        BarKind kind = kind(request.whatToShow());
        if (instrument == null) {
            return;
        }
        if (kind == null) {
            out.error(
                    id,
                    321,
                    "Error validating request.-'bW' : cause - whatToShow must be TRADES, MIDPOINT, BID or ASK");
            return;
        }
        Subscription<MarketDataRequest.RequestRealTimeBars> wanted = new Subscription<>(request);
        bars.put(id, wanted);
        nextBar(wanted, context.backend().market(instrument.conId()), kind);
    }

    void cancelBars(int requestId) {
        if (bars.remove(requestId) == null) {
            out.error(requestId, 300, "Can't find EId with tickerId:" + requestId);
        }
    }

    /** An instrument's market changed. */
    void marketChanged(MarketEvent event) {
        for (MarketLine line : lines.values()) {
            if (line.conId() == event.conId() && !line.flushIsDue) {
                line.flushIsDue = true;
                long due = line.lastFlushNanos + context.settings().timing().ticksNanos();
                context.agenda().at(Math.max(due, event.timeNanos()), () -> flush(line));
            }
        }
        for (Map.Entry<Integer, TickStream> stream : streams.entrySet()) {
            if (stream.getValue().conId() == event.conId()) {
                tick(stream.getKey(), stream.getValue().kind(), event);
            }
        }
    }

    private void flush(MarketLine line) {
        line.flushIsDue = false;
        line.lastFlushNanos = context.nowNanos();
        if (out.isOpen() && lines.containsValue(line)) {
            line.flush();
        }
    }

    private void tick(int id, String kind, MarketEvent event) {
        long seconds = Math.floorDiv(event.timeNanos(), SECOND);
        switch (event) {
            case MarketEvent.Traded(long time, int conId, long price, long shares) -> {
                boolean all = kind.equals("AllLast");
                if (all || kind.equals("Last")) {
                    out.send(
                            new MarketDataMessage.TickByTickLast(
                                    id,
                                    all,
                                    seconds,
                                    price,
                                    Amounts.tickSizeE8(shares, out.version()),
                                    0,
                                    context.backend().market(conId).instrument().primaryExchange(),
                                    ""));
                }
            }
            case MarketEvent.QuoteChanged(long time, int conId, Quote quote) -> {
                if (kind.equals("BidAsk")) {
                    out.send(
                            new MarketDataMessage.TickByTickBidAsk(
                                    id,
                                    seconds,
                                    quote.bidE8(),
                                    quote.askE8(),
                                    Amounts.tickSizeE8(quote.bidShares(), out.version()),
                                    Amounts.tickSizeE8(quote.askShares(), out.version()),
                                    0));
                } else if (kind.equals("MidPoint")) {
                    out.send(new MarketDataMessage.TickByTickMidPoint(id, seconds, quote.midE8()));
                }
            }
            case MarketEvent.HaltChanged halt -> {
                // Single ticks do not tell halts; the watched line does.
            }
        }
    }

    private void nextBar(
            Subscription<MarketDataRequest.RequestRealTimeBars> wanted,
            Market market,
            BarKind kind) {
        long second = Math.floorDiv(context.nowNanos(), SECOND);
        long start = Math.floorDiv(second, BAR_SECONDS) * BAR_SECONDS;
        context.agenda()
                .at(
                        (start + BAR_SECONDS) * SECOND,
                        () -> {
                            if (out.isOpen() && bars.get(wanted.request().requestId()) == wanted) {
                                bar(wanted.request(), market, kind, start);
                                nextBar(wanted, market, kind);
                            }
                        });
    }

    private void bar(
            MarketDataRequest.RequestRealTimeBars request,
            Market market,
            BarKind kind,
            long start) {
        List<Bar> found =
                new ArrayList<>(
                        market.bars(kind).between(start, start + BAR_SECONDS, BAR_SECONDS, 0));
        boolean trades = kind == BarKind.TRADES;
        if (found.isEmpty()) {
            long price = trades ? market.lastE8() : market.quote().midE8();
            if (price == 0) {
                return;
            }
            found.add(
                    new Bar(
                            start,
                            price,
                            price,
                            price,
                            price,
                            trades ? 0 : -1,
                            trades ? price : -100_000_000L,
                            trades ? 0 : -1));
        }
        Bar bar = found.getFirst();
        out.send(
                new MarketDataMessage.RealTimeBar(
                        request.requestId(),
                        bar.startSecond(),
                        bar.openE8(),
                        bar.highE8(),
                        bar.lowE8(),
                        bar.closeE8(),
                        trades
                                ? Amounts.historyVolumeE8(bar.shares(), out.version())
                                : Amounts.sharesE8(bar.shares()),
                        bar.averageE8(),
                        bar.count()));
    }

    private @Nullable Instrument find(int requestId, Contract contract) {
        return switch (context.finder().one(contract)) {
            case ContractFinder.Found.One(Instrument instrument) -> instrument;
            case ContractFinder.Found.NotOne(String text) -> {
                out.error(requestId, 200, text);
                yield null;
            }
        };
    }

    static @Nullable BarKind kind(String whatToShow) {
        return switch (whatToShow) {
            case "TRADES", "ADJUSTED_LAST" -> BarKind.TRADES;
            case "BID" -> BarKind.BID;
            case "ASK" -> BarKind.ASK;
            case "MIDPOINT" -> BarKind.MIDPOINT;
            default -> null;
        };
    }
}
