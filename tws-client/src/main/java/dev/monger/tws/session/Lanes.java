package dev.monger.tws.session;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.OrderRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Messages that wait for the pace, by lane, each lane in order. */
final class Lanes {

    record Waiting(ClientMessage message, Lane lane) {}

    private final EnumMap<Lane, ArrayDeque<ClientMessage>> queues = new EnumMap<>(Lane.class);

    Lanes() {
        for (Lane lane : Lane.values()) {
            queues.put(lane, new ArrayDeque<>());
        }
    }

    void add(ClientMessage message, Lane lane) {
        queue(lane).addLast(message);
    }

    boolean isEmpty(Lane lane) {
        return queue(lane).isEmpty();
    }

    int size() {
        return queues.values().stream().mapToInt(ArrayDeque::size).sum();
    }

    /** Takes the next message that may leave, the most urgent lane first. */
    Optional<Waiting> take(Pace pace, long nowNanos) {
        for (Lane lane : Lane.values()) {
            ArrayDeque<ClientMessage> queue = queue(lane);
            if (!queue.isEmpty() && pace.allows(lane, nowNanos)) {
                return Optional.of(new Waiting(queue.removeFirst(), lane));
            }
        }
        return Optional.empty();
    }

    /**
     * Takes out orders that a cancel would overtake: an order that leaves after its own cancel
     * would live, and nobody would want it. A child that TWS knows already is not new: its change
     * must not be lost with its parent, which may have filled.
     */
    List<ClientMessage> overtakenBy(ClientMessage message, IntPredicate known) {
        Predicate<ClientMessage> overtaken =
                switch (message) {
                    case OrderRequest.CancelOrder cancel ->
                            waiting -> concerns(waiting, cancel.orderId(), known);
                    case OrderRequest.RequestGlobalCancel _ ->
                            waiting -> waiting instanceof OrderRequest.PlaceOrder;
                    default -> _ -> false;
                };
        return remove(overtaken);
    }

    private static boolean concerns(ClientMessage waiting, int orderId, IntPredicate known) {
        return waiting instanceof OrderRequest.PlaceOrder place
                && (place.orderId() == orderId
                        || (place.order().parentId() == orderId && !known.test(place.orderId())));
    }

    /** Takes out orders that open: they must not leave while TWS and the broker are apart. */
    List<ClientMessage> removeEntries() {
        ArrayDeque<ClientMessage> entries = queue(Lane.ENTRY);
        List<ClientMessage> removed =
                entries.stream().filter(OrderRequest.PlaceOrder.class::isInstance).toList();
        entries.removeIf(OrderRequest.PlaceOrder.class::isInstance);
        return removed;
    }

    List<ClientMessage> removeAll() {
        return remove(_ -> true);
    }

    private List<ClientMessage> remove(Predicate<ClientMessage> which) {
        List<ClientMessage> removed = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            queue(lane)
                    .removeIf(message -> {
                        boolean gone = which.test(message);
                        if (gone) {
                            removed.add(message);
                        }
                        return gone;
                    });
        }
        return removed;
    }

    private ArrayDeque<ClientMessage> queue(Lane lane) {
        ArrayDeque<ClientMessage> queue = queues.get(lane);
        if (queue == null) {
            throw new IllegalStateException("Invariant: a queue for lane " + lane);
        }
        return queue;
    }
}
