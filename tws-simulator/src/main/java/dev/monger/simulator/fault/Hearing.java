package dev.monger.simulator.fault;

import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.SeededRandom;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import org.jspecify.annotations.Nullable;

/** One session as its faults see it: whose it is, and how it can be told something. */
final class Hearing {
    private static final int NOBODY_YET = Integer.MIN_VALUE;

    private final FaultPlan plan;
    private final FaultWorld world;
    private final Agenda agenda;
    private final Link link;
    private final Later later;
    private int clientId = NOBODY_YET;

    Hearing(FaultPlan plan, FaultWorld world, Agenda agenda, Link link, Later later) {
        this.plan = plan;
        this.world = world;
        this.agenda = agenda;
        this.link = link;
        this.later = later;
    }

    void isClient(int id) {
        clientId = id;
    }

    int clientId() {
        return clientId;
    }

    FaultWorld world() {
        return world;
    }

    Link link() {
        return link;
    }

    long nowNanos() {
        return world.backend().venue().nowNanos();
    }

    boolean isOn(FaultKind kind) {
        return plan.isOn(kind);
    }

    /** Whether what a kind has begun goes on. */
    boolean lasts(FaultKind kind) {
        return plan.lasts(kind);
    }

    /** The number of a kind's last switching on, 0 when it is off. */
    long activation(FaultKind kind) {
        return plan.activation(kind);
    }

    /** The fault of a kind that is switched on for this session, or null. */
    @Nullable Fault get(FaultKind kind) {
        return plan.get(kind);
    }

    @Nullable Fault strike(FaultKind kind) {
        return plan.strike(kind, clientId);
    }

    boolean strikes(FaultKind kind) {
        return strike(kind) != null;
    }

    SeededRandom random(FaultKind kind) {
        return plan.random(kind);
    }

    void later(long delayNanos, ServerMessage message) {
        later.send(delayNanos, message);
    }

    /** Tells something the broker says later than it might, if the link lets it through by then. */
    void laterFromBroker(long delayNanos, ServerMessage message) {
        after(delayNanos, () -> link.pass(Turn.ORDERS, () -> later(0, message)));
    }

    /** Has something done at the simulator, whether or not the session still lives then. */
    void after(long delayNanos, Runnable deed) {
        agenda.at(nowNanos() + delayNanos, deed);
    }

    SessionMessage.ErrorMessage error(int id, int code, String text) {
        long millis = Math.floorDiv(nowNanos(), 1_000_000L);
        return new SessionMessage.ErrorMessage(id, code, text, "", millis);
    }
}
