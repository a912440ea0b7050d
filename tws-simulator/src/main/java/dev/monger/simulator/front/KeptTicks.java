package dev.monger.simulator.front;

import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ticks that are kept back from a client that does not keep up: of each request and tick type the
 * last one. Everything else passes at once, after the ticks of its own request.
 */
final class KeptTicks {

    private static final int NO_REQUEST = Integer.MIN_VALUE;

    private final Map<Key, ServerMessage> kept = new LinkedHashMap<>();

    /** A price and the size that follows it are different things of one type. */
    private record Key(int requestId, int tickType, Class<?> kind) {}

    /** Returns what may leave now of what is told to a client that is behind. */
    List<ServerMessage> passing(List<ServerMessage> told) {
        List<ServerMessage> passing = new ArrayList<>();
        for (ServerMessage message : told) {
            Key key = key(message);
            if (key != null) {
                kept.put(key, message);
            } else {
                takeOf(requestOf(message), passing);
                passing.add(message);
            }
        }
        return passing;
    }

    /** Returns everything that was kept, and keeps nothing more. */
    List<ServerMessage> takeAll() {
        List<ServerMessage> all = new ArrayList<>(kept.values());
        kept.clear();
        return all;
    }

    /** What is told of a request but no tick begins or ends something: its ticks go first. */
    private void takeOf(int requestId, List<ServerMessage> passing) {
        if (requestId == NO_REQUEST || kept.isEmpty()) {
            return;
        }
        Iterator<Map.Entry<Key, ServerMessage>> all = kept.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Key, ServerMessage> one = all.next();
            if (one.getKey().requestId() == requestId) {
                passing.add(one.getValue());
                all.remove();
            }
        }
    }

    private static int requestOf(ServerMessage message) {
        return switch (message) {
            case MarketDataMessage.TickRequestParameters m -> m.requestId();
            case MarketDataMessage.MarketDataType m -> m.requestId();
            case MarketDataMessage.TickSnapshotEnd m -> m.requestId();
            default -> NO_REQUEST;
        };
    }

    private static @Nullable Key key(ServerMessage message) {
        return switch (message) {
            case MarketDataMessage.TickPrice m ->
                    new Key(m.requestId(), m.tickType(), m.getClass());
            case MarketDataMessage.TickSize m -> new Key(m.requestId(), m.tickType(), m.getClass());
            case MarketDataMessage.TickGeneric m ->
                    new Key(m.requestId(), m.tickType(), m.getClass());
            case MarketDataMessage.TickString m ->
                    new Key(m.requestId(), m.tickType(), m.getClass());
            default -> null;
        };
    }
}
