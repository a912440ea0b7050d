package dev.monger.core.manager;

import dev.monger.core.model.ClientId;
import dev.monger.core.model.Ticker;
import java.util.List;
import java.util.TreeSet;

/** Who belongs to the fleet and whose process runs. */
final class Roster {

    private final ManagerPolicy policy;

    Roster(ManagerPolicy policy) {
        this.policy = policy;
    }

    /** No process of an earlier manager counts as running: each starts under a lease of its own. */
    ManagerState began(
            ManagerState state, ManagerEvent.Began began, List<ManagerCommand> commands) {
        boolean allStopped =
                state.members().values().stream().allMatch(member -> member.life().toStay());
        ManagerState next =
                state.withDesired(began.tickers())
                        .withLastEpoch(Math.max(state.lastEpoch(), began.epochFloor()));
        for (Member member : state.members().values()) {
            boolean desired = began.tickers().contains(member.ticker());
            // One ticker that an operator stopped stays stopped; a fleet that was shut down as a
            // whole was shut down to be started again.
            boolean stays = member.life().toStay() && !allStopped;
            ProcessLife life =
                    desired && !stays ? new ProcessLife.Waiting(0) : new ProcessLife.Stopped();
            next = next.with(member.with(life).with(forgotten(member.heard())));
            if (!desired) {
                ManagerCore.alarm(
                        commands,
                        "ticker-without-assignment",
                        member.ticker(),
                        "It had a lease and has no assignment any more; nobody looks after it."
                                + " Last word: "
                                + member.heard().position()
                                + ". Assign it again, or close what it holds by hand.");
            }
        }
        boolean known = true;
        for (Ticker ticker : began.tickers()) {
            commands.add(new ManagerCommand.TellAssignment(ticker));
            known = known && next.members().containsKey(ticker);
        }
        return next.withRecalled(known && !began.tickers().isEmpty());
    }

    private static Member.Heard forgotten(Member.Heard heard) {
        return new Member.Heard(0, heard.position(), false);
    }

    /** The journal is nearer than the topic, but an epoch is never taken twice from either. */
    ManagerState leaseRecalled(ManagerState state, ManagerEvent.LeaseRecalled lease) {
        ManagerState next = state.withLastEpoch(Math.max(state.lastEpoch(), lease.epoch()));
        if (next.members().containsKey(lease.ticker()) || lease.clientId().value() == 0) {
            return next;
        }
        ProcessLife life =
                next.desired().contains(lease.ticker())
                        ? new ProcessLife.Waiting(0)
                        : new ProcessLife.Stopped();
        return next.with(
                new Member(
                        lease.ticker(),
                        lease.clientId(),
                        lease.epoch(),
                        life,
                        Member.Heard.NOTHING));
    }

    ManagerState recalled(ManagerState state, List<ManagerCommand> commands) {
        ManagerState next = state.withRecalled(true);
        for (Ticker ticker : state.desired()) {
            next = enrolled(next, ticker, commands);
        }
        return next;
    }

    private ManagerState enrolled(
            ManagerState state, Ticker ticker, List<ManagerCommand> commands) {
        if (state.members().containsKey(ticker)) {
            return state;
        }
        TreeSet<ClientId> taken = new TreeSet<>();
        state.members().values().forEach(member -> taken.add(member.clientId()));
        for (int id = 1; id <= policy.highestClientId(); id++) {
            ClientId free = new ClientId(id);
            if (!taken.contains(free)) {
                return state.with(
                        new Member(
                                ticker, free, 0, new ProcessLife.Waiting(0), Member.Heard.NOTHING));
            }
        }
        ManagerCore.alarm(
                commands,
                "client-ids-exhausted",
                ticker,
                "All client ids from 1 to "
                        + policy.highestClientId()
                        + " belong to other tickers, so it cannot run at this gateway.");
        return state;
    }

    ManagerState wanted(ManagerState state, FleetOrder order) {
        ManagerState next = state;
        for (Member member : state.running()) {
            if (order.ticker() == null || member.ticker().equals(order.ticker())) {
                next = next.with(member.with(member.life().wanted()));
            }
        }
        return next;
    }

    ManagerState ready(ManagerState state, Ticker ticker, long nowNanos) {
        Member member = state.members().get(ticker);
        return member == null ? state : state.with(member.with(member.life().ready(nowNanos)));
    }

    ManagerState ended(
            ManagerState state, ManagerEvent.ProcessEnded ended, List<ManagerCommand> commands) {
        Member member = state.members().get(ended.ticker());
        if (member == null) {
            return state;
        }
        return switch (ended.ending()) {
            case REFUSED -> {
                ManagerCore.alarm(
                        commands,
                        "settings-refused",
                        member.ticker(),
                        "Its process refused its settings ("
                                + ended.how()
                                + ") and is not started again. Read its log, correct them, start it.");
                yield state.with(member.with(member.life().endedForGood()));
            }
            case STOPPED -> state.with(member.with(member.life().endedForGood()));
            case CRASHED -> state.with(member.with(afterCrash(member, ended, commands)));
        };
    }

    private ProcessLife afterCrash(
            Member member, ManagerEvent.ProcessEnded ended, List<ManagerCommand> commands) {
        ProcessLife life = member.life().ended(ended.atNanos(), policy.backOff());
        if (life instanceof ProcessLife.BackingOff backingOff && member.life().present()) {
            crashed(member, backingOff.crashes(), ended.how(), commands);
        }
        return life;
    }

    private void crashed(Member member, int crashes, String how, List<ManagerCommand> commands) {
        boolean loop = crashes >= policy.backOff().loopAfter();
        ManagerCore.alarm(
                commands,
                loop ? "crash-loop" : "monger-crashed",
                member.ticker(),
                "Its process ended ("
                        + how
                        + "), "
                        + crashes
                        + " in a row. It is started again. Last word: "
                        + member.heard().position()
                        + (loop ? ". Read its log; stop it if it holds nothing." : "."));
    }

    ManagerState heard(ManagerState state, ManagerEvent.StatusHeard heard) {
        Member member = state.members().get(heard.ticker());
        if (member == null) {
            return state;
        }
        Member.Heard before = member.heard();
        return state.with(
                member.with(
                        heard.fresh()
                                ? new Member.Heard(heard.atNanos(), heard.position(), false)
                                : new Member.Heard(
                                        before.atNanos(), heard.position(), before.missed())));
    }

    /** What time alone brings about. */
    ManagerState turn(ManagerState state, long nowNanos, List<ManagerCommand> commands) {
        ManagerState next = state;
        for (Member member : state.running()) {
            next = next.with(aged(member, nowNanos, commands));
        }
        return launched(next, nowNanos, commands);
    }

    private Member aged(Member member, long now, List<ManagerCommand> commands) {
        ManagerPolicy.Patience patience = policy.patience();
        return switch (member.life()) {
            case ProcessLife.Stopped _, ProcessLife.Waiting _ -> member;
            case ProcessLife.BackingOff backingOff ->
                    now < backingOff.untilNanos()
                            ? member
                            : member.with(new ProcessLife.Waiting(backingOff.crashes()));
            case ProcessLife.Starting starting -> {
                if (starting.overdue() || now - starting.sinceNanos() < patience.readyNanos()) {
                    yield member;
                }
                ManagerCore.alarm(
                        commands,
                        "start-overdue",
                        member.ticker(),
                        "It is not ready after "
                                + patience.readyNanos() / 1_000_000_000L
                                + " s. Its status names the link that is missing.");
                yield member.with(
                        new ProcessLife.Starting(starting.sinceNanos(), starting.crashes(), true));
            }
            case ProcessLife.Running running -> {
                long last = Math.max(running.sinceNanos(), member.heard().atNanos());
                if (member.heard().missed() || now - last < patience.heartbeatNanos()) {
                    yield member;
                }
                yield silent(member, commands);
            }
            case ProcessLife.Stopping stopping -> {
                if (stopping.asked() || now < stopping.endNanos()) {
                    yield member;
                }
                commands.add(
                        new ManagerCommand.End(
                                member.ticker(), "it was stopped and did not end by itself"));
                yield member.with(new ProcessLife.Stopping(stopping.endNanos(), true));
            }
        };
    }

    private static Member silent(Member member, List<ManagerCommand> commands) {
        ManagerCore.alarm(
                commands,
                "heartbeat-missing",
                member.ticker(),
                "Its process runs but says nothing. Last word: "
                        + member.heard().position()
                        + ". Look at its own HTTP address and at the broker.");
        return member.with(
                new Member.Heard(member.heard().atNanos(), member.heard().position(), true));
    }

    private ManagerState launched(ManagerState state, long now, List<ManagerCommand> commands) {
        if (!state.recalled()) {
            return state;
        }
        long starting = state.members().values().stream().filter(m -> m.life().starting()).count();
        ManagerState next = state;
        for (Member member : state.running()) {
            if (starting >= policy.startsAtOnce()) {
                break;
            }
            if (member.life() instanceof ProcessLife.Waiting waiting) {
                long epoch = next.lastEpoch() + 1;
                Member launched =
                        member.withEpoch(epoch)
                                .with(new ProcessLife.Starting(now, waiting.crashes(), false));
                next = next.with(launched).withLastEpoch(epoch);
                commands.add(
                        new ManagerCommand.TellLease(member.ticker(), member.clientId(), epoch));
                commands.add(new ManagerCommand.Launch(member.ticker(), member.clientId(), epoch));
                starting++;
            }
        }
        return next;
    }
}
