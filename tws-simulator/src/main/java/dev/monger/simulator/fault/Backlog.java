package dev.monger.simulator.fault;

import dev.monger.tws.message.ClientMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What waits for the link, by turn and in the order it came. */
final class Backlog {
    private final Map<Turn, Deque<Waiting>> turns = new EnumMap<>(Turn.class);
    private int size;

    Backlog() {
        for (Turn turn : Turn.values()) {
            turns.put(turn, new ArrayDeque<>());
        }
    }

    /** What a client said that waits. */
    record Asked(int clientId, ClientMessage message) {}

    /**
     * One thing that waits.
     *
     * @param turn when its turn comes
     * @param nanos when it came
     * @param asked what a client said, null when it was not a client
     * @param deed what is done when its turn comes
     */
    record Waiting(Turn turn, long nanos, @Nullable Asked asked, Runnable deed) {}

    void add(Waiting waiting) {
        of(waiting.turn()).add(waiting);
        size++;
    }

    private Deque<Waiting> of(Turn turn) {
        Deque<Waiting> found = turns.get(turn);
        if (found == null) {
            throw new IllegalStateException("Invariant: every turn has a place, " + turn);
        }
        return found;
    }

    /** Whether nothing waits that has this turn or an earlier one. */
    boolean isEmptyUpTo(Turn turn) {
        if (size == 0) {
            return true;
        }
        for (Map.Entry<Turn, Deque<Waiting>> entry : turns.entrySet()) {
            if (entry.getKey().compareTo(turn) <= 0 && !entry.getValue().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Takes what is next, null when nothing waits. */
    @Nullable Waiting take() {
        for (Deque<Waiting> waiting : turns.values()) {
            if (!waiting.isEmpty()) {
                size--;
                return waiting.removeFirst();
            }
        }
        return null;
    }

    /** Whether what is next came in the same moment and has the same turn. */
    boolean goesOn(Waiting last) {
        Waiting next = of(last.turn()).peekFirst();
        return next != null && next.nanos() == last.nanos();
    }

    /** What clients said, oldest first. */
    List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        for (Waiting waiting : of(Turn.REQUESTS)) {
            if (waiting.asked() != null) {
                asked.add(waiting.asked());
            }
        }
        return asked;
    }

    /** Forgets what clients said and is not wanted any more. */
    void drop(Predicate<ClientMessage> unwanted) {
        Deque<Waiting> requests = of(Turn.REQUESTS);
        size -= requests.size();
        requests.removeIf(
                waiting -> waiting.asked() != null && unwanted.test(waiting.asked().message()));
        size += requests.size();
    }

    void clear() {
        turns.values().forEach(Deque::clear);
        size = 0;
    }
}
