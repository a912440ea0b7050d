package dev.monger.manager;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How commands stand, over HTTP. */
@Path("/api/commands/{id}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public final class CommandStateResource {

    private static final int NOT_FOUND = 404;

    private final FleetDesk desk;

    @Inject
    CommandStateResource(FleetDesk desk) {
        this.desk = desk;
    }

    /** Returns how a command stands. */
    @GET
    @Operation(summary = "How far a command has come")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CommandState.class)))
    @APIResponse(responseCode = "404", description = "{\"problem\"}: there is no such command")
    public Response command(@PathParam("id") String id) {
        Optional<CommandState> state = desk.command(id);
        return state.isPresent()
                ? Response.ok(state.get()).build()
                : Response.status(NOT_FOUND)
                        .entity(
                                Map.of(
                                        "problem",
                                        "there is no command "
                                                + id
                                                + "; POST /api/commands gives ids, and old"
                                                + " commands are on fleet.command-results"))
                        .build();
    }
}
