package dev.monger.shell.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A command as it comes over HTTP.
 *
 * @param kind what to do
 * @param tickers whom it is for; {@link Topics#ALL_TICKERS} alone for all
 * @param reason why
 * @param deadline by when it has to have ended
 * @param breach for RESET, the breach that it clears
 */
public record CommandRequest(
        CommandKind kind,
        List<String> tickers,
        String reason,
        Duration deadline,
        Optional<String> breach) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYS =
            new TreeSet<>(List.of("kind", "tickers", "reason", "deadlineSeconds", "breach"));
    private static final List<String> KINDS =
            List.of("START", "PAUSE", "RESUME", "REDUCE_ONLY", "FLATTEN", "STOP", "RESET");
    private static final int DEADLINE_SECONDS = 60;
    private static final int DEADLINE_SECONDS_MAX = 86_400;

    /** Keeps a copy. */
    public CommandRequest {
        tickers = List.copyOf(tickers);
    }

    /** What a request's body turned out to be. */
    public sealed interface Reading {

        /** A command. */
        record Read(CommandRequest request) implements Reading {}

        /** None; everything that is wrong with it. */
        record Malformed(String problem) implements Reading {}
    }

    /** Reads a body. */
    public static Reading read(@Nullable String body) {
        JsonNode json;
        try {
            json = JSON.readTree(body == null ? "" : body);
        } catch (JsonProcessingException malformed) {
            return new Reading.Malformed(
                    "the body is no JSON (" + malformed.getOriginalMessage() + "); " + example());
        }
        if (!json.isObject()) {
            return new Reading.Malformed("the body is no JSON object; " + example());
        }
        List<String> problems = new ArrayList<>();
        json.fieldNames()
                .forEachRemaining(key -> {
                    if (!KEYS.contains(key)) {
                        problems.add("there is no key " + key + ", only " + KEYS);
                    }
                });
        CommandKind kind = kind(json, problems);
        CommandRequest request =
                new CommandRequest(
                        kind,
                        tickers(json, problems),
                        reason(json, problems),
                        deadline(json, problems),
                        breach(json, kind, problems));
        return problems.isEmpty()
                ? new Reading.Read(request)
                : new Reading.Malformed(String.join("; ", problems));
    }

    private static String example() {
        return "send for example"
                + " {\"kind\":\"PAUSE\",\"tickers\":[\"SPY\"],\"reason\":\"news\",\"deadlineSeconds\":60}";
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : node.toString();
    }

    private static CommandKind kind(JsonNode json, List<String> problems) {
        String text = json.path("kind").asText("");
        if (!KINDS.contains(text)) {
            problems.add("kind is " + shown(json.path("kind")) + ", give one of " + KINDS);
            return CommandKind.UNKNOWN;
        }
        return CommandKind.valueOf(text);
    }

    private static List<String> tickers(JsonNode json, List<String> problems) {
        JsonNode node = json.path("tickers");
        List<String> tickers = new ArrayList<>();
        if (node.isTextual()) {
            tickers.add(node.asText());
        }
        node.forEach(ticker -> tickers.add(ticker.isTextual() ? ticker.asText() : ""));
        boolean all = node.isTextual() && node.asText().equals(Topics.ALL_TICKERS);
        boolean named =
                node.isArray()
                        && !tickers.isEmpty()
                        && tickers.stream()
                                .noneMatch(t -> t.isBlank() || t.equals(Topics.ALL_TICKERS));
        if (!all && !named) {
            problems.add(
                    "tickers is " + shown(node) + ", give a list of tickers, or \"*\" for all");
        }
        return tickers;
    }

    private static String reason(JsonNode json, List<String> problems) {
        String reason = json.path("reason").asText("").strip();
        if (reason.isEmpty() || !json.path("reason").isTextual()) {
            problems.add("reason is " + shown(json.path("reason")) + ", say why, in a few words");
        }
        return reason;
    }

    private static Duration deadline(JsonNode json, List<String> problems) {
        JsonNode node = json.path("deadlineSeconds");
        if (node.isMissingNode()) {
            return Duration.ofSeconds(DEADLINE_SECONDS);
        }
        if (!node.isIntegralNumber() || node.asLong() < 1 || node.asLong() > DEADLINE_SECONDS_MAX) {
            problems.add(
                    "deadlineSeconds is "
                            + node
                            + ", give a whole number from 1 to "
                            + DEADLINE_SECONDS_MAX);
        }
        return Duration.ofSeconds(node.asLong());
    }

    private static Optional<String> breach(JsonNode json, CommandKind kind, List<String> problems) {
        JsonNode node = json.path("breach");
        Optional<String> breach =
                node.isTextual() && !node.asText().isBlank()
                        ? Optional.of(node.asText())
                        : Optional.empty();
        if (breach.isEmpty() && kind == CommandKind.RESET) {
            problems.add("breach is " + shown(node) + ", name the breach that RESET clears");
        }
        if (!node.isMissingNode() && !node.isNull() && kind != CommandKind.RESET) {
            problems.add("breach is " + node + ", but only RESET names one");
        }
        return breach;
    }

    /** Whether it is for a ticker. */
    public boolean isFor(String ticker) {
        return tickers.contains(ticker) || tickers.contains(Topics.ALL_TICKERS);
    }

    /** Writes the record that the engine is given. */
    public FleetCommand toRecord(String id, String ticker, Now now) {
        return FleetCommand.newBuilder()
                .setSequence(0)
                .setOccurredAt(Amounts.instant(now.exchangeNanos()))
                .setRecordedAt(Amounts.instant(now.wallNanos()))
                .setLeaseEpoch(0)
                .setId(id)
                .setTicker(ticker)
                .setKind(kind)
                .setIssuer("http")
                .setReason(reason)
                .setIssuedAt(Amounts.instant(now.wallNanos()))
                .setDeadline(Amounts.instant(now.wallNanos() + deadline.toNanos()))
                .setBreach(breach.orElse(null))
                .build();
    }
}
