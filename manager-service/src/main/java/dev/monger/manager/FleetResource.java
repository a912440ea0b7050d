package dev.monger.manager;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The fleet over HTTP. */
@Path("/api/fleet")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public final class FleetResource {

    private final Manager manager;

    @Inject
    FleetResource(Manager manager) {
        this.manager = manager;
    }

    /** Returns every ticker, in the operator's order. */
    @GET
    @Operation(summary = "Every ticker as it is now")
    public List<TickerState> fleet() {
        return manager.fleet();
    }
}
