package dev.monger.service;

import dev.monger.shell.process.ServiceProcess;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How this monger is. */
@Path("/api/status")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource {

    private final Monger monger;
    private final ServiceProcess process;

    @Inject
    StatusResource(Monger monger, ServiceProcess process) {
        this.monger = monger;
        this.process = process;
    }

    /** Tells what the engine told last of itself. */
    @GET
    public StatusState status() {
        return StatusState.of(monger, process.httpPort());
    }
}
