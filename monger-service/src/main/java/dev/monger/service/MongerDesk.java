package dev.monger.service;

import dev.monger.shell.ServiceShell;
import dev.monger.shell.process.CommandDesk;
import dev.monger.shell.process.CommandRequest;
import dev.monger.shell.process.ServiceProcess;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Takes commands for the one ticker, also while Kafka is away. */
@Singleton
public final class MongerDesk implements CommandDesk {

    private final Monger monger;
    private final ServiceProcess process;

    @Inject
    MongerDesk(Monger monger, ServiceProcess process) {
        this.monger = monger;
        this.process = process;
    }

    @Override
    public Answer take(CommandRequest request) throws InterruptedException {
        if (!request.isFor(monger.ticker())) {
            return new Answer.NotHere(
                    "this is the monger of " + monger.ticker() + ", not of " + request.tickers());
        }
        Optional<ServiceShell> shell = process.shell();
        String id = "http-" + UUID.randomUUID();
        boolean taken =
                shell.isPresent()
                        && shell.get()
                                .submit(
                                        request.toRecord(
                                                id,
                                                monger.ticker(),
                                                monger.environment().clock().now()));
        return taken
                ? new Answer.Taken(id)
                : new Answer.NotNow(
                        "the monger of " + monger.ticker() + " does not run; ask again");
    }
}
