package dev.monger.core.portfolio;

import dev.monger.core.model.Instants;
import dev.monger.core.model.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What time alone brings about: polls, overdue answers, silence, interventions, heartbeats. */
final class PortfolioClockwork {

    private final PortfolioPolicy policy;

    PortfolioClockwork(PortfolioPolicy policy) {
        this.policy = policy;
    }

    /** Makes the next turn beat, whatever the time: what changes the permit must not wait. */
    PortfolioState beatAtOnce(PortfolioState state) {
        return state.withBeat(new PortfolioState.Beat(state.beat().count(), Long.MIN_VALUE));
    }

    PortfolioCore.Step turn(PortfolioState state, Instants at) {
        long now = at.monotonicNanos();
        List<PortfolioCommand> commands = new ArrayList<>();
        PortfolioState next = silence(state, now, commands);
        next = overdue(next, now, commands);
        next = poll(next, now, commands);
        next = interventions(next, now, commands);
        next = beat(next, now, commands);
        return new PortfolioCore.Step(next, commands);
    }

    private PortfolioState silence(
            PortfolioState state, long now, List<PortfolioCommand> commands) {
        PnlWatch before = state.pnl();
        PnlWatch after = before.elapsed(now, policy.pace().pnlAgeNanos());
        if (after.equals(before)) {
            return state;
        }
        if (after instanceof PnlWatch.Asking) {
            commands.add(new PortfolioCommand.RequestPnl(true));
        }
        if (after instanceof PnlWatch.Silent) {
            commands.add(new PortfolioCommand.RequestPnl(true));
        }
        if (after instanceof PnlWatch.Silent && !(before instanceof PnlWatch.Silent)) {
            commands.add(
                    new PortfolioCommand.RaiseAlarm(
                            "account-pnl-silent",
                            "The account's P&L has not been told for "
                                    + policy.pace().pnlAgeNanos() / 1_000_000_000L
                                    + " s. Nothing opens. In TWS, check \"Prepare portfolio PnL"
                                    + " data when downloading positions\"."));
        }
        return state.withPnl(after);
    }

    private PortfolioState overdue(
            PortfolioState state, long now, List<PortfolioCommand> commands) {
        long patience = policy.pace().answerNanos();
        Polls polls = state.polls();
        if (!(state.link() instanceof AccountLink.Up up && up.brokerReached())) {
            return state;
        }
        String late =
                polls.orders().overdue(now, patience)
                        ? "open orders"
                        : polls.executions().overdue(now, patience)
                                ? "executions"
                                : polls.positions().overdue(now, patience)
                                        ? "positions"
                                        : polls.completed().overdue(now, patience)
                                                ? "completed orders"
                                                : "";
        if (late.isEmpty()) {
            return state;
        }
        commands.add(
                new PortfolioCommand.RaiseAlarm(
                        "account-list-overdue",
                        "The list of " + late + " did not end. The session is made anew."));
        commands.add(new PortfolioCommand.Reconnect("the list of " + late + " did not end"));
        return state.withLink(new AccountLink.Down())
                .withPolls(Polls.NONE)
                .withPnl(new PnlWatch.Off());
    }

    private PortfolioState poll(PortfolioState state, long now, List<PortfolioCommand> commands) {
        if (!(state.link() instanceof AccountLink.Up up && up.brokerReached())) {
            return state;
        }
        Polls polls = state.polls();
        if (due(polls.orders(), now)) {
            commands.add(new PortfolioCommand.RequestOpenOrders());
            polls = polls.withOrders(polls.orders().asked(now));
        }
        if (due(polls.executions(), now)) {
            commands.add(new PortfolioCommand.RequestExecutions());
            polls = polls.withExecutions(polls.executions().asked(now));
        }
        if (polls.completed() instanceof Poll.Ended ended
                && ended.askedNanos() < state.hands().lastMissNanos()) {
            commands.add(new PortfolioCommand.RequestCompletedOrders());
            polls = polls.withCompleted(polls.completed().asked(now));
        }
        return state.withPolls(polls);
    }

    /** After a broken link nothing was asked yet, so asking is due at once. */
    private boolean due(Poll poll, long now) {
        return poll instanceof Poll.Never || poll.due(now, policy.pace().pollNanos());
    }

    private PortfolioState interventions(
            PortfolioState state, long now, List<PortfolioCommand> commands) {
        OwnOrders.Looked looked = state.own().look(now, policy.pace().graceNanos());
        for (HandReport.Intervened told : looked.interventions()) {
            commands.add(new PortfolioCommand.TellHands(told));
            commands.add(
                    new PortfolioCommand.RaiseAlarm(
                            "operator-intervention",
                            "A person changed an order of the fleet: "
                                    + told.order().source().reference()
                                    + " "
                                    + told.what()
                                    + "."));
        }
        return state.withOwn(looked.orders());
    }

    private PortfolioState beat(PortfolioState state, long now, List<PortfolioCommand> commands) {
        PortfolioState.Beat beat = state.beat();
        if (now < beat.nextNanos()) {
            return state;
        }
        long count = beat.count() + 1;
        long next = now + policy.pace().beatNanos();
        PortfolioState beaten = state.withBeat(new PortfolioState.Beat(count, next));
        commands.add(
                new PortfolioCommand.TellRisk(
                        PermitGate.closed(state), state.latch(), daily(state.pnl()), count));
        commands.add(new PortfolioCommand.WakeAt(next));
        return beaten;
    }

    private static @Nullable Money daily(PnlWatch pnl) {
        return switch (pnl) {
            case PnlWatch.Fresh fresh -> fresh.daily();
            case PnlWatch.Asking asking -> asking.daily();
            case PnlWatch.Off _, PnlWatch.Awaiting _, PnlWatch.Silent _ -> null;
        };
    }
}
