package dev.monger.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manager's HTTP interface, as {@code docs/decisions/0003-process-contract.md} says it. */
public final class FleetClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String base;
    private final Path token;
    private final Http http = new Http();

    /** Speaks to the manager at a base URL; commands carry the word that a file holds. */
    public FleetClient(String base, Path token) {
        this.base = base;
        this.token = token;
    }

    /**
     * A command to send.
     *
     * @param kind one of the kinds of {@code CommandKind}
     * @param tickers whom it is for; empty for all
     * @param reason why
     * @param deadline by when it has to have ended
     * @param breach for RESET, the breach it clears
     */
    public record Order(
            String kind,
            List<String> tickers,
            String reason,
            Duration deadline,
            @Nullable String breach) {}

    /** The tickers as the manager knows them. */
    public List<JsonNode> tickers() throws Refusal, IOException, InterruptedException {
        List<JsonNode> tickers = new ArrayList<>();
        good(http.get(base + "/api/fleet"), "list the fleet").forEach(tickers::add);
        return tickers;
    }

    /** Sends a command; gives its id. */
    public String send(Order order) throws Refusal, IOException, InterruptedException {
        var body = JSON.createObjectNode();
        body.put("kind", order.kind());
        if (order.tickers().isEmpty()) {
            body.put("tickers", "*");
        } else {
            var tickers = body.putArray("tickers");
            order.tickers().forEach(tickers::add);
        }
        body.put("reason", order.reason());
        body.put("deadlineSeconds", order.deadline().toSeconds());
        body.put("breach", order.breach());
        if (!Files.isReadable(token)) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "commands need the word in "
                            + token
                            + ", which cannot be read; only the user who started the stack may command");
        }
        Http.Answer answer =
                http.post(base + "/api/commands", body, Files.readString(token).strip());
        String id = good(answer, order.kind()).path("id").asText();
        if (id.isEmpty()) {
            throw new Refusal(Refusal.PART_DOWN, "the manager gave the command no id");
        }
        return id;
    }

    /** How a command stands. */
    public JsonNode command(String id) throws Refusal, IOException, InterruptedException {
        return good(http.get(base + "/api/commands/" + id), "tell of command " + id);
    }

    /** Something that is done between two looks at a command. */
    public interface Meanwhile {
        /** Does it. */
        void look() throws InterruptedException;
    }

    /** Waits until a command has ended, or its deadline is past for good; gives how it stands. */
    public JsonNode await(String id, Duration deadline, Meanwhile meanwhile)
            throws Refusal, IOException, InterruptedException {
        Poll.until(
                deadline.plus(GRACE),
                () -> {
                    meanwhile.look();
                    return command(id).path("ended").asBoolean();
                });
        return command(id);
    }

    /** As the other, doing nothing meanwhile. */
    public JsonNode await(String id, Duration deadline)
            throws Refusal, IOException, InterruptedException {
        return await(id, deadline, () -> {});
    }

    /** What a command left undone, a sentence for each ticker; empty when all ended with proof. */
    public static List<String> undone(JsonNode command) {
        List<String> undone = new ArrayList<>();
        for (JsonNode result : command.path("results")) {
            if (!result.path("outcome").asText().equals("DONE")) {
                undone.add(sentence(result));
            }
        }
        if (undone.isEmpty() && !command.path("ended").asBoolean()) {
            undone.add("no answer by the deadline; see ./monger ps and the logs");
        }
        return undone;
    }

    private static String sentence(JsonNode result) {
        StringBuilder text = new StringBuilder(result.path("ticker").asText("?"));
        text.append(": ").append(result.path("outcome").asText("no answer"));
        text.append(", ").append(result.path("text").asText("no reason given"));
        if (!result.path("residualPosition").asText("").isEmpty()
                && !result.path("residualPosition").isNull()) {
            text.append("; position left ").append(result.path("residualPosition").asText());
        }
        for (JsonNode order : result.path("residualOrders")) {
            text.append("; working order ").append(order.asText());
        }
        return text.toString();
    }

    private static JsonNode good(Http.Answer answer, String what) throws Refusal {
        if (!answer.good()) {
            throw new Refusal(
                    answer.status() >= 500 ? Refusal.PART_DOWN : Refusal.BAD_INPUT,
                    "the manager cannot " + what + ": " + answer.problem());
        }
        return answer.body();
    }
}
