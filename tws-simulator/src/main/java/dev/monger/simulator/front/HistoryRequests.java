package dev.monger.simulator.front;

import dev.monger.simulator.fault.BrokerFaults;
import dev.monger.simulator.venue.Bar;
import dev.monger.simulator.venue.BarKind;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bars of the past of one session, and the current bar kept up. */
final class HistoryRequests {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE_SECONDS = 60;
    private static final int ENDS_APART_SINCE = 196;
    private static final String SERVICE = "Historical Market Data Service error message:";

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, Subscription<Kept>> kept = new TreeMap<>();

    private record Kept(
            MarketDataRequest.RequestHistoricalData request,
            Market market,
            BarKind kind,
            long barSeconds,
            long sinceNanos) {}

    HistoryRequests(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    void request(MarketDataRequest.RequestHistoricalData request) {
        int id = request.requestId();
        Market market = market(id, request);
        BarKind kind = MarketRequests.kind(request.whatToShow());
        Long barSeconds = BarSpan.barSeconds(request.barSize());
        long duration = BarSpan.durationSeconds(request.duration());
        long end = end(request);
        if (market == null) {
            return;
        }
        String problem = problem(request, kind, barSeconds, duration, end);
        if (problem != null || kind == null || barSeconds == null) {
            out.error(id, 321, "Error validating request.-'bW' : cause - " + problem);
            return;
        }
        if (kept.containsKey(id)) {
            out.error(id, 102, "Duplicate ticker id");
            return;
        }
        Kept wanted = new Kept(request, market, kind, barSeconds, context.nowNanos());
        long untilSecond = Math.floorDiv(end, SECOND) + 1;
        long fromSecond = from(untilSecond, duration);
        List<Bar> bars = bars(wanted, fromSecond, untilSecond);
        if (bars.isEmpty() && !request.keepUpToDate()) {
            out.error(
                    id,
                    162,
                    SERVICE
                            + "HMDS query returned no data: "
                            + market.instrument().symbol()
                            + "@SMART "
                            + request.whatToShow());
            return;
        }
        answer(wanted, bars, fromSecond * SECOND, end);
        if (request.keepUpToDate()) {
            Subscription<Kept> subscription = new Subscription<>(wanted);
            kept.put(id, subscription);
            keepUp(subscription, bars.isEmpty() ? 0 : bars.getLast().startSecond());
        }
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
        switch (context.finder().one(request.contract())) {
            case ContractFinder.Found.NotOne(String text) ->
                    out.error(request.requestId(), 200, text);
            case ContractFinder.Found.One(Instrument instrument) -> {
                BarKind kind = MarketRequests.kind(request.whatToShow());
                long first =
                        kind == null
                                ? -1
                                : context.backend()
                                        .market(instrument.conId())
                                        .bars(kind)
                                        .firstSecond();
                if (first < 0) {
                    out.error(request.requestId(), 162, SERVICE + "No head time stamp");
                } else {
                    String text =
                            request.formatDate() == 2
                                    ? Long.toString(first)
                                    : TimeTexts.utc(first * SECOND);
                    out.send(new MarketDataMessage.HeadTimestamp(request.requestId(), text));
                }
            }
        }
    }

    private @Nullable Market market(int id, MarketDataRequest.RequestHistoricalData request) {
        return switch (context.finder().one(request.contract())) {
            case ContractFinder.Found.One(Instrument instrument) ->
                    context.backend().market(instrument.conId());
            case ContractFinder.Found.NotOne(String text) -> {
                out.error(id, 200, text);
                yield null;
            }
        };
    }

    private long end(MarketDataRequest.RequestHistoricalData request) {
        if (request.endDateTime().isEmpty()) {
            return context.nowNanos();
        }
        long end = TimeTexts.parse(request.endDateTime());
        // A bar that starts at the end asked for does not belong to the answer.
        return end == TimeTexts.MALFORMED ? end : Math.min(end - SECOND, context.nowNanos());
    }

    private static @Nullable String problem(
            MarketDataRequest.RequestHistoricalData request,
            @Nullable BarKind kind,
            @Nullable Long barSeconds,
            long duration,
            long end) {
        if (kind == null) {
            return "whatToShow must be TRADES, MIDPOINT, BID or ASK, was " + request.whatToShow();
        }
        if (barSeconds == null) {
            return "Historical data bar size setting is invalid: " + request.barSize();
        }
        if (duration < 0) {
            return "Historical data duration must be an integer and S, D, W, M or Y, was "
                    + request.duration();
        }
        if (end == TimeTexts.MALFORMED) {
            return "End Date/Time: The date, time, or time-zone entered is invalid.";
        }
        return request.keepUpToDate() && !request.endDateTime().isEmpty()
                ? "End Date/Time must be empty when the data is kept up to date"
                : null;
    }

    private long from(long untilSecond, long duration) {
        if (duration < BarSpan.DAY) {
            return untilSecond - duration;
        }
        // Durations in days reach back to the beginning of a day.
        LocalDate first =
                context.venue().calendar().day((untilSecond - duration) * SECOND).plusDays(1);
        return Math.floorDiv(
                TradingCalendar.nanosOf(first.atStartOfDay(TradingCalendar.ZONE)), SECOND);
    }

    private List<Bar> bars(Kept wanted, long fromSecond, long untilSecond) {
        long size = wanted.barSeconds();
        boolean days = size >= BarSpan.DAY;
        List<Bar> fine =
                wanted.market()
                        .bars(wanted.kind())
                        .between(fromSecond, untilSecond, days ? MINUTE_SECONDS : size, 0);
        List<Bar> chosen = new ArrayList<>();
        for (Bar bar : fine) {
            Session session = context.venue().calendar().at(bar.startSecond() * SECOND);
            if (!wanted.request().useRegularHours() || session == Session.REGULAR) {
                chosen.add(bar);
            }
        }
        return days ? DayBars.merged(chosen, size, context.venue().calendar()) : chosen;
    }

    private void answer(Kept wanted, List<Bar> bars, long fromNanos, long untilNanos) {
        int id = wanted.request().requestId();
        List<dev.monger.tws.message.Bar> told = new ArrayList<>();
        bars.forEach(bar -> told.add(told(wanted, bar)));
        String start = TimeTexts.stamped(fromNanos, out.version());
        String end = TimeTexts.stamped(untilNanos, out.version());
        boolean apart = out.version() >= ENDS_APART_SINCE;
        out.send(
                new MarketDataMessage.HistoricalData(
                        id, apart ? "" : start, apart ? "" : end, told));
        if (apart) {
            out.send(new MarketDataMessage.HistoricalDataEnd(id, start, end));
        }
    }

    private void keepUp(Subscription<Kept> subscription, long lastStart) {
        Kept wanted = subscription.request();
        long due = context.nowNanos() + context.settings().timing().barUpdateNanos();
        context.agenda()
                .at(
                        due,
                        () -> {
                            int id = wanted.request().requestId();
                            if (!out.isOpen() || kept.get(id) != subscription) {
                                return;
                            }
                            if (hasFailed(subscription, id)) {
                                return;
                            }
                            long until = Math.floorDiv(context.nowNanos(), SECOND) + 1;
                            long from = lastStart == 0 ? until - wanted.barSeconds() : lastStart;
                            List<Bar> bars = bars(wanted, from, until);
                            // The bar told last is told once more with all it became, then its
                            // successors.
                            for (Bar bar : bars) {
                                out.send(
                                        new MarketDataMessage.HistoricalDataUpdate(
                                                id, told(wanted, bar)));
                            }
                            keepUp(
                                    subscription,
                                    bars.isEmpty() ? lastStart : bars.getLast().startSecond());
                        });
    }

    /** Whether a fault ends what is kept up, with 10182 or, at midnight, without a word. */
    private boolean hasFailed(Subscription<Kept> subscription, int id) {
        BrokerFaults faults = context.faults().broker();
        if (faults.updatesFail(out.clientId())) {
            kept.remove(id);
            out.error(id, 10182, "Failed to request live updates (disconnected).");
            return true;
        }
        return faults.updatesStop(out.clientId(), subscription.request().sinceNanos());
    }

    private dev.monger.tws.message.Bar told(Kept wanted, Bar bar) {
        boolean trades = wanted.kind() == BarKind.TRADES;
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
        if (wanted.barSeconds() >= BarSpan.DAY) {
            return TimeTexts.day(nanos);
        }
        return wanted.request().formatDate() == 2
                ? Long.toString(Math.floorDiv(nanos, SECOND))
                : TimeTexts.stamped(nanos, out.version());
    }
}
