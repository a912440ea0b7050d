package dev.monger.core.manager;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import java.util.ArrayList;
import java.util.List;

/** The fleet's manager: one event in, the next state and the commands out. */
public final class ManagerCore {

    private static final long TICK_NANOS = 1_000_000_000L;

    private final ManagerPolicy policy;
    private final Roster roster;
    private final Undertakings undertakings;

    /**
     * What follows from one event.
     *
     * @param state the next state
     * @param commands in the order in which they are to be carried out
     */
    public record Step(ManagerState state, List<ManagerCommand> commands) {

        static Step quiet(ManagerState state) {
            return new Step(state, List.of());
        }
    }

    /** Manages one fleet by one policy. */
    public ManagerCore(ManagerPolicy policy) {
        this.policy = policy;
        this.roster = new Roster(policy);
        this.undertakings = new Undertakings(policy);
    }

    /** Takes one event. */
    public Step step(ManagerState state, ManagerEvent event) {
        List<ManagerCommand> commands = new ArrayList<>();
        ManagerState next = react(state, event, commands);
        next = undertakings.settled(next, event.atNanos(), commands);
        next = roster.turn(next, event.atNanos(), commands);
        if (event instanceof ManagerEvent.Woke || event instanceof ManagerEvent.Began) {
            commands.add(new ManagerCommand.WakeAt(event.atNanos() + TICK_NANOS));
        }
        return new Step(next, List.copyOf(commands));
    }

    private ManagerState react(
            ManagerState state, ManagerEvent event, List<ManagerCommand> commands) {
        return switch (event) {
            case ManagerEvent.Began began ->
                    undertakings.restarted(roster.began(state, began, commands), began.atNanos());
            case ManagerEvent.LeaseRecalled lease -> roster.leaseRecalled(state, lease);
            case ManagerEvent.Recalled _ -> roster.recalled(state, commands);
            case ManagerEvent.ProcessStarted _ -> state;
            case ManagerEvent.ProcessReady ready ->
                    roster.ready(state, ready.ticker(), ready.atNanos());
            case ManagerEvent.ProcessEnded ended -> roster.ended(state, ended, commands);
            case ManagerEvent.StatusHeard heard -> roster.heard(state, heard);
            case ManagerEvent.Ordered ordered -> ordered(state, ordered.order(), commands);
            case ManagerEvent.PartTold told -> undertakings.told(state, told);
            case ManagerEvent.RiskHeard heard -> risk(state, heard, commands);
            case ManagerEvent.Woke _ -> state;
        };
    }

    private ManagerState ordered(
            ManagerState state, FleetOrder order, List<ManagerCommand> commands) {
        ManagerState next =
                order.kind() == FleetOrder.Kind.START ? roster.wanted(state, order) : state;
        return undertakings.begun(next, order, commands);
    }

    /** The account's guard cannot write commands; its breach is one to flatten everything. */
    private ManagerState risk(
            ManagerState state, ManagerEvent.RiskHeard heard, List<ManagerCommand> commands) {
        String breach = heard.breach();
        if (breach == null || breach.equals(state.answeredBreach())) {
            return state;
        }
        FleetOrder order =
                new FleetOrder(
                        new CommandId("breach-" + breach),
                        null,
                        FleetOrder.Kind.FLATTEN,
                        "manager",
                        "the account breached its limit: " + breach,
                        null,
                        heard.atNanos() + policy.patience().deadlineNanos());
        return ordered(state.withAnsweredBreach(breach), order, commands);
    }

    static void alarm(List<ManagerCommand> commands, String code, Ticker ticker, String text) {
        commands.add(new ManagerCommand.RaiseAlarm(code, ticker.value(), text));
    }
}
