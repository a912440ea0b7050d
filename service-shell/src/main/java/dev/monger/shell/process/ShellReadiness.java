package dev.monger.shell.process;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the service can do its work, and what its shell knows of itself. */
@Readiness
@Singleton
public final class ShellReadiness implements HealthCheck {

    private final ServiceProcess process;
    private final Service service;

    @Inject
    ShellReadiness(ServiceProcess process, Service service) {
        this.process = process;
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = process.shell().map(service::isReady).orElse(false);
        HealthCheckResponseBuilder response = HealthCheckResponse.named(service.part());
        process.shell()
                .ifPresent(shell ->
                        shell.details()
                                .forEach((name, value) ->
                                        response.withData(name, value.toString())));
        return response.status(ready).build();
    }
}
