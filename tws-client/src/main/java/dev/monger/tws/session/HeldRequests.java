package dev.monger.tws.session;

import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for more than the pace: for the broker's rules about the past, or until the
 * end of an earlier list of the same kind cannot be taken for theirs. None waits for ever, and not
 * more than {@link #MOST} wait.
 */
final class HeldRequests {

    static final int MOST = 200;

    /** Longer than the longest of the broker's rules makes anything wait. */
    static final long LONGEST_NANOS = 1_200_000_000_000L;

    /**
     * One that waits.
     *
     * @param claim what the rules about the past look at; null when it waits for another list
     * @param sinceNanos since when
     */
    record Held(
            ClientMessage message, Lane lane, HistoryPace.@Nullable Claim claim, long sinceNanos) {}

    private final List<Held> entries = new ArrayList<>();

    /** Keeps a request; returns false when too many wait already. */
    boolean add(Held held) {
        return entries.size() < MOST && entries.add(held);
    }

    /** Takes those that may leave one after the other, as long as the test lets them. */
    void take(Predicate<Held> mayLeave, Consumer<Held> leave) {
        for (Iterator<Held> each = entries.iterator(); each.hasNext(); ) {
            Held held = each.next();
            if (mayLeave.test(held)) {
                each.remove();
                leave.accept(held);
            }
        }
    }

    /** Takes out those that waited too long. */
    List<ClientMessage> takeOverdue(long nowNanos) {
        return remove(entry -> nowNanos - entry.sinceNanos() >= LONGEST_NANOS);
    }

    /** Takes out the request that a cancel would overtake. */
    List<ClientMessage> overtakenBy(ClientMessage message) {
        if (message instanceof AccountRequest.CancelPositions) {
            return remove(entry -> entry.message() instanceof AccountRequest.RequestPositions);
        }
        OptionalInt cancelled = HistoryPace.cancelled(message);
        return cancelled.isEmpty()
                ? List.of()
                : remove(entry ->
                        entry.claim() != null
                                && HistoryPace.requestId(entry.message()) == cancelled.getAsInt());
    }

    /** Takes out lists of the same kind as one that says the same later. */
    List<ClientMessage> removeLike(ClientMessage message) {
        return remove(entry -> isLike(entry, message));
    }

    List<ClientMessage> removeAll() {
        return remove(_ -> true);
    }

    private List<ClientMessage> remove(Predicate<Held> which) {
        List<ClientMessage> removed = entries.stream().filter(which).map(Held::message).toList();
        entries.removeIf(which);
        return removed;
    }

    /** Tells whether a list of the same kind waits. */
    boolean hasLike(ClientMessage message) {
        return entries.stream().anyMatch(entry -> isLike(entry, message));
    }

    private static boolean isLike(Held entry, ClientMessage message) {
        return entry.claim() == null && entry.message().getClass() == message.getClass();
    }

    /** When the first of them may leave, or has waited too long. */
    long nextWakeNanos(ToLongFunction<Held> free) {
        long next = Long.MAX_VALUE;
        for (Held entry : entries) {
            next = Math.min(next, entry.sinceNanos() + LONGEST_NANOS);
            next = Math.min(next, free.applyAsLong(entry));
        }
        return next;
    }

    int size() {
        return entries.size();
    }
}
