package dev.monger.simulator.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The watched instruments of one session, by request and by contract. */
final class WatchedLines {

    private final Map<Integer, MarketLine> byRequest = new TreeMap<>();
    private final Map<Integer, List<MarketLine>> byContract = new TreeMap<>();

    void add(MarketLine line) {
        byRequest.put(line.requestId(), line);
        byContract.computeIfAbsent(line.conId(), _ -> new ArrayList<>()).add(line);
    }

    @Nullable MarketLine get(int requestId) {
        return byRequest.get(requestId);
    }

    /** Whether a line is still watched. */
    boolean has(MarketLine line) {
        return byRequest.get(line.requestId()) == line;
    }

    /** The lines of a contract in the order they were asked for. */
    List<MarketLine> of(int conId) {
        return byContract.getOrDefault(conId, List.of());
    }

    /** All lines by their requests; a copy. */
    List<MarketLine> all() {
        return List.copyOf(byRequest.values());
    }

    /** Returns false when there is no such line. */
    boolean remove(int requestId) {
        MarketLine line = byRequest.remove(requestId);
        if (line != null) {
            of(line.conId()).remove(line);
        }
        return line != null;
    }

    void clear() {
        byRequest.clear();
        byContract.clear();
    }
}
