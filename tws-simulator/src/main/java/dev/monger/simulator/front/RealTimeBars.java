package dev.monger.simulator.front;

import dev.monger.simulator.venue.Bar;
import dev.monger.simulator.venue.BarKind;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Session;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bars of five seconds as they end, for one session. */
final class RealTimeBars {
    private static final long SECOND = 1_000_000_000L;
    private static final int BAR_SECONDS = 5;
    private static final String INVALID = "Invalid Real-time Query:";

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, Subscription<MarketDataRequest.RequestRealTimeBars>> bars =
            new TreeMap<>();

    RealTimeBars(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    void begin(MarketDataRequest.RequestRealTimeBars request, Instrument instrument) {
        int id = request.requestId();
        BarKind kind = HistoryTerms.kind(request.whatToShow());
        if (kind == null) {
            out.error(
                    id,
                    321,
                    "Error validating request.-'bW' : cause - whatToShow must be TRADES, MIDPOINT, BID or ASK, was "
                            + request.whatToShow());
        } else if (request.barSize() != BAR_SECONDS) {
            out.error(
                    id,
                    321,
                    "Error validating request.-'bW' : cause - the bar size must be 5, was "
                            + request.barSize());
        } else if (!context.feed().isLive(instrument)) {
            out.error(
                    id,
                    420,
                    INVALID
                            + "No market data permissions for "
                            + instrument.primaryExchange()
                            + " STK");
        } else if (bars.containsKey(id)) {
            out.error(id, 102, "Duplicate ticker id");
        } else {
            Subscription<MarketDataRequest.RequestRealTimeBars> wanted =
                    new Subscription<>(request);
            bars.put(id, wanted);
            nextBar(wanted, context.backend().market(instrument.conId()), kind);
        }
    }

    boolean end(int requestId) {
        return bars.remove(requestId) != null;
    }

    void endAll() {
        bars.clear();
    }

    private void nextBar(
            Subscription<MarketDataRequest.RequestRealTimeBars> wanted,
            Market market,
            BarKind kind) {
        long second = Math.floorDiv(context.nowNanos(), SECOND);
        long start = Math.floorDiv(second, BAR_SECONDS) * BAR_SECONDS;
        long end = (start + BAR_SECONDS) * SECOND;
        context.whenLinked(
                end,
                () -> {
                    if (out.isOpen() && bars.get(wanted.request().requestId()) == wanted) {
                        // A bar that ended while there was no link never comes.
                        if (context.nowNanos() == end) {
                            tell(wanted.request(), market, kind, start);
                        }
                        nextBar(wanted, market, kind);
                    }
                });
    }

    private void tell(
            MarketDataRequest.RequestRealTimeBars request,
            Market market,
            BarKind kind,
            long start) {
        Session session = context.venue().calendar().at(start * SECOND);
        boolean wanted = request.useRegularHours() ? session == Session.REGULAR : session.isOpen();
        Bar bar = wanted ? bar(market, kind, start) : null;
        if (bar == null) {
            return;
        }
        boolean trades = kind == BarKind.TRADES;
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

    /** The bar that began then; without an event in it a flat one at the last price. */
    private static @Nullable Bar bar(Market market, BarKind kind, long start) {
        List<Bar> found = market.bars(kind).between(start, start + BAR_SECONDS, BAR_SECONDS, 0);
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        boolean trades = kind == BarKind.TRADES;
        long price =
                switch (kind) {
                    case TRADES -> market.lastE8();
                    case BID -> market.quote().bidE8();
                    case ASK -> market.quote().askE8();
                    case MIDPOINT -> market.quote().midE8();
                };
        if (price == 0) {
            return null;
        }
        return new Bar(
                start,
                price,
                price,
                price,
                price,
                trades ? 0 : -1,
                trades ? price : -100_000_000L,
                trades ? 0 : -1);
    }
}
