package dev.monger.core.monger;

import dev.monger.core.model.CommandId;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What the monger is doing by command.
 *
 * @param active commands that have not ended, oldest first
 * @param obeyed the last ids seen, so that each is obeyed once
 */
public record Conduct(LifeCycle lifeCycle, List<Active> active, List<CommandId> obeyed) {

    private static final int REMEMBERED = 256;

    static final Conduct INITIAL = new Conduct(new LifeCycle.Trading(), List.of(), List.of());

    /** A command under way. */
    public record Active(CommandId id, CommandKind kind, long deadlineNanos) {}

    /** Keeps copies. */
    public Conduct {
        active = List.copyOf(active);
        obeyed = List.copyOf(obeyed);
    }

    Conduct in(LifeCycle value) {
        return new Conduct(value, active, obeyed);
    }

    Conduct received(CommandId id) {
        List<CommandId> ids = new ArrayList<>(obeyed);
        if (ids.size() == REMEMBERED) {
            ids.removeFirst();
        }
        ids.add(id);
        return new Conduct(lifeCycle, active, ids);
    }

    Conduct began(Active command) {
        List<Active> commands = new ArrayList<>(active);
        commands.add(command);
        return new Conduct(lifeCycle, commands, obeyed);
    }

    Conduct without(Active command) {
        return new Conduct(
                lifeCycle,
                active.stream().filter(other -> !other.equals(command)).toList(),
                obeyed);
    }

    Conduct restarted(long nowNanos) {
        List<Active> again =
                active.stream()
                        .filter(a -> a.kind() != CommandKind.STOP_KEEP)
                        .map(a ->
                                new Active(
                                        a.id(),
                                        a.kind(),
                                        nowNanos + Timing.RESTARTED_COMMAND_NANOS))
                        .toList();
        return new Conduct(lifeCycle.after(new LifeCycle.Turnpoint.Restarted()), again, obeyed);
    }
}
