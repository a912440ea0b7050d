package dev.monger.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The link between TWS and the broker, and what waits in TWS while it is lost. */
public final class Link {
    static final int LOST = 1100;
    static final String LOST_TEXT =
            "Connectivity between IBKR and Trader Workstation has been lost.";

    private final FaultWorld world;
    private final List<Runnable> waiting = new ArrayList<>();

    /** Why orders wait, by client id and order id. */
    private final Map<Integer, Map<Integer, Fault>> held = new TreeMap<>();

    private boolean lost;

    Link(FaultWorld world) {
        this.world = world;
    }

    /** Whether it is lost now. */
    public boolean isLost() {
        return lost;
    }

    /** Loses it, and says so (1100) even when it was lost before. */
    public void lose() {
        lost = true;
        world.notice(LOST, LOST_TEXT);
    }

    /** Loses it without a word, because somebody else says it. */
    void loseSilently() {
        lost = true;
    }

    /** Restores it, unless that has happened already: two outages may overlap. */
    void restoreIfLost(boolean dataKept) {
        if (lost) {
            restore(dataKept);
        }
    }

    /** Restores it; data that were lost (1101) have to be asked for again. */
    public void restore(boolean dataKept) {
        lost = false;
        if (dataKept) {
            world.notice(
                    1102,
                    "Connectivity between IBKR and Trader Workstation has been restored - data maintained.");
        } else {
            world.dropSubscriptions();
            world.notice(
                    1101,
                    "Connectivity between IBKR and Trader Workstation has been restored - data lost.");
        }
        List<Runnable> ready = List.copyOf(waiting);
        waiting.clear();
        ready.forEach(Runnable::run);
        held.clear();
    }

    /** An order, or what belongs to it, waits until the link is back. */
    void hold(int clientId, int orderId, Fault why) {
        held.computeIfAbsent(clientId, _ -> new TreeMap<>()).put(orderId, why);
    }

    /** Why an order of a client waits, or null when it does not. */
    @Nullable Fault heldBy(int clientId, int orderId) {
        Map<Integer, Fault> ofClient = held.get(clientId);
        return ofClient == null ? null : ofClient.get(orderId);
    }

    /** Whether an order that waited is sent on just now, so that its id was used by itself. */
    public boolean sendsOn(int clientId, int orderId) {
        return !lost && heldBy(clientId, orderId) != null;
    }

    /** Has something done once the link is back, unless TWS restarts before. */
    public void whenBack(Runnable deed) {
        waiting.add(deed);
    }

    /** TWS restarts: what waited in it is gone. */
    void forget() {
        waiting.clear();
        held.clear();
    }
}
