package dev.monger.simulator.front;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every single tick of some instruments, for one session. */
final class TickStreams {
    private static final List<String> KINDS = List.of("Last", "AllLast", "BidAsk", "MidPoint");
    private static final int MOST = 5;
    private static final int PAST_LIMIT = 1;
    private static final int BID_PAST_LOW = 1;
    private static final int ASK_PAST_HIGH = 2;

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, Stream> streams = new TreeMap<>();

    private static final class Stream {
        private final Market market;
        private final String kind;
        private final boolean ignoresSize;
        private Quote told = Quote.NONE;

        Stream(Market market, String kind, boolean ignoresSize) {
            this.market = market;
            this.kind = kind;
            this.ignoresSize = ignoresSize;
        }
    }

    TickStreams(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    void begin(MarketDataRequest.RequestTickByTick request, Instrument instrument) {
        int id = request.requestId();
        if (!KINDS.contains(request.tickType())) {
            out.error(
                    id,
                    321,
                    "Error validating request.-'bW' : cause - Please enter a valid tick type: Last, AllLast, BidAsk or MidPoint.");
        } else if (!context.feed().isLive(instrument)) {
            out.error(
                    id,
                    10189,
                    "Failed to request tick-by-tick data.No market data permissions for "
                            + instrument.primaryExchange()
                            + " STK");
        } else if (streams.containsKey(id)) {
            out.error(id, 102, "Duplicate ticker id");
        } else if (streams.size() >= MOST) {
            out.error(id, 10190, "Max number of tick-by-tick requests has been reached.");
        } else {
            Market market = context.backend().market(instrument.conId());
            streams.put(id, new Stream(market, request.tickType(), request.ignoreSize()));
        }
    }

    boolean end(int requestId) {
        return streams.remove(requestId) != null;
    }

    void endAll() {
        streams.clear();
    }

    void marketChanged(MarketEvent event) {
        for (Map.Entry<Integer, Stream> entry : streams.entrySet()) {
            Stream stream = entry.getValue();
            if (stream.market.instrument().conId() == event.conId()) {
                tick(entry.getKey(), stream, event);
            }
        }
    }

    private void tick(int id, Stream stream, MarketEvent event) {
        long seconds = Math.floorDiv(event.timeNanos(), 1_000_000_000L);
        switch (event) {
            case MarketEvent.Traded trade ->
                    last(id, stream, seconds, new Trade(trade.priceE8(), trade.shares(), 0));
            case MarketEvent.QuoteChanged changed -> quote(id, stream, seconds, changed.quote());
            case MarketEvent.HaltChanged halt -> {
                // A halt shows as a tick without price and size, its end as the next real one.
                if (halt.halted() != 0) {
                    last(id, stream, seconds, new Trade(0, 0, PAST_LIMIT));
                }
            }
        }
    }

    private record Trade(long priceE8, long shares, int mask) {}

    private void last(int id, Stream stream, long seconds, Trade trade) {
        boolean all = stream.kind.equals("AllLast");
        if (all || stream.kind.equals("Last")) {
            out.send(
                    new MarketDataMessage.TickByTickLast(
                            id,
                            all,
                            seconds,
                            trade.priceE8(),
                            Amounts.tickSizeE8(trade.shares(), out.version()),
                            trade.mask(),
                            stream.market.instrument().primaryExchange(),
                            ""));
        }
    }

    private void quote(int id, Stream stream, long seconds, Quote quote) {
        Quote before = stream.told;
        stream.told = quote;
        if (stream.kind.equals("MidPoint") && quote.midE8() != before.midE8()) {
            out.send(new MarketDataMessage.TickByTickMidPoint(id, seconds, quote.midE8()));
        }
        boolean samePrices = quote.bidE8() == before.bidE8() && quote.askE8() == before.askE8();
        if (!stream.kind.equals("BidAsk") || (stream.ignoresSize && samePrices)) {
            return;
        }
        out.send(
                new MarketDataMessage.TickByTickBidAsk(
                        id,
                        seconds,
                        quote.bidE8(),
                        quote.askE8(),
                        Amounts.tickSizeE8(quote.bidShares(), out.version()),
                        Amounts.tickSizeE8(quote.askShares(), out.version()),
                        mask(stream.market, quote)));
    }

    private static int mask(Market market, Quote quote) {
        if (market.openE8() == 0) {
            return 0;
        }
        boolean low = quote.hasBid() && quote.bidE8() < market.lowE8();
        boolean high = quote.hasAsk() && quote.askE8() > market.highE8();
        return (low ? BID_PAST_LOW : 0) | (high ? ASK_PAST_HIGH : 0);
    }
}
