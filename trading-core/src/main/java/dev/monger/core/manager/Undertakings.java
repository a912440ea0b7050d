package dev.monger.core.manager;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Commands from their issue to their end. */
final class Undertakings {

    private static final String ALL = "*";
    private static final int KEPT = 500;

    private final ManagerPolicy policy;

    Undertakings(ManagerPolicy policy) {
        this.policy = policy;
    }

    /** Begins a command; its id may come again for another ticker, never for the same. */
    ManagerState begun(ManagerState state, FleetOrder order, List<ManagerCommand> commands) {
        Undertaking known = state.undertakings().get(order.id());
        Undertaking undertaking = known == null ? new Undertaking(order, new TreeMap<>()) : known;
        List<String> targets = targets(state, order);
        if (known != null && (targets.isEmpty() || known.parts().keySet().containsAll(targets))) {
            return state;
        }
        List<ManagerCommand> told = new ArrayList<>();
        boolean open = targets.isEmpty();
        ManagerState next = state;
        for (String target : targets) {
            Member member = member(state, target);
            Part part = first(order, target, member);
            open = open || !part.ended();
            undertaking = undertaking.with(target, part);
            if (part.ended()) {
                tell(order, target, part, told);
            }
            if (member != null && order.kind() == FleetOrder.Kind.STOP && part.ended()) {
                next = next.with(member.with(new ProcessLife.Stopped()));
            }
        }
        if (open) {
            // One that has ended already must not be found, and obeyed, by a process started later.
            commands.add(new ManagerCommand.TellOrder(order));
        }
        commands.addAll(told);
        return pruned(next.with(undertaking));
    }

    /** A command for all is one record; each that runs, or is about to, answers for itself. */
    private static List<String> targets(ManagerState state, FleetOrder order) {
        if (order.ticker() != null) {
            return List.of(order.ticker().value());
        }
        if (order.kind() == FleetOrder.Kind.RESET) {
            return List.of(order.target());
        }
        List<String> targets = new ArrayList<>();
        for (Member member : state.running()) {
            if (!(member.life() instanceof ProcessLife.Stopped)) {
                targets.add(member.ticker().value());
            }
        }
        return targets;
    }

    private static Part first(FleetOrder order, String target, @Nullable Member member) {
        if (target.equals(ALL)) {
            return new Part.Sent();
        }
        if (member == null) {
            return new Part.Failed("no such ticker in the fleet: " + target);
        }
        boolean idle = member.life() instanceof ProcessLife.Stopped;
        boolean neverRan = member.epoch() == 0 && member.life() instanceof ProcessLife.Waiting;
        return switch (order.kind()) {
            case START ->
                    idle
                            ? new Part.Failed("it has no assignment, so it is not started")
                            : new Part.Accepted("its process is being started");
            case STOP ->
                    idle || neverRan
                            ? new Part.Done("no process runs; " + member.heard().position())
                            : new Part.Sent();
            case PAUSE, RESUME, REDUCE_ONLY, FLATTEN, RESET ->
                    idle
                            ? new Part.Failed("no process runs; " + member.heard().position())
                            : new Part.Sent();
        };
    }

    /** A word about a command or target that is not known is somebody else's. */
    ManagerState told(ManagerState state, ManagerEvent.PartTold told) {
        Undertaking undertaking = state.undertakings().get(told.id());
        Part known = undertaking == null ? null : undertaking.parts().get(told.target());
        if (undertaking == null || known == null || known.ended()) {
            return state;
        }
        ManagerState next = state.with(undertaking.with(told.target(), told.part()));
        Member member = member(state, told.target());
        boolean stopped =
                undertaking.order().kind() == FleetOrder.Kind.STOP
                        && told.part() instanceof Part.Done;
        // The word of a process that another one has followed since must not end that one.
        return !stopped || member == null || told.epoch() < member.epoch()
                ? next
                : next.with(member.with(leaving(member.life(), told.atNanos())));
    }

    /** A monger that proved its stop ends by itself; one that is gone already is not missed. */
    private ProcessLife leaving(ProcessLife life, long nowNanos) {
        return life.present()
                ? new ProcessLife.Stopping(nowNanos + policy.patience().exitNanos(), false)
                : new ProcessLife.Stopped();
    }

    /** Ends what the manager itself can see done, and what is overdue. */
    ManagerState settled(ManagerState state, long nowNanos, List<ManagerCommand> commands) {
        ManagerState next = state;
        for (Undertaking undertaking : state.undertakings().values()) {
            if (!undertaking.ended()) {
                next = settled(next, undertaking, nowNanos, commands);
            }
        }
        return next;
    }

    private static ManagerState settled(
            ManagerState state,
            Undertaking undertaking,
            long nowNanos,
            List<ManagerCommand> commands) {
        FleetOrder order = undertaking.order();
        Undertaking settled = undertaking;
        ManagerState next = state;
        for (var part : undertaking.parts().entrySet()) {
            Member member = member(state, part.getKey());
            if (part.getValue().ended()) {
                continue;
            }
            if (order.kind() == FleetOrder.Kind.START && member != null) {
                next = next.with(member.with(startedAnew(member.life())));
            }
            Part now = judged(order, part.getValue(), member, nowNanos);
            settled = settled.with(part.getKey(), now);
            if (now.ended()) {
                tell(order, part.getKey(), now, commands);
            }
        }
        return settled.equals(undertaking) ? next : next.with(settled);
    }

    /** A start that met a process on its way out is carried out when that is gone. */
    private static ProcessLife startedAnew(ProcessLife life) {
        return life instanceof ProcessLife.Stopped ? new ProcessLife.Waiting(0) : life;
    }

    private static Part judged(
            FleetOrder order, Part part, @Nullable Member member, long nowNanos) {
        if (order.kind() == FleetOrder.Kind.START
                && member != null
                && member.life() instanceof ProcessLife.Running) {
            // The monger hears the command too, and only it knows whether it may: it may be halted.
            Part ready = new Part.Accepted("its process is ready, lease epoch " + member.epoch());
            return nowNanos < order.deadlineNanos() ? ready : overdue(ready, member);
        }
        return nowNanos < order.deadlineNanos() ? part : overdue(part, member);
    }

    private static Part overdue(Part part, @Nullable Member member) {
        String heard =
                part instanceof Part.Accepted accepted
                        ? "accepted, not done by the deadline: " + accepted.text()
                        : "no answer by the deadline";
        return new Part.Failed(
                member == null ? heard : heard + "; last word: " + member.heard().position());
    }

    private static void tell(
            FleetOrder order, String target, Part part, List<ManagerCommand> commands) {
        commands.add(new ManagerCommand.TellPart(order.id(), target, part));
        if (part instanceof Part.Failed failed) {
            commands.add(
                    new ManagerCommand.RaiseAlarm(
                            "command-failed",
                            target,
                            order.kind()
                                    + " asked by "
                                    + order.issuer()
                                    + " ("
                                    + order.id()
                                    + ") failed: "
                                    + failed.residual()));
        }
    }

    /** Deadlines of an earlier process mean nothing on this one's clock: they start anew. */
    ManagerState restarted(ManagerState state, long nowNanos) {
        ManagerState next = state;
        for (Undertaking undertaking : state.undertakings().values()) {
            FleetOrder order = undertaking.order();
            FleetOrder renewed =
                    new FleetOrder(
                            order.id(),
                            order.ticker(),
                            order.kind(),
                            order.issuer(),
                            order.reason(),
                            order.breach(),
                            nowNanos + policy.patience().deadlineNanos());
            next = next.with(new Undertaking(renewed, undertaking.parts()));
        }
        return next;
    }

    private static ManagerState pruned(ManagerState state) {
        if (state.undertakings().size() <= KEPT) {
            return state;
        }
        TreeMap<CommandId, Undertaking> kept = new TreeMap<>(state.undertakings());
        state.undertakings().values().stream()
                .filter(Undertaking::ended)
                .min(Comparator.comparingLong(ended -> ended.order().deadlineNanos()))
                .ifPresent(oldest -> kept.remove(oldest.order().id()));
        return state.withUndertakings(kept);
    }

    private static @Nullable Member member(ManagerState state, String target) {
        return target.equals(ALL) ? null : state.members().get(new Ticker(target));
    }
}
