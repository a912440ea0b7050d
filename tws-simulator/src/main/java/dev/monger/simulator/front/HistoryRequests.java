package dev.monger.simulator.front;

import dev.monger.simulator.fault.BrokerFaults;
import dev.monger.simulator.venue.Bar;
import dev.monger.simulator.venue.BarKind;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bars of the past of one session, and the current bar kept up. */
final class HistoryRequests {
    static final String SERVICE = "Historical Market Data Service error message:";

    private static final long SECOND = 1_000_000_000L;
    private static final int ENDS_APART_SINCE = 196;

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, Subscription<Kept>> kept = new TreeMap<>();

    private record Kept(
            MarketDataRequest.RequestHistoricalData request,
            Market market,
            HistoryTerms terms,
            long sinceNanos) {
        int id() {
            return request.requestId();
        }
    }

    HistoryRequests(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    void request(MarketDataRequest.RequestHistoricalData request) {
        int id = request.requestId();
        switch (context.finder().one(request.contract())) {
            case ContractFinder.Found.NotOne(String text) -> out.error(id, 200, text);
            case ContractFinder.Found.One(Instrument instrument) -> {
                switch (HistoryTerms.read(request)) {
                    case HistoryTerms.Read.Refused(int code, String text) ->
                            out.error(id, code, text);
                    case HistoryTerms.Read.Sound(HistoryTerms terms) -> {
                        Market market = context.backend().market(instrument.conId());
                        request(new Kept(request, market, terms, context.nowNanos()));
                    }
                }
            }
        }
    }

    private void request(Kept wanted) {
        MarketDataRequest.RequestHistoricalData request = wanted.request();
        int id = wanted.id();
        HistorySpan span =
                HistorySpan.of(
                        request, wanted.terms(), context.venue().calendar(), context.nowNanos());
        if (span == null) {
            out.error(
                    id,
                    10314,
                    "End Date/Time: The date, time, or time-zone entered is invalid. The correct format is yyyymmdd hh:mm:ss xx/xxxx or, in UTC, yyyymmdd-hh:mm:ss.");
            return;
        }
        if (kept.containsKey(id)) {
            out.error(id, 102, "Duplicate ticker id");
            return;
        }
        if (!context.feed().isLive(wanted.market().instrument())) {
            out.error(id, 162, SERVICE + "No market data permissions for " + place(wanted));
            return;
        }
        List<Bar> bars = span.isTooOld() ? List.of() : bars(wanted, span);
        if (bars.isEmpty() && !request.keepUpToDate()) {
            out.error(
                    id,
                    162,
                    SERVICE
                            + "HMDS query returned no data: "
                            + wanted.market().instrument().symbol()
                            + "@SMART "
                            + request.whatToShow());
            return;
        }
        answer(wanted, bars, span);
        if (request.keepUpToDate()) {
            Subscription<Kept> subscription = new Subscription<>(wanted);
            kept.put(id, subscription);
            keepUp(subscription, bars.isEmpty() ? 0 : bars.getLast().startSecond());
        }
    }

    private static String place(Kept wanted) {
        return wanted.market().instrument().primaryExchange() + " STK";
    }

    /** Nothing is kept up any more, and nobody says so. */
    void dropAll() {
        kept.clear();
    }

    void cancel(int requestId) {
        if (kept.remove(requestId) == null) {
            out.error(requestId, 366, "No historical data query found for ticker id:" + requestId);
        } else {
            out.error(
                    requestId, 162, SERVICE + "API historical data query cancelled: " + requestId);
        }
    }

    void head(MarketDataRequest.RequestHeadTimestamp request) {
        int id = request.requestId();
        switch (context.finder().one(request.contract())) {
            case ContractFinder.Found.NotOne(String text) -> out.error(id, 200, text);
            case ContractFinder.Found.One(Instrument instrument) -> {
                if (!HistoryTerms.isShown(request.whatToShow())) {
                    out.error(id, 162, SERVICE + "No head time stamp");
                } else {
                    long first =
                            context.backend()
                                    .market(instrument.conId())
                                    .headSecond(request.useRegularHours());
                    String text =
                            request.formatDate() == 2
                                    ? Long.toString(first)
                                    : TimeTexts.utc(first * SECOND);
                    out.send(new MarketDataMessage.HeadTimestamp(id, text));
                }
            }
        }
    }

    private List<Bar> bars(Kept wanted, HistorySpan span) {
        long size = wanted.terms().barSeconds();
        TradingCalendar calendar = context.venue().calendar();
        BarMerger merger = new BarMerger(calendar, size, wanted.request().useRegularHours());
        BarKind kind = HistoryTerms.kind(wanted.request().whatToShow());
        if (kind == null) {
            return merger.bidAndAsk(
                    fine(wanted, span, BarKind.BID), fine(wanted, span, BarKind.ASK));
        }
        return merger.merged(fine(wanted, span, kind));
    }

    private List<Bar> fine(Kept wanted, HistorySpan span, BarKind kind) {
        long size = Math.min(60, wanted.terms().barSeconds());
        List<Bar> chosen = new ArrayList<>();
        DayHours hours = DayHours.of(span.calendar(), span.regular(), span.fromSecond());
        for (Bar bar : wanted.market().history(kind, span.fromSecond(), span.untilSecond(), size)) {
            if (!hours.holds(bar.startSecond())) {
                hours = DayHours.of(span.calendar(), span.regular(), bar.startSecond());
            }
            if (hours.wants(bar.startSecond())) {
                chosen.add(bar);
            }
        }
        return chosen;
    }

    private void answer(Kept wanted, List<Bar> bars, HistorySpan span) {
        List<dev.monger.tws.message.Bar> told = new ArrayList<>();
        bars.forEach(bar -> told.add(told(wanted, bar)));
        String start = TimeTexts.stamped(span.fromSecond() * SECOND, out.version());
        String end = TimeTexts.stamped(span.untilSecond() * SECOND, out.version());
        boolean apart = out.version() >= ENDS_APART_SINCE;
        out.send(
                new MarketDataMessage.HistoricalData(
                        wanted.id(), apart ? "" : start, apart ? "" : end, told));
        if (apart) {
            out.send(new MarketDataMessage.HistoricalDataEnd(wanted.id(), start, end));
        }
    }

    private void keepUp(Subscription<Kept> subscription, long lastStart) {
        long due = context.nowNanos() + context.settings().timing().barUpdateNanos();
        context.whenLinked(
                due,
                () -> {
                    int id = subscription.request().id();
                    boolean there = out.isOpen() && kept.get(id) == subscription;
                    if (there && !hasFailed(subscription.request())) {
                        keepUp(subscription, update(subscription.request(), lastStart));
                    }
                });
    }

    /** Whether a fault ends what is kept up, with 10182 or, at midnight, without a word. */
    private boolean hasFailed(Kept wanted) {
        BrokerFaults faults = context.faults().broker();
        if (faults.updatesFail(out.clientId())) {
            kept.remove(wanted.id());
            out.error(wanted.id(), 10182, "Failed to request live updates (disconnected).");
            return true;
        }
        return faults.updatesStop(out.clientId(), wanted.sinceNanos());
    }

    /**
     * Tells the bar told last once more with all it became, then its successors; gives the start of
     * the last one.
     */
    private long update(Kept wanted, long lastStart) {
        long until = Math.floorDiv(context.nowNanos(), SECOND) + 1;
        long from = lastStart == 0 ? until - wanted.terms().barSeconds() : lastStart;
        List<Bar> bars =
                bars(
                        wanted,
                        HistorySpan.between(
                                wanted.request(), context.venue().calendar(), from, until));
        for (Bar bar : bars) {
            out.send(new MarketDataMessage.HistoricalDataUpdate(wanted.id(), told(wanted, bar)));
        }
        return bars.isEmpty() ? lastStart : bars.getLast().startSecond();
    }

    private dev.monger.tws.message.Bar told(Kept wanted, Bar bar) {
        boolean trades = bar.count() >= 0;
        return new dev.monger.tws.message.Bar(
                time(wanted, bar.startSecond() * SECOND),
                bar.openE8(),
                bar.highE8(),
                bar.lowE8(),
                bar.closeE8(),
                trades
                        ? Amounts.historyVolumeE8(bar.shares(), out.version())
                        : Amounts.sharesE8(bar.shares()),
                bar.averageE8(),
                bar.count());
    }

    private String time(Kept wanted, long nanos) {
        if (wanted.terms().barSeconds() >= BarSpan.DAY) {
            return TimeTexts.day(nanos);
        }
        return switch (wanted.request().formatDate()) {
            case 2 -> Long.toString(Math.floorDiv(nanos, SECOND));
            case 3 -> TimeTexts.withoutYear(nanos, out.version());
            default -> TimeTexts.stamped(nanos, out.version());
        };
    }
}
