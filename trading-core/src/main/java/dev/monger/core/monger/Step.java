package dev.monger.core.monger;

import java.util.List;

/**
 * What one event leads to.
 *
 * @param state the next state
 * @param commands what to do, in this order
 */
public record Step(MongerState state, List<MongerCommand> commands) {

    /** Keeps a copy. */
    public Step {
        commands = List.copyOf(commands);
    }
}
