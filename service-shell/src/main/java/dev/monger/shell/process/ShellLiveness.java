package dev.monger.shell.process;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the loop turns. */
@Liveness
@Singleton
public final class ShellLiveness implements HealthCheck {

    private final ServiceProcess process;

    @Inject
    ShellLiveness(ServiceProcess process) {
        this.process = process;
    }

    @Override
    public HealthCheckResponse call() {
        boolean alive = process.shell().map(shell -> shell.isAlive()).orElse(true);
        return HealthCheckResponse.named("loop").status(alive).build();
    }
}
