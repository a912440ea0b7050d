package dev.monger.simulator.fault;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.Mishaps;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderStatus;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.TradingCalendar;
import org.jspecify.annotations.Nullable;

/** What goes wrong at the broker and in how TWS passes orders on to it; the books stay exact. */
public final class BrokerFaults {
    private static final String NO_MARGIN =
            "YOUR ORDER IS NOT ACCEPTED. The equity with loan value must exceed the initial margin.";

    private final FaultPlan plan;
    private final FaultWorld world;
    private final Agenda agenda;
    private final GatewayState gateway;

    BrokerFaults(FaultPlan plan, FaultWorld world, Agenda agenda, GatewayState gateway) {
        this.gateway = gateway;
        this.plan = plan;
        this.world = world;
        this.agenda = agenda;
    }

    /** Places a client's order, as the broker does or otherwise. */
    public PlaceOutcome place(
            OrderOrigin origin, Instrument instrument, OrderTerms terms, long parentPermId) {
        Fault on = plan.get(FaultKind.INACTIVE_ORDER);
        boolean locate = on != null && on.has("why", "locate");
        Fault inactive =
                on == null || origin.manual() || (locate && terms.buy())
                        ? null
                        : plan.strike(FaultKind.INACTIVE_ORDER, origin.clientId());
        if (inactive == null) {
            return world.backend().place(origin, instrument, terms, parentPermId);
        }
        Mishaps.Inactive how =
                switch (inactive.text("why")) {
                    case "margin" -> new Mishaps.Inactive.Rejected(NO_MARGIN);
                    case "silent" -> new Mishaps.Inactive.Rejected("");
                    default -> new Mishaps.Inactive.Held();
                };
        PlaceOutcome outcome =
                world.backend()
                        .mishaps()
                        .placeInactive(origin, instrument, terms, parentPermId, how);
        if (locate && outcome instanceof PlaceOutcome.Taken(BrokerOrder order)) {
            gateway.inactive().add(order.permId());
            after(inactive.nanos("heldMillis"), () -> locate(order));
        }
        return outcome;
    }

    private void locate(BrokerOrder order) {
        gateway.inactive().remove(order.permId());
        world.backend().locate(order);
    }

    /**
     * Changes a client's order, as the broker does or into a second one.
     *
     * @param beforeSecond done before there is a second one
     */
    public PlaceOutcome change(
            BrokerOrder order, Instrument instrument, OrderTerms terms, Runnable beforeSecond) {
        boolean second =
                plan.strike(FaultKind.SECOND_INCARNATION, order.origin().clientId()) != null;
        if (!second) {
            return world.backend().change(order, instrument, terms);
        }
        beforeSecond.run();
        return world.backend().mishaps().secondIncarnation(order, instrument, terms);
    }

    /** An order has another status. */
    public void statusChanged(BrokerOrder order) {
        if (!order.status().isDone()) {
            return;
        }
        Fault late = gateway.lateFills().remove(order.permId());
        if (late != null) {
            long percent = late.whole("percent");
            after(
                    late.nanos("delayMillis"),
                    () -> world.backend().mishaps().fillAfterCancel(order, percent));
        }
    }

    /** An order traded. */
    public void executed(BrokerOrder order, Execution execution) {
        if (order.status() == OrderStatus.FILLED) {
            gateway.lateFills().remove(order.permId());
        }
        boolean first = execution.execId().endsWith(".01");
        Fault correction = first ? plan.strike(FaultKind.CORRECTION) : null;
        if (correction != null) {
            after(
                    correction.nanos("delayMillis"),
                    () ->
                            world.backend()
                                    .mishaps()
                                    .correct(
                                            execution,
                                            correction.whole("ticks"),
                                            correction.whole("shares")));
        }
        boolean remainder =
                order.terms().kind() == OrderKind.MARKET
                        && order.status() == OrderStatus.SUBMITTED
                        && plan.strike(FaultKind.PAPER_REMAINDER) != null;
        if (remainder) {
            after(0, () -> world.backend().mishaps().rejectRemainder(order));
        }
    }

    /** Whether others' trades fill our resting orders. */
    public boolean printsFill() {
        return plan.strike(FaultKind.PAPER_LIMIT) == null;
    }

    /** Since when executions are told on request. */
    public long executionsSinceNanos(int clientId) {
        Fault memory = plan.strike(FaultKind.SHORT_EXECUTION_MEMORY, clientId);
        return memory == null ? Long.MIN_VALUE : nowNanos() - memory.nanos("reachMillis");
    }

    /** What is told unasked before the next order id, or null. */
    public @Nullable Unasked unasked(int clientId) {
        Fault fault = plan.strike(FaultKind.UNSOLICITED_FRAMES, clientId);
        return fault == null
                ? null
                : new Unasked(
                        fault.has("before", "accounts"),
                        Math.toIntExact(fault.whole("executions")));
    }

    /**
     * What is told unasked.
     *
     * @param first whether even before the accounts
     * @param executions how many of the latest
     */
    public record Unasked(boolean first, int executions) {}

    /** Whether a subscription to bars, kept up since one time, fails now (10182). */
    public boolean updatesFail(int clientId) {
        return plan.strike(FaultKind.LIVE_UPDATES_FAILED, clientId) != null;
    }

    /** Whether a subscription to bars, kept up since one time, has stopped by now. */
    public boolean updatesStop(int clientId, long sinceNanos) {
        Fault on = plan.get(FaultKind.UPDATES_STOP_AT_MIDNIGHT);
        if (on == null) {
            return false;
        }
        long offset = on.whole("offsetMinutes") * 60_000_000_000L;
        boolean passed =
                !TradingCalendar.local(sinceNanos - offset)
                        .toLocalDate()
                        .equals(TradingCalendar.local(nowNanos() - offset).toLocalDate());
        return passed && plan.strike(FaultKind.UPDATES_STOP_AT_MIDNIGHT, clientId) != null;
    }

    private void after(long nanos, Runnable deed) {
        agenda.at(nowNanos() + nanos, deed);
    }

    private long nowNanos() {
        return world.backend().venue().nowNanos();
    }
}
