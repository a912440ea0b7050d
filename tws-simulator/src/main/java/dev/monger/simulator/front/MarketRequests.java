package dev.monger.simulator.front;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Live prices of one session: watched instruments, single ticks, five-second bars. */
final class MarketRequests {
    private static final long SECOND = 1_000_000_000L;

    private final FrontContext context;
    private final SessionOutput out;
    private final WatchedLines lines = new WatchedLines();
    private final TickStreams streams;
    private final RealTimeBars bars;
    private int dataType = DataFeed.LIVE;

    MarketRequests(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
        this.streams = new TickStreams(context, out);
        this.bars = new RealTimeBars(context, out);
    }

    /** From now on requests ask for this kind of data. */
    void dataType(MarketDataRequest.RequestMarketDataType request) {
        int wanted = request.marketDataType();
        if (wanted < DataFeed.LIVE || wanted > DataFeed.DELAYED_FROZEN) {
            out.error(
                    -1,
                    321,
                    "Error validating request.-'bW' : cause - market data type must be 1, 2, 3 or 4, was "
                            + wanted);
        } else {
            dataType = wanted;
        }
    }

    void watch(MarketDataRequest.RequestMarketData request) {
        int id = request.requestId();
        Instrument instrument = find(id, request.contract());
        if (instrument == null) {
            return;
        }
        List<String> generics = List.of(request.genericTicks().split(",", -1));
        String unknown = GenericTicks.unknown(generics);
        boolean snapshot = request.snapshot() || request.regulatorySnapshot();
        if (lines.get(id) != null) {
            out.error(id, 102, "Duplicate ticker id");
        } else if (snapshot && !request.genericTicks().isEmpty()) {
            out.error(
                    id,
                    414,
                    "Snapshot market data subscription is not applicable to generic ticks");
        } else if (unknown != null) {
            out.error(
                    id,
                    321,
                    "Error validating request.-'bW' : cause - Incorrect generic tick list of "
                            + request.genericTicks()
                            + ".  Legal ones for (STK) are: "
                            + GenericTicks.legal());
        } else {
            Market market = context.backend().market(instrument.conId());
            begin(new MarketLine(id, market, generics, dataType, out), snapshot);
        }
    }

    private void begin(MarketLine line, boolean snapshot) {
        int id = line.requestId();
        if (!speak(line)) {
            return;
        }
        if (!snapshot && !context.feed().takeLine()) {
            out.error(id, 101, "Max number of tickers has been reached");
            return;
        }
        line.begin(context.feed().type(line.conId(), line.askedType()), context.nowNanos());
        tell(line);
        if (snapshot) {
            context.whenLinked(
                    context.nowNanos() + context.settings().timing().snapshotNanos(),
                    () -> out.send(new MarketDataMessage.TickSnapshotEnd(id)));
        } else {
            lines.add(line);
            lookAgain(line);
        }
    }

    /** Says what is to be said of the rights to an instrument's data; false when there are none. */
    private boolean speak(MarketLine line) {
        DataFeed.Word word = context.feed().word(line.conId(), line.askedType());
        if (word != null) {
            out.error(line.requestId(), word.code(), word.text());
        }
        return context.feed().type(line.conId(), line.askedType()) != 0;
    }

    /** Delayed data change without an event of now: they are looked at each second. */
    private void lookAgain(MarketLine line) {
        context.whenLinked(
                context.nowNanos() + SECOND,
                () -> {
                    if (out.isOpen() && lines.has(line) && line.type() >= DataFeed.DELAYED) {
                        tell(line);
                        lookAgain(line);
                    }
                });
    }

    void unwatch(int requestId) {
        if (!lines.remove(requestId)) {
            notThere(requestId);
        } else {
            context.feed().releaseLine();
        }
    }

    void stream(MarketDataRequest.RequestTickByTick request) {
        Instrument instrument = find(request.requestId(), request.contract());
        if (instrument != null) {
            streams.begin(request, instrument);
        }
    }

    void unstream(int requestId) {
        if (!streams.end(requestId)) {
            notThere(requestId);
        }
    }

    void bars(MarketDataRequest.RequestRealTimeBars request) {
        Instrument instrument = find(request.requestId(), request.contract());
        if (instrument != null) {
            bars.begin(request, instrument);
        }
    }

    void cancelBars(int requestId) {
        if (!bars.end(requestId)) {
            notThere(requestId);
        }
    }

    /** The session is gone: its lines are free for others. */
    void ended() {
        lines.all().forEach(_ -> context.feed().releaseLine());
        lines.clear();
    }

    /** Ends every subscription without a word. */
    void dropAll() {
        ended();
        streams.endAll();
        bars.endAll();
    }

    /** An instrument's market changed. */
    void marketChanged(MarketEvent event) {
        for (MarketLine line : lines.of(event.conId())) {
            if (line.type() < DataFeed.DELAYED && !line.flushIsDue) {
                line.flushIsDue = true;
                long at = line.lastFlushNanos + context.settings().timing().ticksNanos();
                context.whenLinked(Math.max(at, event.timeNanos()), () -> flush(line));
            }
        }
        streams.marketChanged(event);
    }

    /** Every line shows how the market stands now. */
    void showMarket() {
        lines.all().forEach(this::tell);
    }

    /** Rights to an instrument's data changed: running lines are shown what they now may. */
    void rightsChanged(int conId) {
        for (MarketLine line : List.copyOf(lines.of(conId))) {
            boolean wasDelayed = line.type() >= DataFeed.DELAYED;
            if (!speak(line)) {
                lines.remove(line.requestId());
                context.feed().releaseLine();
                continue;
            }
            tell(line);
            if (!wasDelayed) {
                lookAgain(line);
            }
        }
    }

    private void flush(MarketLine line) {
        line.flushIsDue = false;
        line.lastFlushNanos = context.nowNanos();
        if (out.isOpen() && lines.has(line)) {
            tell(line);
        }
    }

    private void tell(MarketLine line) {
        int type = context.feed().type(line.conId(), line.askedType());
        boolean shortable = context.backend().isShortable(line.market().instrument().symbol());
        line.flush(type, context.feed().moment(line.market(), type), shortable);
    }

    private void notThere(int requestId) {
        out.error(requestId, 300, "Can't find EId with tickerId:" + requestId);
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
}
