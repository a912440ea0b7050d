package dev.monger.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** One ticker in one line, as {@code up} and {@code ps} show it. */
public final class TickerLine {

    private static final List<String> BEGUN = List.of("TRADING", "PAUSED", "REDUCE_ONLY", "FLAT");

    private TickerLine() {}

    /** The life-cycle state, with the latch where it is set. */
    public static String state(JsonNode ticker) {
        String state = ticker.path("lifeCycle").asText("UNKNOWN");
        return ticker.path("halted").asBoolean() ? state + ", HALTED" : state;
    }

    /** Whether it has come as far as it will by itself: it trades, was told not to, or cannot. */
    static boolean hasBegun(JsonNode ticker) {
        if (BEGUN.contains(ticker.path("lifeCycle").asText())) {
            return true;
        }
        for (JsonNode alarm : ticker.path("alarms")) {
            if (alarm.asText().startsWith("contract-refused")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has a position or working orders, as far as it has said. */
    public static boolean holdsSomething(JsonNode ticker) {
        String position = ticker.path("ownPosition").asText("0");
        try {
            return ticker.path("workingOrders").asInt() > 0
                    || new BigDecimal(position).signum() != 0;
        } catch (NumberFormatException nothingSaid) {
            return false;
        }
    }

    /** The line. */
    public static String of(JsonNode ticker) {
        StringBuilder line = new StringBuilder();
        line.append(
                String.format(
                        Locale.ROOT,
                        "%-10s %-12s own %-6s working %-3s data %-8s client %-4s process %s",
                        text(ticker, "ticker"),
                        state(ticker),
                        text(ticker, "ownPosition"),
                        text(ticker, "workingOrders"),
                        age(ticker.path("dataAgeMillis")),
                        text(ticker, "clientId"),
                        text(ticker, "processId")));
        if (ticker.path("restarts").asInt() > 0) {
            line.append(" restarts ").append(ticker.path("restarts").asInt());
        }
        if (!text(ticker, "breach").equals("-")) {
            line.append(" breach ").append(text(ticker, "breach"));
        }
        for (JsonNode alarm : ticker.path("alarms")) {
            line.append("\n           alarm: ").append(alarm.asText());
        }
        return line.toString();
    }

    private static String age(JsonNode millis) {
        return millis.isNumber()
                ? String.format(Locale.ROOT, "%.1f s", millis.asDouble() / 1000)
                : "-";
    }

    private static String text(JsonNode ticker, String field) {
        String text = ticker.path(field).asText("");
        return text.isEmpty() || text.equals("null") ? "-" : text;
    }
}
