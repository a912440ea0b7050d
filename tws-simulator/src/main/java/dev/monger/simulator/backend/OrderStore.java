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
    private final Map<String, Execution> latest = new LinkedHashMap<>();

    /** Orders that live on under the numbers of a younger one, by the younger one's permId. */
    private final Map<Long, BrokerOrder> elders = new TreeMap<>();

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
            BrokerOrder before =
                    byClient.computeIfAbsent(origin.clientId(), _ -> new TreeMap<>())
                            .put(origin.orderId(), order);
            if (before != null && before.permId != order.permId && before.isLive()) {
                elders.put(order.permId, before);
            }
            raiseHighest(origin.clientId(), origin.orderId());
        }
    }

    void addExecution(Execution execution) {
        executions.put(execution.execId(), execution);
        latest.merge(
                family(execution.execId()),
                execution,
                (one, other) -> other.execId().compareTo(one.execId()) > 0 ? other : one);
        String number = execution.execId().substring(9, 17);
        nextExecution = Math.max(nextExecution, Long.parseLong(number, 16) + 1);
    }

    /** What an execution and its corrections have in common. */
    static String family(String execId) {
        return execId.substring(0, execId.lastIndexOf('.'));
    }

    /** The execution as it counts now. */
    Execution latestOf(Execution execution) {
        return latest.getOrDefault(family(execution.execId()), execution);
    }

    /** The number of an execution's next correction. */
    static String nextRevision(String execId) {
        int last = execId.lastIndexOf('.') + 1;
        int revision = Integer.parseInt(execId.substring(last)) + 1;
        return execId.substring(0, last) + (revision < 10 ? "0" : "") + revision;
    }

    void done(BrokerOrder order) {
        live.remove(order.permId);
    }

    @Nullable BrokerOrder get(long permId) {
        return byPermId.get(permId);
    }

    @Nullable BrokerOrder get(int clientId, int orderId) {
        Map<Integer, BrokerOrder> orders = byClient.get(clientId);
        BrokerOrder order = orders == null ? null : orders.get(orderId);
        BrokerOrder living = order;
        while (living != null && !living.isLive()) {
            living = elders.get(living.permId);
        }
        return living == null ? order : living;
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

    Collection<Execution> latestExecutions() {
        return latest.values();
    }

    Collection<Execution> executions() {
        return executions.values();
    }
}
