package dev.monger.launcher.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the parts of a running stack are.
 *
 * @param kafka bootstrap servers
 * @param registry base URL of the registry
 * @param manager base URL of the manager
 * @param portfolio base URL of the portfolio
 * @param simulator base URL of the simulator's control; empty with a real TWS
 * @param twsHost host of TWS
 * @param twsPort port of TWS
 * @param account the account
 * @param clock the market's clock
 */
public record Addresses(
        String kafka,
        String registry,
        String manager,
        String portfolio,
        String simulator,
        String twsHost,
        int twsPort,
        String account,
        String clock) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Reads those of the stack that runs in a state folder; refuses if none does. */
    public static Addresses read(StateFolder state) throws Refusal, IOException {
        Path file = state.addresses();
        if (!Files.exists(file)) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "no stack runs in "
                            + state.root()
                            + "; start one with ./monger up, or name its folder with --state");
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return new Addresses(
                    json.path("kafka").asText(),
                    json.path("registry").asText(),
                    json.path("manager").asText(),
                    json.path("portfolio").asText(),
                    json.path("simulator").asText(),
                    json.path("twsHost").asText(),
                    json.path("twsPort").asInt(),
                    json.path("account").asText(),
                    json.path("clock").asText());
        } catch (JsonProcessingException torn) {
            throw new Refusal(Refusal.BAD_INPUT, file + " is damaged: delete it", torn);
        }
    }

    /** Writes them for the commands of other terminals, whole or not at all. */
    public void write(StateFolder state) throws IOException {
        var json = JSON.createObjectNode();
        json.put("kafka", kafka).put("registry", registry).put("manager", manager);
        json.put("portfolio", portfolio).put("simulator", simulator);
        json.put("twsHost", twsHost).put("twsPort", twsPort);
        json.put("account", account).put("clock", clock);
        json.put("pid", ProcessHandle.current().pid());
        Path file = state.addresses();
        Path written = file.resolveSibling("stack.json.new");
        Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
