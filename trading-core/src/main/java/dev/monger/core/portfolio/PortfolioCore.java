package dev.monger.core.portfolio;

import dev.monger.core.model.Instants;
import dev.monger.core.model.Money;
import dev.monger.core.model.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The account's guard: one event in, the next state and the commands out. */
public final class PortfolioCore {

    private final PortfolioPolicy policy;
    private final PortfolioClockwork clockwork;

    /**
     * What follows from one event.
     *
     * @param state the next state
     * @param commands in the order in which they are to be carried out
     */
    public record Step(PortfolioState state, List<PortfolioCommand> commands) {

        static Step quiet(PortfolioState state) {
            return new Step(state, List.of());
        }

        static Step with(PortfolioState state, PortfolioCommand... commands) {
            return new Step(state, List.of(commands));
        }
    }

    /** Guards one account by one policy. */
    public PortfolioCore(PortfolioPolicy policy) {
        this.policy = policy;
        this.clockwork = new PortfolioClockwork(policy);
    }

    /** Takes one event. */
    public Step step(PortfolioState state, PortfolioEvent event) {
        Step first = react(state, event);
        Step second = clockwork.turn(first.state(), event.at());
        if (second.commands().isEmpty()) {
            return new Step(second.state(), first.commands());
        }
        List<PortfolioCommand> all = new ArrayList<>(first.commands());
        all.addAll(second.commands());
        return new Step(second.state(), List.copyOf(all));
    }

    private Step react(PortfolioState state, PortfolioEvent event) {
        return switch (event) {
            case PortfolioEvent.Began began -> Step.quiet(began(state, began.at()));
            case PortfolioEvent.SessionOpened opened -> opened(state, opened.at());
            case PortfolioEvent.SessionLost lost -> lost(state, lost.reason());
            case PortfolioEvent.BrokerLinkLost _ -> brokerLost(state);
            case PortfolioEvent.BrokerLinkRestored restored -> brokerBack(state, restored.at());
            case PortfolioEvent.OrderSeen seen -> orderSeen(state, seen);
            case PortfolioEvent.StatusSeen seen -> statusSeen(state, seen);
            case PortfolioEvent.OrdersListed listed -> ordersListed(state, listed.at());
            case PortfolioEvent.CompletedListed listed -> completedListed(state, listed.at());
            case PortfolioEvent.ExecutionSeen seen -> executionSeen(state, seen);
            case PortfolioEvent.ExecutionsListed listed -> executionsListed(state, listed.at());
            case PortfolioEvent.CommissionSeen seen ->
                    told(state, state.hands().commissionSeen(seen.execId(), seen.commission()));
            case PortfolioEvent.PositionSeen seen ->
                    held(state, state.positions().seen(seen.position()));
            case PortfolioEvent.PositionsListed listed -> positionsListed(state, listed.at());
            case PortfolioEvent.PnlSeen seen -> pnlSeen(state, seen);
            case PortfolioEvent.OrderAsked asked -> Step.quiet(asked(state, asked));
            case PortfolioEvent.OrderClosed closed -> Step.quiet(closed(state, closed));
            case PortfolioEvent.ReportRecalled recalled -> recalled(state, recalled.report());
            case PortfolioEvent.BreachRecalled recalled -> breachRecalled(state, recalled.breach());
            case PortfolioEvent.ResetAsked asked -> resetAsked(state, asked);
            case PortfolioEvent.Woke _ -> Step.quiet(state);
        };
    }

    private static PortfolioState began(PortfolioState state, Instants at) {
        return state.withLink(new AccountLink.Down())
                .withPolls(Polls.NONE)
                .withPnl(new PnlWatch.Off())
                .withHands(state.hands().restarted())
                .withOwn(state.own().restarted(at.monotonicNanos()))
                .withBeat(new PortfolioState.Beat(state.beat().count(), Long.MIN_VALUE));
    }

    private static Step opened(PortfolioState state, Instants at) {
        long now = at.monotonicNanos();
        Poll asked = new Poll.Never().asked(now);
        return Step.with(
                state.withLink(new AccountLink.Up(true))
                        .withPnl(state.pnl().opened(now))
                        .withPolls(new Polls(asked, asked, asked, asked))
                        .withPositions(state.positions().listing()),
                new PortfolioCommand.RequestPositions(),
                new PortfolioCommand.RequestPnl(false),
                new PortfolioCommand.RequestOpenOrders(),
                new PortfolioCommand.RequestExecutions(),
                new PortfolioCommand.RequestCompletedOrders());
    }

    private static Step lost(PortfolioState state, String reason) {
        PortfolioState next =
                state.withLink(new AccountLink.Down())
                        .withPolls(Polls.NONE)
                        .withPnl(new PnlWatch.Off());
        return state.link() instanceof AccountLink.Down
                ? Step.quiet(next)
                : Step.with(
                        next,
                        new PortfolioCommand.RaiseAlarm(
                                "account-session-lost",
                                "The session with TWS is gone ("
                                        + reason
                                        + "). Nothing opens until it is back and reconciled."));
    }

    /** What TWS shows while it is apart from the broker proves nothing, so all is asked anew. */
    private static Step brokerLost(PortfolioState state) {
        if (!(state.link() instanceof AccountLink.Up)) {
            return Step.quiet(state);
        }
        Polls polls =
                Polls.NONE
                        .withPositions(state.polls().positions())
                        .withCompleted(state.polls().completed());
        return Step.quiet(state.withLink(new AccountLink.Up(false)).withPolls(polls));
    }

    /** What was asked for and did not come meanwhile may never come. */
    private static Step brokerBack(PortfolioState state, Instants at) {
        if (!(state.link() instanceof AccountLink.Up)) {
            return Step.quiet(state);
        }
        long now = at.monotonicNanos();
        Polls polls = state.polls();
        List<PortfolioCommand> commands = new ArrayList<>();
        if (polls.positions() instanceof Poll.Asked asked) {
            commands.add(new PortfolioCommand.RequestPositions());
            polls = polls.withPositions(asked.asked(now));
        }
        if (polls.completed() instanceof Poll.Asked asked) {
            commands.add(new PortfolioCommand.RequestCompletedOrders());
            polls = polls.withCompleted(asked.asked(now));
        }
        return new Step(state.withLink(new AccountLink.Up(true)).withPolls(polls), commands);
    }

    private Step orderSeen(PortfolioState state, PortfolioEvent.OrderSeen seen) {
        ObservedOrder order = seen.order();
        long now = seen.at().monotonicNanos();
        Author author = Author.of(policy, order.source().clientId(), false);
        if (author == Author.FLEET) {
            return Step.quiet(state.withOwn(state.own().seen(order, now)));
        }
        long asked =
                state.polls().orders() instanceof Poll.Asked poll ? poll.atNanos() : Long.MIN_VALUE;
        return told(state, state.hands().orderSeen(author, order, now, asked));
    }

    private static Step statusSeen(PortfolioState state, PortfolioEvent.StatusSeen seen) {
        long now = seen.at().monotonicNanos();
        PortfolioState next =
                state.withOwn(
                        state.own()
                                .statusSeen(
                                        seen.permId(), seen.brokerStatus(), seen.filled(), now));
        return told(
                next,
                next.hands().statusSeen(seen.permId(), seen.brokerStatus(), seen.filled(), now));
    }

    private static Step ordersListed(PortfolioState state, Instants at) {
        if (!(state.polls().orders() instanceof Poll.Asked asked)) {
            return Step.quiet(state);
        }
        long now = at.monotonicNanos();
        long completedNanos =
                state.polls().completed() instanceof Poll.Ended ended
                        ? ended.askedNanos()
                        : Long.MIN_VALUE;
        HandsLedger.Told told = state.hands().listed(asked.atNanos(), completedNanos, now);
        PortfolioState next =
                state.withPolls(state.polls().withOrders(asked.ended(now)))
                        .withOwn(state.own().pruned(now));
        return told(next, told);
    }

    private static Step completedListed(PortfolioState state, Instants at) {
        Poll ended = state.polls().completed().ended(at.monotonicNanos());
        return Step.quiet(state.withPolls(state.polls().withCompleted(ended)));
    }

    private Step executionSeen(PortfolioState state, PortfolioEvent.ExecutionSeen seen) {
        ObservedExecution execution = seen.execution();
        Author author = Author.of(policy, execution.source().clientId(), execution.liquidation());
        if (author == Author.FLEET) {
            return Step.quiet(state);
        }
        return told(state, state.hands().executionSeen(author, execution));
    }

    private static Step executionsListed(PortfolioState state, Instants at) {
        Poll ended = state.polls().executions().ended(at.monotonicNanos());
        return Step.quiet(state.withPolls(state.polls().withExecutions(ended)));
    }

    private static Step positionsListed(PortfolioState state, Instants at) {
        Poll ended = state.polls().positions().ended(at.monotonicNanos());
        return held(
                state.withPolls(state.polls().withPositions(ended)), state.positions().listed());
    }

    private static Step held(PortfolioState state, Positions.Changed changed) {
        List<PortfolioCommand> commands = new ArrayList<>();
        for (AccountPosition position : changed.changes()) {
            commands.add(new PortfolioCommand.TellPosition(position));
        }
        return new Step(state.withPositions(changed.positions()), commands);
    }

    private Step pnlSeen(PortfolioState state, PortfolioEvent.PnlSeen seen) {
        List<PortfolioCommand> commands = new ArrayList<>();
        commands.add(new PortfolioCommand.TellPnl(seen.pnl()));
        Money daily = seen.pnl().daily();
        if (daily == null) {
            return new Step(state, commands);
        }
        PortfolioState next = state.withPnl(state.pnl().heard(daily, seen.at().monotonicNanos()));
        Money limit = policy.dailyLossLimit();
        return new Step(
                limit == null ? next : judged(next, daily, limit, seen.at(), commands), commands);
    }

    private PortfolioState judged(
            PortfolioState state,
            Money daily,
            Money limit,
            Instants at,
            List<PortfolioCommand> commands) {
        String name = "daily-loss-" + policy.sessionEpoch() + "-" + (state.breaches() + 1);
        LossLatch latch = state.latch().judged(daily, limit, name, at.exchangeNanos());
        if (latch.equals(state.latch())) {
            return state;
        }
        commands.add(
                new PortfolioCommand.RaiseAlarm(
                        "daily-loss-limit",
                        "The account's P&L of the day is "
                                + daily
                                + ", the limit is -"
                                + limit
                                + ". Every ticker halts and flattens. To trade again: reset "
                                + name
                                + "."));
        return clockwork.beatAtOnce(state.withLatch(latch));
    }

    private static PortfolioState asked(PortfolioState state, PortfolioEvent.OrderAsked asked) {
        return state.withOwn(
                state.own()
                        .asked(
                                asked.reference(),
                                asked.terms(),
                                asked.total(),
                                asked.at().monotonicNanos()));
    }

    private static PortfolioState closed(PortfolioState state, PortfolioEvent.OrderClosed closed) {
        return state.withOwn(state.own().closed(closed.reference(), closed.at().monotonicNanos()));
    }

    /** The journal is nearer than the topic: recalling is for a disk that was lost. */
    private static Step recalled(PortfolioState state, HandReport report) {
        return Step.quiet(
                state.seasoned() ? state : state.withHands(state.hands().recalled(report)));
    }

    private Step breachRecalled(PortfolioState state, LossLatch.Breached breach) {
        return state.seasoned() || state.latch() instanceof LossLatch.Breached
                ? Step.quiet(state)
                : Step.quiet(clockwork.beatAtOnce(state.withLatch(breach)));
    }

    private Step resetAsked(PortfolioState state, PortfolioEvent.ResetAsked asked) {
        if (!(state.latch() instanceof LossLatch.Breached breached)) {
            return answer(state, asked, false, "The account has no breach to clear.");
        }
        if (!breached.name().equals(asked.breach())) {
            return answer(
                    state,
                    asked,
                    false,
                    "The account's breach is named "
                            + breached.name()
                            + ", not "
                            + asked.breach()
                            + ".");
        }
        PortfolioState next =
                clockwork.beatAtOnce(state.withLatch(state.latch().reset(asked.breach())));
        return answer(next, asked, true, "The breach " + asked.breach() + " is cleared.");
    }

    private static Step answer(
            PortfolioState state, PortfolioEvent.ResetAsked asked, boolean done, String text) {
        return Step.with(state, new PortfolioCommand.AnswerReset(asked.commandId(), done, text));
    }

    private static Step told(PortfolioState state, HandsLedger.Told told) {
        List<PortfolioCommand> commands = new ArrayList<>();
        for (HandReport report : told.reports()) {
            commands.add(new PortfolioCommand.TellHands(report));
            incident(report, commands);
        }
        return new Step(state.withHands(told.ledger()), commands);
    }

    private static void incident(HandReport report, List<PortfolioCommand> commands) {
        if (report instanceof HandReport.Filled filled && filled.author() == Author.BROKER) {
            Quantity quantity = filled.execution().side().signed(filled.execution().quantity());
            commands.add(
                    new PortfolioCommand.RaiseAlarm(
                            "broker-liquidation",
                            "The broker itself traded "
                                    + quantity
                                    + " "
                                    + filled.execution().instrument().symbol()
                                    + " (execution "
                                    + filled.execution().execId()
                                    + "). Look at the margin of the account."));
        }
    }
}
