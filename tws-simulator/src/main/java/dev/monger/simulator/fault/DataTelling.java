package dev.monger.simulator.fault;

import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What goes wrong when data are told: silence, and old values that look fresh. */
final class DataTelling implements Telling {
    private static final int FROZEN = 2;
    private static final int DELAYED = 3;
    private static final int LIVE = 1;

    private final Hearing hearing;
    private final Subscriptions subscriptions;
    private final Map<Integer, Line> lines = new TreeMap<>();

    DataTelling(Hearing hearing, Subscriptions subscriptions) {
        this.hearing = hearing;
        this.subscriptions = subscriptions;
    }

    /** What has been decided about one watched instrument, and what it told first. */
    private static final class Line {
        private final @Nullable Fault delayed;
        private final @Nullable Fault frozen;
        private final Map<Integer, Long> first = new TreeMap<>();
        private final Set<Integer> seen = new TreeSet<>();

        Line(@Nullable Fault delayed, @Nullable Fault frozen) {
            this.delayed = delayed;
            this.frozen = frozen;
        }
    }

    /** A subscription begins again: what was decided about it no longer counts. */
    void begins(int requestId) {
        lines.remove(requestId);
    }

    @Override
    public List<ServerMessage> told(List<ServerMessage> batch) {
        boolean old =
                hearing.lasts(FaultKind.DELAYED_AS_LIVE) || hearing.lasts(FaultKind.FROZEN_AS_LIVE);
        if (!old) {
            lines.clear();
            if (subscriptions.isNothingSilent()) {
                return batch;
            }
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            int requestId = Subscriptions.requestOf(message);
            if (message instanceof MarketDataMessage.MarketDataType type) {
                announce(type, told);
            } else if (requestId == Subscriptions.NO_DATA) {
                told.add(message);
            } else if (!subscriptions.isSilent(requestId, hearing.nowNanos())) {
                tell(requestId, message, told);
            }
        }
        return told;
    }

    /** Old data that are not announced come without a word, the word that they are live too. */
    private void announce(MarketDataMessage.MarketDataType type, List<ServerMessage> told) {
        Line line = line(type.requestId());
        Fault fault = line.delayed == null ? line.frozen : line.delayed;
        if (fault == null) {
            told.add(type);
        } else if (fault.has("announced", "yes")) {
            int kind = line.delayed == null ? FROZEN : DELAYED;
            told.add(new MarketDataMessage.MarketDataType(type.requestId(), kind));
        } else if (type.marketDataType() == LIVE) {
            told.add(type);
        }
    }

    private Line line(int requestId) {
        Line line = lines.get(requestId);
        if (line == null) {
            line =
                    new Line(
                            hearing.strike(FaultKind.DELAYED_AS_LIVE),
                            hearing.strike(FaultKind.FROZEN_AS_LIVE));
            lines.put(requestId, line);
        }
        return line;
    }

    private void tell(int requestId, ServerMessage message, List<ServerMessage> told) {
        Line line = line(requestId);
        ServerMessage shown = line.frozen == null ? message : frozen(line, message);
        // The first value of each kind is what the delayed feed stood at when it was asked for.
        boolean first = line.seen.add(kindOf(message));
        if (line.delayed == null || first) {
            told.add(shown);
        } else {
            hearing.later(line.delayed.nanos("delayMillis"), shown);
        }
    }

    private static int kindOf(ServerMessage message) {
        return switch (message) {
            case MarketDataMessage.TickPrice tick -> tick.tickType();
            case MarketDataMessage.TickSize tick -> tick.tickType();
            case MarketDataMessage.TickGeneric tick -> tick.tickType();
            case MarketDataMessage.TickString tick -> tick.tickType();
            default -> -1;
        };
    }

    private static ServerMessage frozen(Line line, ServerMessage message) {
        return switch (message) {
            case MarketDataMessage.TickPrice tick ->
                    new MarketDataMessage.TickPrice(
                            tick.requestId(),
                            tick.tickType(),
                            first(line, tick.tickType(), tick.priceE8()),
                            tick.sizeE8(),
                            tick.attributeMask());
            case MarketDataMessage.TickSize tick ->
                    new MarketDataMessage.TickSize(
                            tick.requestId(),
                            tick.tickType(),
                            first(line, tick.tickType(), tick.sizeE8()));
            default -> message;
        };
    }

    private static long first(Line line, int tickType, long value) {
        return line.first.computeIfAbsent(tickType, _ -> value);
    }
}
