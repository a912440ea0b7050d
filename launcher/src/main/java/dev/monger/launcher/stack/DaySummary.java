package dev.monger.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.topic.TopicRecords;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one run brought, from the topics, held against the simulator's own books where there is one.
 */
public final class DaySummary {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final JsonMapper JSON = new JsonMapper();

    private final Instant startedAt;
    private final SortedMap<String, Line> lines = new TreeMap<>();
    private final SortedMap<String, Integer> executions = new TreeMap<>();
    private final Set<String> alarms = new TreeSet<>();
    private final Set<String> violations = new TreeSet<>();
    private final Set<String> residuals = new TreeSet<>();
    private boolean manualFills;
    private final ObjectNode account = JSON.createObjectNode();

    /** One ticker's part of the day. */
    private static final class Line {
        private int fills;
        private final Set<String> orders = new TreeSet<>();
        private BigDecimal shares = BigDecimal.ZERO;
        private String own = "0";
        private String manual = "0";
        private BigDecimal held = BigDecimal.ZERO;
        private String realizedPnl = "0";
        private String commissions = "0";
    }

    /** The summary of a run that was started at a moment of wall time. */
    public DaySummary(Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** Takes in what stands on the topics. */
    public void readTopics(TopicRecords records) throws Refusal, IOException, InterruptedException {
        records.all(Topics.FILLS).forEach(this::fill);
        records.all(Topics.ORDERS).stream().filter(this::ofThisRun).forEach(this::order);
        records.last(Topics.POSITIONS, r -> r.path("ticker").asText())
                .values()
                .forEach(this::position);
        for (ObjectNode status : records.all(Topics.STATUS)) {
            if (ofThisRun(status)) {
                for (JsonNode alarm : status.path("alarms")) {
                    alarms.add(status.path("ticker").asText() + ": " + alarm.asText());
                }
            }
        }
        records.last(Topics.PNL, r -> r.path("account").asText())
                .values()
                .forEach(pnl -> account.setAll(only(pnl, "account", "daily", "realized")));
    }

    /** Takes in what a stop could not prove. */
    public void residuals(List<String> sentences) {
        residuals.addAll(sentences);
    }

    /**
     * Holds the topics against what the simulator itself has booked.
     *
     * @param books the answer to {@code GET /books}
     * @param executed the answer to {@code GET /executions}
     */
    public void compare(JsonNode books, JsonNode executed) {
        Set<String> booked = new TreeSet<>();
        for (JsonNode execution : executed) {
            booked.add(execution.path("execId").asText());
        }
        for (String execId : booked) {
            int times = executions.getOrDefault(execId, 0);
            if (times != 1) {
                violations.add(
                        "execution " + execId + " stands " + times + " times on trading.fills");
            }
        }
        for (String execId : executions.keySet()) {
            if (!booked.contains(execId)) {
                violations.add(
                        "execution "
                                + execId
                                + " on trading.fills is not in the simulator's books");
            }
        }
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        BigDecimal realized = BigDecimal.ZERO;
        for (JsonNode one : books.path("accounts")) {
            realized = realized.add(new BigDecimal(one.path("realizedPnl").asText("0")));
            for (JsonNode position : one.path("positions")) {
                held.put(
                        position.path("symbol").asText(),
                        new BigDecimal(position.path("position").asText("0")));
            }
        }
        comparePositions(held);
        compareRealized(realized);
    }

    private void comparePositions(SortedMap<String, BigDecimal> held) {
        lines.forEach((ticker, line) -> {
            BigDecimal broker = held.getOrDefault(ticker, BigDecimal.ZERO);
            if (broker.compareTo(line.held) != 0) {
                violations.add(
                        ticker
                                + ": trading.positions says "
                                + line.held.toPlainString()
                                + ", the books say "
                                + broker.toPlainString());
            }
        });
    }

    /** Only where no hand traded: what a person realised is the account's, not a ticker's. */
    private void compareRealized(BigDecimal books) {
        boolean byHand =
                lines.values().stream().anyMatch(l -> new BigDecimal(l.manual).signum() != 0);
        BigDecimal ours = BigDecimal.ZERO;
        for (Line line : lines.values()) {
            ours = ours.add(new BigDecimal(line.realizedPnl));
        }
        if (!byHand && !manualFills && ours.subtract(books).abs().compareTo(CENT) >= 0) {
            violations.add(
                    "realised: trading.positions says "
                            + ours.toPlainString()
                            + ", the books say "
                            + books.toPlainString());
        }
    }

    private void fill(ObjectNode fill) {
        if (!fill.path("amendment").asText().equals("EXECUTION")) {
            return;
        }
        manualFills |= fill.path("manual").asBoolean();
        executions.merge(fill.path("execId").asText(), 1, Integer::sum);
        if (ofThisRun(fill)) {
            Line line = line(fill);
            line.fills++;
            line.shares = line.shares.add(new BigDecimal(fill.path("shares").asText("0")));
        }
    }

    private void order(ObjectNode order) {
        line(order).orders.add(order.path("orderRef").asText());
    }

    private void position(ObjectNode position) {
        Line line = line(position);
        line.own = position.path("own").asText("0");
        line.manual = position.path("manual").asText("0");
        line.realizedPnl = position.path("realizedPnl").asText("0");
        line.commissions = position.path("commissions").asText("0");
        line.held = BigDecimal.ZERO;
        for (String part : List.of("baseline", "own", "manual", "adjustments")) {
            line.held = line.held.add(new BigDecimal(position.path(part).asText("0")));
        }
    }

    private Line line(ObjectNode record) {
        return lines.computeIfAbsent(record.path("ticker").asText(), ticker -> new Line());
    }

    private boolean ofThisRun(ObjectNode record) {
        String at = record.path("recordedAt").asText("");
        return !at.isEmpty() && !Instant.parse(at).isBefore(startedAt);
    }

    /** The summary as JSON. */
    public ObjectNode json(Instant endedAt) {
        ObjectNode json = JSON.createObjectNode();
        json.put("startedAt", startedAt.toString()).put("endedAt", endedAt.toString());
        json.put("fills", lines.values().stream().mapToInt(line -> line.fills).sum());
        json.put("orders", lines.values().stream().mapToInt(line -> line.orders.size()).sum());
        ArrayNode residualPositions = json.putArray("residualPositions");
        BigDecimal realized = BigDecimal.ZERO;
        BigDecimal commissions = BigDecimal.ZERO;
        ObjectNode tickers = JSON.createObjectNode();
        for (Map.Entry<String, Line> entry : lines.entrySet()) {
            Line line = entry.getValue();
            tickers.putObject(entry.getKey())
                    .put("fills", line.fills)
                    .put("orders", line.orders.size())
                    .put("shares", line.shares.stripTrailingZeros().toPlainString())
                    .put("own", line.own)
                    .put("manual", line.manual)
                    .put("realizedPnl", line.realizedPnl)
                    .put("commissions", line.commissions);
            if (new BigDecimal(line.own).signum() != 0) {
                residualPositions.addObject().put("ticker", entry.getKey()).put("own", line.own);
            }
            realized = realized.add(new BigDecimal(line.realizedPnl));
            commissions = commissions.add(new BigDecimal(line.commissions));
        }
        ObjectNode pnl = json.putObject("pnl");
        pnl.put("realized", realized.toPlainString());
        pnl.put("commissions", commissions.toPlainString());
        pnl.set("account", account);
        json.set("tickers", tickers);
        residuals.forEach(json.putArray("residuals")::add);
        alarms.forEach(json.putArray("alarms")::add);
        violations.forEach(json.putArray("violations")::add);
        return json;
    }

    /** Writes the summary to a file. */
    public static void write(ObjectNode json, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private static ObjectNode only(ObjectNode record, String... fields) {
        return record.deepCopy().retain(fields);
    }
}
