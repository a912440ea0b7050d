package dev.monger.launcher.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A record in one line for people: the exchange time, the key, then every field that says
 * something.
 */
public final class RecordLine {

    private static final List<String> SHOWN_APART =
            List.of("occurredAt", "recordedAt", "sequence", "leaseEpoch");

    private RecordLine() {}

    /** The line. */
    public static String of(String key, ObjectNode record) {
        StringBuilder line = new StringBuilder();
        line.append(record.path("occurredAt").asText("?")).append(' ').append(key);
        line.append(" #").append(record.path("sequence").asText("?"));
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            JsonNode value = field.getValue();
            boolean empty = value.isNull() || (value.isArray() && value.isEmpty());
            boolean isKey = value.isTextual() && value.asText().equals(key);
            if (!empty && !isKey && !SHOWN_APART.contains(field.getKey())) {
                line.append(' ').append(field.getKey()).append('=').append(text(value));
            }
        }
        return line.toString();
    }

    private static String text(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.indexOf(' ') < 0 ? text : '"' + text + '"';
    }
}
