package dev.monger.manager;

import dev.monger.schemas.Topics;
import dev.monger.shell.process.CommandDesk;
import dev.monger.shell.process.CommandRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes commands for the fleet, and tells how they stand from the moment they are taken. */
@Singleton
public final class FleetDesk implements CommandDesk {

    private static final String READY_TELLS = "wait until /q/health/ready answers 200";

    private final Manager manager;
    private final AcceptedCommands accepted = new AcceptedCommands();

    @Inject
    FleetDesk(Manager manager) {
        this.manager = manager;
    }

    @Override
    public Answer take(CommandRequest request) throws InterruptedException {
        if (!manager.isRecalled()) {
            // It would have no targets yet: obeyed by nobody, it would look done.
            return new Answer.NotNow(
                    "the manager has not yet read from Kafka what the fleet is; " + READY_TELLS);
        }
        List<String> strangers =
                request.tickers().stream()
                        .filter(t -> !t.equals(Topics.ALL_TICKERS) && !manager.knows(t))
                        .toList();
        if (!strangers.isEmpty()) {
            return new Answer.NotHere(
                    "not of this fleet: "
                            + String.join(", ", strangers)
                            + "; GET /api/fleet lists the tickers that are");
        }
        String id = UUID.randomUUID().toString();
        var now = manager.environment().clock().now();
        accepted.add(id, request, now);
        for (String ticker : request.tickers()) {
            if (!manager.submit(request.toRecord(id, ticker, now))) {
                accepted.remove(id);
                return new Answer.NotNow(
                        "the manager takes no commands now, it is starting or ending; "
                                + READY_TELLS);
            }
        }
        return new Answer.Taken(id);
    }

    /** Returns how a command stands. */
    Optional<CommandState> command(String id) {
        return manager.command(id).or(() -> accepted.find(id));
    }
}
