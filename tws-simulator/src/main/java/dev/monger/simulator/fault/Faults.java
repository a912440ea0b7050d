package dev.monger.simulator.fault;

import dev.monger.simulator.venue.Agenda;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that goes wrong in one simulator: faults are switched on and off here, by whoever
 * wants them, and every part of the simulator asks here whether something goes wrong with it.
 *
 * <p>Deterministic: chances come from the seed, times from the market. Without a fault switched on
 * it changes nothing.
 */
public final class Faults {
    private final FaultPlan plan;
    private final FaultWorld world;
    private final Agenda agenda = new Agenda();
    private final GatewayState gateway = new GatewayState();
    private final List<SessionFaults> sessions = new ArrayList<>();
    private final Link link;
    private final Doors doors;
    private final BrokerFaults broker;
    private final LinkDeeds linkDeeds;
    private final AccountDeeds accountDeeds;

    /** No fault, in a world that must not be asked before a fault is switched on. */
    public Faults(long seed, FaultWorld world) {
        this.plan = new FaultPlan(seed);
        this.world = world;
        this.link = new Link(world);
        this.doors = new Doors(plan, world);
        this.broker = new BrokerFaults(plan, world, agenda, gateway);
        this.linkDeeds = new LinkDeeds(world, agenda, link, doors, gateway, sessions);
        this.accountDeeds = new AccountDeeds(plan, world, agenda, link);
    }

    /**
     * Switches a fault on, in place of an earlier one of its kind; a deed is done when its time
     * comes, at once by default.
     *
     * @throws IllegalArgumentException when it names a symbol or an account there is not
     */
    public void switchOn(Fault fault) {
        check(fault);
        long activation = plan.switchOn(fault);
        if (fault.kind().isDeed()) {
            agenda.at(nowNanos() + fault.nanos("firstMillis"), () -> due(fault, activation));
        }
    }

    private void check(Fault fault) {
        String problem = problem(fault);
        if (problem != null) {
            throw new IllegalArgumentException("Condition failed: " + problem);
        }
    }

    /** Why a fault names a symbol or an account that is not there, or null. */
    public @Nullable String problem(Fault fault) {
        return accountDeeds.problem(fault);
    }

    /**
     * Switches a fault on when market time has come to a moment.
     *
     * @throws IllegalArgumentException when it names a symbol or an account there is not
     */
    public void switchOnAt(long nanos, Fault fault) {
        check(fault);
        agenda.at(nanos, () -> switchOn(fault));
    }

    /**
     * Switches a kind off. What it has begun runs its course, but for data that only look fresh,
     * P&amp;L that was set back and an expired login: those end with it.
     */
    public void switchOff(FaultKind kind) {
        plan.switchOff(kind);
        if (kind == FaultKind.TOKEN_EXPIRED) {
            logIn();
        }
    }

    /** Switches a kind off when market time has come to a moment. */
    public void switchOffAt(long nanos, FaultKind kind) {
        agenda.at(nanos, () -> switchOff(kind));
    }

    /** Switches everything off. */
    public void calm() {
        for (FaultKind kind : FaultKind.values()) {
            switchOff(kind);
        }
    }

    /** What is switched on and not used up, in the order of the catalogue. */
    public List<Fault> switchedOn() {
        return plan.switchedOn();
    }

    /** How often a kind has struck since the beginning. */
    public long strikes(FaultKind kind) {
        return plan.strikes(kind);
    }

    /** A person logs in to TWS, whose login had expired. */
    public void logIn() {
        doors.logIn();
    }

    /** When something goes wrong by itself next. */
    public long nextNanos() {
        return agenda.nextNanos();
    }

    /** Does what is due. */
    public void doDue(long nanos) {
        agenda.doDue(nanos);
    }

    private void due(Fault fault, long activation) {
        FaultKind kind = fault.kind();
        // A deed that was switched off, or on again in another way, is no longer due.
        if (!plan.isOn(kind, activation)) {
            return;
        }
        if (plan.strike(kind) != null) {
            happen(fault);
        }
        if (plan.isOn(kind, activation)) {
            agenda.at(nowNanos() + fault.nanos("everyMillis"), () -> due(fault, activation));
        }
    }

    private void happen(Fault fault) {
        switch (fault.kind()) {
            case LINK_STORM -> linkDeeds.loseLink(fault);
            case FARM_FLAP -> linkDeeds.flapFarm(fault);
            case DAILY_RESTART -> linkDeeds.restart(fault);
            case TOKEN_EXPIRED -> linkDeeds.expireLogin();
            case COMPETING_SESSION -> linkDeeds.compete(fault);
            case MANUAL_ORDER_BOUND -> accountDeeds.restAndBind(fault);
            case MANUAL_FILL -> accountDeeds.fill(fault);
            case LIQUIDATION -> accountDeeds.liquidate(fault);
            case POSITION_MOVED -> accountDeeds.move(fault);
            default ->
                    throw new IllegalStateException(
                            "Invariant: only deeds are done, " + fault.kind());
        }
    }

    /** The faults of a new connection. */
    public SessionFaults session(Later later) {
        SessionFaults session =
                new SessionFaults(new Hearing(plan, world, agenda, link, later), gateway);
        sessions.add(session);
        return session;
    }

    /** A connection ended. */
    public void left(SessionFaults session, int clientId) {
        sessions.remove(session);
        doors.left(clientId);
    }

    /** How many connections there are that something can go wrong with. */
    int connections() {
        return sessions.size();
    }

    /** TWS restarts: what waited in it is gone. */
    public void frontRestarted() {
        link.forget();
    }

    /** The link between TWS and the broker. */
    public Link link() {
        return link;
    }

    /** Who gets a connection. */
    public Doors doors() {
        return doors;
    }

    /** What goes wrong at the broker. */
    public BrokerFaults broker() {
        return broker;
    }

    private long nowNanos() {
        return world.backend().venue().nowNanos();
    }
}
