package dev.monger.manager;

import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.shell.process.CommandRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that were taken and that the engine has perhaps not yet seen. */
final class AcceptedCommands {

    private static final int KEPT = 100;

    private final Map<String, CommandState> byId = new LinkedHashMap<>();

    synchronized void add(String id, CommandRequest request, Now now) {
        byId.put(
                id,
                new CommandState(
                        id,
                        request.kind().name(),
                        Amounts.instant(now.wallNanos()),
                        Amounts.instant(now.wallNanos() + request.deadline().toNanos()),
                        false,
                        List.of()));
        if (byId.size() > KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    synchronized void remove(String id) {
        byId.remove(id);
    }

    synchronized Optional<CommandState> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
