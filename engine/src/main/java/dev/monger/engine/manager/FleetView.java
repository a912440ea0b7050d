package dev.monger.engine.manager;

import dev.monger.core.manager.Member;
import dev.monger.core.manager.Undertaking;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.TickerStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask of the manager, as of one step.
 *
 * @param recalled whether what earlier managers told was read, so that mongers can be started
 * @param tickers in the operator's order
 * @param commands known commands
 */
public record FleetView(boolean recalled, List<TickerView> tickers, List<CommandView> commands) {

    /** Before the first step. */
    public static final FleetView EMPTY = new FleetView(false, List.of(), List.of());

    /** Keeps immutable copies. */
    public FleetView {
        tickers = List.copyOf(tickers);
        commands = List.copyOf(commands);
    }

    /**
     * One ticker.
     *
     * @param member what the manager knows of it
     * @param status its latest word; null before the first
     * @param restarts of its process since this manager began
     */
    public record TickerView(Member member, @Nullable TickerStatus status, int restarts) {}

    /**
     * One command.
     *
     * @param undertaking how far it has come, by target
     * @param issuedAtWallNanos when it was asked
     * @param deadlineWallNanos by when it has ended
     * @param results the latest record of each target
     */
    public record CommandView(
            Undertaking undertaking,
            long issuedAtWallNanos,
            long deadlineWallNanos,
            List<CommandResult> results) {

        /** Keeps an immutable copy. */
        public CommandView {
            results = List.copyOf(results);
        }
    }

    /** Returns a command by its id. */
    public Optional<CommandView> command(String id) {
        return commands.stream()
                .filter(command -> command.undertaking().order().id().value().equals(id))
                .findFirst();
    }
}
