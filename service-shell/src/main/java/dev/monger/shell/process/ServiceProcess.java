package dev.monger.shell.process;

import dev.monger.shell.ServiceShell;
import dev.monger.shell.ServiceShell.Start;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties the life of the service to the life of the process: the service's own end ends the process
 * with its code, and SIGTERM asks the service to end in order first.
 */
@Singleton
public final class ServiceProcess {

    /** Exit code when the end in order did not come in time. */
    static final int EXIT_OVERDUE = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    private static final long LAST_WORDS_SECONDS = 7;

    private final Service service;
    private volatile @Nullable ServiceShell shell;
    private volatile @Nullable Integer httpPort;

    @Inject
    ServiceProcess(Service service) {
        this.service = service;
    }

    /** The running service; empty before its start and when it must not run. */
    public Optional<ServiceShell> shell() {
        return Optional.ofNullable(shell);
    }

    /** The port it listens on; null before it does. */
    public @Nullable Integer httpPort() {
        return httpPort;
    }

    void started(@Observes StartupEvent event) throws IOException {
        AccessToken.make(service.environment().tokenFile());
        Files.createDirectories(service.folder());
        switch (service.start()) {
            case Start.Running(ServiceShell running) -> {
                shell = running;
                var _ = running.ended().thenAccept(ended -> Quarkus.asyncExit(ended.exitCode()));
            }
            case Start.Refused(int exitCode, String reason) -> {
                System.err.println(service.part() + ": " + reason);
                Quarkus.asyncExit(exitCode);
            }
        }
    }

    void listening(@ObservesAsync HttpServerStart event, ValueRegistry values) throws IOException {
        int port = values.get(HttpServer.HTTP_PORT);
        if (shell == null) {
            // The folder may be another process's.
            return;
        }
        httpPort = port;
        Files.writeString(service.folder().resolve("http-port"), port + "\n");
    }

    void stopping(@Observes ShutdownEvent event) throws InterruptedException {
        ServiceShell running = shell;
        if (running == null || running.ended().isDone()) {
            return;
        }
        LOG.info("Ending in order, within {} s", service.patience().toSeconds());
        service.beginEnd(running);
        if (!endsWithin(running, service.patience().toMillis())) {
            LOG.error(
                    "The end in order was not proven within {} s; ending all the same",
                    service.patience().toSeconds());
            running.end(EXIT_OVERDUE, "the end in order was not proven in time");
            if (!endsWithin(running, TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS))) {
                LOG.error("The service does not answer; its journal says how far it came");
            }
        }
    }

    private static boolean endsWithin(ServiceShell running, long millis)
            throws InterruptedException {
        try {
            running.ended().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException overdue) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("Invariant: an end is told, not thrown", impossible);
        }
    }
}
