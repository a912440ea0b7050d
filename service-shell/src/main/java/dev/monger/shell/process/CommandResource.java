package dev.monger.shell.process;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands over HTTP, from whoever may read the stack's token. */
@Path("/api/commands")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public final class CommandResource {

    private static final int ACCEPTED = 202;
    private static final int MALFORMED = 400;
    private static final int NOT_AUTHENTICATED = 401;
    private static final int NOT_HERE = 404;
    private static final int NOT_NOW = 409;

    private final Service service;
    private final Instance<CommandDesk> desk;

    @Inject
    CommandResource(Service service, Instance<CommandDesk> desk) {
        this.service = service;
        this.desk = desk;
    }

    /** Takes a command: 202 with its id, or a problem in words. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response command(
            @HeaderParam("Authorization") @Nullable String authorization, @Nullable String body)
            throws IOException, InterruptedException {
        java.nio.file.Path token = service.environment().tokenFile();
        if (!AccessToken.isIn(authorization == null ? "" : authorization, token)) {
            return problem(
                    NOT_AUTHENTICATED,
                    "a command needs the header \"Authorization: Bearer ...\" with the text of "
                            + token);
        }
        if (!desk.isResolvable()) {
            return problem(NOT_HERE, service.part() + " takes no commands; the manager does");
        }
        return switch (CommandRequest.read(body)) {
            case CommandRequest.Reading.Malformed(String problem) -> problem(MALFORMED, problem);
            case CommandRequest.Reading.Read(CommandRequest request) ->
                    answer(desk.get().take(request));
        };
    }

    private static Response answer(CommandDesk.Answer answer) {
        return switch (answer) {
            case CommandDesk.Answer.Taken(String id) ->
                    Response.status(ACCEPTED).entity(Map.of("id", id)).build();
            case CommandDesk.Answer.NotHere(String problem) -> problem(NOT_HERE, problem);
            case CommandDesk.Answer.NotNow(String problem) -> problem(NOT_NOW, problem);
        };
    }

    private static Response problem(int status, String text) {
        return Response.status(status).entity(Map.of("problem", text)).build();
    }
}
