package dev.monger.simulator.fault;

import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.ServerMessage;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One watched instrument of one session: whether its data are old, and what they were first. */
final class DataLine {
    private static final int LIVE = 1;
    private static final int FROZEN = 2;
    private static final int DELAYED = 3;

    private final Hearing hearing;
    private final Decision delayed = new Decision(FaultKind.DELAYED_AS_LIVE);
    private final Decision frozen = new Decision(FaultKind.FROZEN_AS_LIVE);
    private final Map<Integer, Long> firstValues = new TreeMap<>();
    private final Set<Integer> seen = new TreeSet<>();
    private int announced = LIVE;

    DataLine(Hearing hearing) {
        this.hearing = hearing;
    }

    /** Whether a kind strikes this line, decided once for each time it is switched on. */
    private static final class Decision {
        private final FaultKind kind;
        private long activation;
        private @Nullable Fault fault;

        Decision(FaultKind kind) {
            this.kind = kind;
        }
    }

    private @Nullable Fault fault(Decision decision) {
        long activation = hearing.activation(decision.kind);
        if (decision.activation != activation) {
            decision.activation = activation;
            decision.fault = hearing.strike(decision.kind);
            seen.clear();
            firstValues.clear();
        }
        return decision.fault;
    }

    /** The type of data that has to be announced, or 0 when what was announced last still holds. */
    int announcement() {
        Fault late = fault(delayed);
        Fault still = fault(frozen);
        int now = LIVE;
        if (late != null && late.has("announced", "yes")) {
            now = DELAYED;
        } else if (still != null && still.has("announced", "yes")) {
            now = FROZEN;
        }
        boolean changed = now != announced;
        announced = now;
        return changed ? now : 0;
    }

    /** What TWS says of the data's type, as this line says it. */
    MarketDataMessage.MarketDataType said(MarketDataMessage.MarketDataType type) {
        announcement();
        boolean old = fault(delayed) != null || fault(frozen) != null;
        return old ? new MarketDataMessage.MarketDataType(type.requestId(), announced) : type;
    }

    /** How long a piece of data stays away. */
    long delayNanos(ServerMessage message) {
        Fault fault = fault(delayed);
        // The first value of each kind is what the delayed feed stood at when it was asked for.
        boolean first = seen.add(kindOf(message));
        return fault == null || first ? 0 : fault.nanos("delayMillis");
    }

    /** Whether data that stayed away may still come. */
    boolean isStillLate() {
        return fault(delayed) != null;
    }

    /** A piece of data with the value it shows. */
    ServerMessage shown(ServerMessage message) {
        if (fault(frozen) == null) {
            return message;
        }
        return switch (message) {
            case MarketDataMessage.TickPrice tick ->
                    new MarketDataMessage.TickPrice(
                            tick.requestId(),
                            tick.tickType(),
                            first(tick.tickType(), tick.priceE8()),
                            tick.sizeE8(),
                            tick.attributeMask());
            case MarketDataMessage.TickSize tick ->
                    new MarketDataMessage.TickSize(
                            tick.requestId(),
                            tick.tickType(),
                            first(tick.tickType(), tick.sizeE8()));
            default -> message;
        };
    }

    private long first(int tickType, long value) {
        return firstValues.computeIfAbsent(tickType, _ -> value);
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
}
