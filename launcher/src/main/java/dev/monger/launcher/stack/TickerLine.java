package dev.monger.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** One ticker in one line, as {@code up} and {@code ps} show it. */
public final class TickerLine {

    private TickerLine() {}

    /** The life-cycle state, with the latch where it is set. */
    public static String state(JsonNode ticker) {
        String state = ticker.path("lifeCycle").asText("UNKNOWN");
        return ticker.path("halted").asBoolean() ? state + ", HALTED" : state;
    }

    /** The line. */
    public static String of(JsonNode ticker) {
        StringBuilder line = new StringBuilder();
        line.append(
                String.format(
                        Locale.ROOT,
                        "%-10s %-14s position %-8s client %-4s process %-8s",
                        text(ticker, "ticker"),
                        state(ticker),
                        text(ticker, "ownPosition"),
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

    private static String text(JsonNode ticker, String field) {
        String text = ticker.path(field).asText("");
        return text.isEmpty() || text.equals("null") ? "-" : text;
    }
}
