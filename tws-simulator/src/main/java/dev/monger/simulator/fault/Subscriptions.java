package dev.monger.simulator.fault;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The data one session has asked for, and which of them stay away without a word. */
final class Subscriptions {
    static final int NO_DATA = Integer.MIN_VALUE;

    private final Set<Integer> live = new TreeSet<>();
    private final Set<Integer> kept = new TreeSet<>();
    private final Map<Integer, Long> silentUntilNanos = new TreeMap<>();

    /** Takes note of what a client asks for and gives up; asking again ends a silence. */
    void asked(ClientMessage message) {
        switch (message) {
            case MarketDataRequest.RequestMarketData wanted -> begins(live, wanted.requestId());
            case MarketDataRequest.RequestTickByTick wanted -> begins(live, wanted.requestId());
            case MarketDataRequest.RequestRealTimeBars wanted -> begins(live, wanted.requestId());
            case MarketDataRequest.RequestHistoricalData wanted -> {
                if (wanted.keepUpToDate()) {
                    begins(kept, wanted.requestId());
                }
            }
            case MarketDataRequest.CancelMarketData(int id) -> ends(id);
            case MarketDataRequest.CancelTickByTick(int id) -> ends(id);
            case MarketDataRequest.CancelRealTimeBars(int id) -> ends(id);
            case MarketDataRequest.CancelHistoricalData(int id) -> ends(id);
            default -> {
                // No subscription to data.
            }
        }
    }

    private void begins(Set<Integer> of, int requestId) {
        of.add(requestId);
        silentUntilNanos.remove(requestId);
    }

    private void ends(int requestId) {
        live.remove(requestId);
        kept.remove(requestId);
        silentUntilNanos.remove(requestId);
    }

    /** The live data asked for, by request id. */
    List<Integer> live() {
        return new ArrayList<>(live);
    }

    /** A piece of data stays away until a time or until it is asked for again. */
    void silence(int requestId, long untilNanos) {
        silentUntilNanos.merge(requestId, untilNanos, Math::max);
    }

    /** Live data stay away until they are asked for again. */
    void silenceLive() {
        live.forEach(id -> silence(id, Long.MAX_VALUE));
    }

    /** Bars that are kept up stay away until they are asked for again. */
    void silenceKept() {
        kept.forEach(id -> silence(id, Long.MAX_VALUE));
    }

    boolean isSilent(int requestId, long nowNanos) {
        Long until = silentUntilNanos.get(requestId);
        return until != null && nowNanos < until;
    }

    boolean isNothingSilent() {
        return silentUntilNanos.isEmpty();
    }

    /** The request a piece of live data belongs to, {@link #NO_DATA} for everything else. */
    static int requestOf(ServerMessage message) {
        return switch (message) {
            case MarketDataMessage.TickPrice tick -> tick.requestId();
            case MarketDataMessage.TickSize tick -> tick.requestId();
            case MarketDataMessage.TickGeneric tick -> tick.requestId();
            case MarketDataMessage.TickString tick -> tick.requestId();
            case MarketDataMessage.TickByTickLast tick -> tick.requestId();
            case MarketDataMessage.TickByTickBidAsk tick -> tick.requestId();
            case MarketDataMessage.TickByTickMidPoint tick -> tick.requestId();
            case MarketDataMessage.RealTimeBar bar -> bar.requestId();
            case MarketDataMessage.HistoricalDataUpdate update -> update.requestId();
            default -> NO_DATA;
        };
    }
}
