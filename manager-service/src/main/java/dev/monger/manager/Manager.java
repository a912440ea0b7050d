package dev.monger.manager;

import dev.monger.engine.manager.FleetView;
import dev.monger.engine.manager.ManagerEngine;
import dev.monger.engine.manager.ManagerSettings;
import dev.monger.manager.process.Child;
import dev.monger.manager.process.MongerProcesses;
import dev.monger.manager.process.MongerRecipe;
import dev.monger.prediction.InferenceResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Topics;
import dev.monger.shell.Inbox;
import dev.monger.shell.Incoming;
import dev.monger.shell.ProcessHost;
import dev.monger.shell.RecordFilter;
import dev.monger.shell.ServiceShell;
import dev.monger.shell.ShellSettings;
import dev.monger.shell.TwsLink;
import dev.monger.shell.environment.EnvironmentReader;
import dev.monger.shell.environment.ServiceEnvironment;
import dev.monger.shell.process.Service;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The manager's engine in its shell, with its children. */
@Singleton
public final class Manager implements Service {

    /** What one TWS or gateway takes from all its clients together, with a little room. */
    private static final int GATEWAY_MESSAGES_PER_SECOND = 45;

    /** More than a monger takes to prove its stop, or to find that it cannot. */
    private static final Duration CHILD_PATIENCE = Duration.ofSeconds(25);

    /** Of those that see the process end: before the shell is told to. */
    private static final int FIRST = 1;

    private static final Duration LOOK_BACK = Duration.ofMinutes(10);

    private final ManagerEnvironment environment =
            ManagerEnvironment.from(new EnvironmentReader(System.getenv()));
    private final ManagerEngine engine = new ManagerEngine();
    private volatile @Nullable MongerProcesses processes;
    private volatile @Nullable ServiceShell shell;

    @Override
    public String part() {
        return "manager";
    }

    @Override
    public ServiceEnvironment environment() {
        return environment.service();
    }

    @Override
    public Path folder() {
        return environment.service().stateFolder().resolve("manager");
    }

    /** Starts the shell; the mongers follow when the topics have told what was. */
    @Override
    public ServiceShell.Start start() throws IOException {
        ServiceShell.Start start =
                ServiceShell.start(
                        shellSettings(),
                        new ServiceShell.Gear(
                                engine,
                                TwsLink.none(),
                                _ -> new InferenceResult.Failed("manager", "it predicts nothing"),
                                this::children));
        if (start instanceof ServiceShell.Start.Running running) {
            shell = running.shell();
        }
        return start;
    }

    private ProcessHost children(Inbox inbox) {
        MongerRecipe recipe =
                new MongerRecipe(
                        environment.mongerCommand(),
                        environment.mongerEnvironment(),
                        environment.service().stateFolder());
        try {
            MongerProcesses made =
                    new MongerProcesses(
                            recipe,
                            (ticker, change) ->
                                    inbox.put(new Incoming.ChildChanged(ticker, change)),
                            CHILD_PATIENCE);
            processes = made;
            return made;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ShellSettings shellSettings() {
        ServiceEnvironment service = environment.service();
        return new ShellSettings(
                new ShellSettings.Identity("manager", "fleet", version()),
                folder(),
                service.kafka(),
                service.registry(),
                service.clock(),
                List.of(Topics.LEASES, Topics.STATUS, Topics.COMMAND_RESULTS, Topics.RISK),
                RecordFilter.all(),
                LOOK_BACK,
                false,
                new ManagerSettings(
                                service.account(),
                                service.tws().host(),
                                service.tws().port(),
                                service.clock().perRealSecond(GATEWAY_MESSAGES_PER_SECOND),
                                environment.assignments())
                        .text());
    }

    private static String version() {
        String version = Manager.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** Ready when what earlier managers told is read, so that mongers can be started. */
    @Override
    public boolean isReady(ServiceShell running) {
        return running.isReady() && isRecalled();
    }

    /** Tells whether what earlier managers told was read. */
    boolean isRecalled() {
        return engine.view().recalled();
    }

    /**
     * Ends the mongers, each keeping its position under its stop: before the manager itself when it
     * is told to end, and after it when it broke or another manager has taken its place.
     */
    void leaveNoMonger(@Observes @Priority(FIRST) ShutdownEvent event) {
        MongerProcesses children = processes;
        if (children != null) {
            children.endAll();
        }
    }

    /** Returns the fleet as it is now; empty while the manager starts. */
    List<TickerState> fleet() {
        return FleetPicture.fleet(engine.view(), environment.service().account(), this::child);
    }

    private Optional<Child> child(String ticker) {
        MongerProcesses children = processes;
        return children == null ? Optional.empty() : children.running(ticker);
    }

    /** Tells whether a ticker is of the fleet. */
    boolean knows(String ticker) {
        return environment.assignments().stream()
                .anyMatch(assignment -> assignment.ticker().value().equals(ticker));
    }

    /** Hands a command over; false when it is not taken now. */
    boolean submit(FleetCommand command) throws InterruptedException {
        ServiceShell running = shell;
        return running != null && running.submit(command);
    }

    /** Returns a command by its id. */
    Optional<CommandState> command(String id) {
        FleetView view = engine.view();
        return view.command(id).map(FleetPicture::command);
    }
}
