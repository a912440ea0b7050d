package dev.monger.simulator.backend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All orders, by permId and by client and order id, and the numbers the broker gives out. */
final class OrderStore {
    static final long FIRST_PERM_ID = 1_795_442_401L;
    private static final long FIRST_EXECUTION = 0x67fe667bL;

    private final Map<Long, BrokerOrder> byPermId = new TreeMap<>();
    private final Map<Long, BrokerOrder> live = new TreeMap<>();
    private final Map<Integer, Map<Integer, BrokerOrder>> byClient = new TreeMap<>();
    private final Map<Integer, Integer> highestOrderId = new TreeMap<>();
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private long nextPermId = FIRST_PERM_ID;
    private long nextExecution = FIRST_EXECUTION;

    long takePermId() {
        return nextPermId++;
    }

    String takeExecId() {
        return String.format(java.util.Locale.ROOT, "0000e0d5.%08x.01.01", nextExecution++);
    }

    long executionNumber() {
        return nextExecution;
    }

    void add(BrokerOrder order) {
        byPermId.put(order.permId, order);
        nextPermId = Math.max(nextPermId, order.permId + 1);
        if (order.isLive()) {
            live.put(order.permId, order);
        }
        index(order);
    }

    /** Makes an order findable under the id it has now. */
    void index(BrokerOrder order) {
        OrderOrigin origin = order.origin;
        if (origin.orderId() != 0) {
            byClient.computeIfAbsent(origin.clientId(), _ -> new TreeMap<>())
                    .put(origin.orderId(), order);
            raiseHighest(origin.clientId(), origin.orderId());
        }
    }

    void addExecution(Execution execution) {
        executions.put(execution.execId(), execution);
        String number = execution.execId().substring(9, 17);
        nextExecution = Math.max(nextExecution, Long.parseLong(number, 16) + 1);
    }

    void done(BrokerOrder order) {
        live.remove(order.permId);
    }

    @Nullable BrokerOrder get(long permId) {
        return byPermId.get(permId);
    }

    @Nullable BrokerOrder get(int clientId, int orderId) {
        Map<Integer, BrokerOrder> orders = byClient.get(clientId);
        return orders == null ? null : orders.get(orderId);
    }

    int highestOrderId(int clientId) {
        return highestOrderId.getOrDefault(clientId, 0);
    }

    void raiseHighest(int clientId, int orderId) {
        highestOrderId.merge(clientId, orderId, Math::max);
    }

    /** Live orders as they are now, oldest first; a copy, safe to change the store under. */
    List<BrokerOrder> live() {
        return new ArrayList<>(live.values());
    }

    List<BrokerOrder> live(int conId) {
        List<BrokerOrder> found = new ArrayList<>();
        for (BrokerOrder order : live.values()) {
            if (order.instrument.conId() == conId) {
                found.add(order);
            }
        }
        return found;
    }

    List<BrokerOrder> children(long parentPermId) {
        List<BrokerOrder> found = new ArrayList<>();
        for (BrokerOrder order : live.values()) {
            if (order.parentPermId == parentPermId) {
                found.add(order);
            }
        }
        return found;
    }

    Collection<BrokerOrder> all() {
        return byPermId.values();
    }

    Collection<Execution> executions() {
        return executions.values();
    }
}
