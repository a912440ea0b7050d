package dev.monger.simulator.fault;

import java.util.Map;
import java.util.TreeMap;

/** Who gets a connection to TWS, and which client ids are still taken by sessions that ended. */
public final class Doors {
    private final FaultPlan plan;
    private final FaultWorld world;
    private final Map<Integer, Long> ghostsUntilNanos = new TreeMap<>();
    private long closedUntilNanos = Long.MIN_VALUE;
    private boolean loginExpired;

    Doors(FaultPlan plan, FaultWorld world) {
        this.plan = plan;
        this.world = world;
    }

    /** Whether TWS takes one more connection. */
    public boolean takes(int connectionsBefore) {
        if (loginExpired || nowNanos() < closedUntilNanos) {
            return false;
        }
        Fault limit = plan.get(FaultKind.CLIENT_LIMIT);
        boolean tooMany = limit != null && connectionsBefore >= limit.whole("most");
        return !tooMany || plan.strike(FaultKind.CLIENT_LIMIT) == null;
    }

    /** A session ended: its client id may stay taken for a while. */
    public void left(int clientId) {
        if (clientId < 0) {
            return;
        }
        Fault ghost = plan.strike(FaultKind.GHOST_SESSION, clientId);
        if (ghost != null) {
            ghostsUntilNanos.put(clientId, nowNanos() + ghost.nanos("ghostMillis"));
        }
    }

    /** Whether a client id is taken by a session that ended. */
    public boolean isGhost(int clientId) {
        return nowNanos() < ghostsUntilNanos.getOrDefault(clientId, Long.MIN_VALUE);
    }

    /** Whether TWS waits for a person to log in. */
    public boolean isLoginExpired() {
        return loginExpired;
    }

    /** Nobody gets in for a while. */
    void closeFor(long nanos) {
        closedUntilNanos = Math.max(closedUntilNanos, nowNanos() + nanos);
    }

    /** Nobody gets in until a person logs in. */
    void expire() {
        loginExpired = true;
    }

    void logIn() {
        loginExpired = false;
    }

    private long nowNanos() {
        return world.backend().venue().nowNanos();
    }
}
