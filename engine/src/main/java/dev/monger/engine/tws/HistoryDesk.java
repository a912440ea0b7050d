package dev.monger.engine.tws;

import dev.monger.core.model.PredictionRules;
import dev.monger.engine.history.BarSeries;
import dev.monger.engine.history.HistoryLoop;
import dev.monger.engine.history.HistoryRequest;
import dev.monger.prediction.Features.ClosedBar;
import dev.monger.tws.message.Bar;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.session.HistoryError;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The wire's side of the historical-data loop of one ticker. */
public final class HistoryDesk {

    private static final int UNUSED = Integer.MIN_VALUE;
    private static final int TRADES_OF_NOTHING = -1;

    private @Nullable HistoryLoop loop;
    private @Nullable PredictionRules rules;
    private int following = UNUSED;
    private int refilling = UNUSED;

    /** A stream that TWS still has and nobody wants. */
    private int abandoned = UNUSED;

    /** Follows bars as the rules ask; the same rules again change nothing. */
    public void configure(PredictionRules wanted, boolean linked, long exchangeNanos) {
        if (wanted.equals(rules)) {
            return;
        }
        rules = wanted;
        HistoryLoop fresh =
                new HistoryLoop(
                        new BarSeries(wanted.bar().toNanos(), wanted.bars() * 4), wanted.bars());
        loop = fresh;
        abandon();
        if (linked) {
            fresh.linked(exchangeNanos);
        }
    }

    private void abandon() {
        abandoned = following == UNUSED ? abandoned : following;
        following = UNUSED;
        refilling = UNUSED;
    }

    /** What is followed may be another contract's: it is asked for anew. */
    public void again(long exchangeNanos) {
        abandon();
        if (loop != null) {
            loop.unlinked();
            loop.linked(exchangeNanos);
        }
    }

    /** The contract is known and the session ready. */
    public void linked(long exchangeNanos) {
        if (loop != null) {
            loop.linked(exchangeNanos);
        }
    }

    /** The session is gone. */
    public void unlinked() {
        abandoned = UNUSED;
        following = UNUSED;
        refilling = UNUSED;
        if (loop != null) {
            loop.unlinked();
        }
    }

    /** Returns what is to be asked now. */
    public List<ClientMessage> due(Contract contract, long exchangeNanos, IntSupplier nextId) {
        HistoryLoop asked = loop;
        if (asked == null) {
            return List.of();
        }
        List<ClientMessage> messages = new ArrayList<>();
        if (abandoned != UNUSED) {
            messages.add(new MarketDataRequest.CancelHistoricalData(abandoned));
            abandoned = UNUSED;
        }
        for (HistoryRequest request : asked.due(exchangeNanos)) {
            switch (request) {
                case HistoryRequest.Unfollow unfollow ->
                        messages.add(new MarketDataRequest.CancelHistoricalData(following));
                case HistoryRequest.Follow follow -> {
                    following = nextId.getAsInt();
                    messages.add(request(following, contract, "", follow.durationNanos(), true));
                }
                case HistoryRequest.Refill refill -> {
                    refilling = nextId.getAsInt();
                    var hole = refill.hole();
                    messages.add(
                            request(
                                    refilling,
                                    contract,
                                    BrokerTime.utc(hole.toNanos()),
                                    hole.toNanos() - hole.fromNanos(),
                                    false));
                }
            }
        }
        return messages;
    }

    private ClientMessage request(
            int id, Contract contract, String end, long durationNanos, boolean follow) {
        PredictionRules wanted = rules;
        if (wanted == null) {
            throw new IllegalStateException("Invariant: history is asked for by rules");
        }
        return new MarketDataRequest.RequestHistoricalData(
                id,
                contract,
                false,
                end,
                barSize(wanted.bar()),
                duration(durationNanos),
                false,
                "TRADES",
                2,
                follow,
                "");
    }

    private static String barSize(Duration bar) {
        if (bar.toSeconds() < 60) {
            return bar.toSeconds() + " secs";
        }
        if (bar.toMinutes() < 60) {
            return bar.toMinutes() == 1 ? "1 min" : bar.toMinutes() + " mins";
        }
        return bar.toHours() == 1 ? "1 hour" : bar.toHours() + " hours";
    }

    private static String duration(long nanos) {
        long seconds = Math.max(30, Math.ceilDiv(nanos, 1_000_000_000L));
        return seconds <= 86_400 ? seconds + " S" : Math.ceilDiv(seconds, 86_400) + " D";
    }

    /** Takes a message of the past; others mean nothing here. */
    public void heard(MarketDataMessage message, long exchangeNanos) {
        HistoryLoop told = loop;
        if (told == null) {
            return;
        }
        switch (message) {
            case MarketDataMessage.HistoricalData data
                    when data.requestId() == following || data.requestId() == refilling ->
                    told.answered(closed(data.bars()), exchangeNanos);
            case MarketDataMessage.HistoricalDataUpdate update
                    when update.requestId() == following ->
                    closedBar(update.bar()).ifPresent(bar -> told.updated(bar, exchangeNanos));
            default -> {}
        }
    }

    /** Takes an error that ended a request of ours; that there are no such bars is an answer. */
    public void failed(int id, String text, long exchangeNanos) {
        HistoryLoop told = loop;
        if (told == null) {
            return;
        }
        if (id == following) {
            following = UNUSED;
            told.subscriptionEnded();
        } else if (id == refilling) {
            refilling = UNUSED;
            if (HistoryError.of(text) == HistoryError.NO_DATA) {
                told.answered(List.of(), exchangeNanos);
            } else {
                told.refillFailed();
            }
        }
    }

    private static List<ClosedBar> closed(List<Bar> bars) {
        List<ClosedBar> closed = new ArrayList<>();
        bars.forEach(bar -> closedBar(bar).ifPresent(closed::add));
        return closed;
    }

    private static Optional<ClosedBar> closedBar(Bar bar) {
        return BrokerTime.nanos(bar.time(), ZoneOffset.UTC)
                .map(start ->
                        new ClosedBar(
                                start,
                                bar.openE8(),
                                bar.highE8(),
                                bar.lowE8(),
                                bar.closeE8(),
                                Math.max(bar.volumeE8(), TRADES_OF_NOTHING + 1)));
    }

    /** Returns the bars a prediction may look at, oldest first; empty until they are whole. */
    public Optional<List<ClosedBar>> whole() {
        return loop == null ? Optional.empty() : loop.whole();
    }

    /** When {@link #due} may have something to ask, exchange time. */
    public long nextWakeNanos() {
        return loop == null ? Long.MAX_VALUE : loop.nextWakeNanos();
    }
}
