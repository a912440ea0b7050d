package dev.monger.engine.manager;

import dev.monger.core.manager.ManagerPolicy;
import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.Ticker;
import dev.monger.engine.avro.FlatJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the manager is configured with; its text form is what the journal keeps.
 *
 * @param account the account
 * @param gatewayHost where mongers find TWS
 * @param gatewayPort where mongers find TWS
 * @param gatewayMessagesPerSecond the gateway's rate, divided over the leases
 * @param assignments what is to run, in the operator's order
 */
public record ManagerSettings(
        String account,
        String gatewayHost,
        int gatewayPort,
        int gatewayMessagesPerSecond,
        List<Assignment> assignments) {

    private static final String ASSIGNMENT = "assignment.";

    /** Keeps an immutable copy. */
    public ManagerSettings {
        assignments = List.copyOf(assignments);
    }

    /** Returns the policy that goes with these settings. */
    ManagerPolicy policy() {
        return ManagerPolicy.DEFAULT;
    }

    /**
     * Returns what one ticker may send: an even share, one left over for the account's guard; two
     * at least, for a session keeps half of its pace for exits.
     */
    int messagesPerSecond() {
        return Math.max(2, gatewayMessagesPerSecond / (assignments.size() + 1));
    }

    List<Ticker> tickers() {
        return assignments.stream().map(Assignment::ticker).toList();
    }

    /** Writes the text form. */
    public String text() {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("account", account);
        fields.put("gatewayHost", gatewayHost);
        fields.put("gatewayPort", Integer.toString(gatewayPort));
        fields.put("gatewayMessagesPerSecond", Integer.toString(gatewayMessagesPerSecond));
        fields.put("tickers", String.join(",", tickers().stream().map(Ticker::value).toList()));
        for (Assignment assignment : assignments) {
            fields.put(
                    ASSIGNMENT + assignment.ticker(),
                    FlatJson.write(AssignmentFields.write(assignment)));
        }
        return FlatJson.write(fields);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static ManagerSettings read(String text) {
        SortedMap<String, String> fields = FlatJson.read(text);
        List<Assignment> assignments = new ArrayList<>();
        String tickers = field(fields, "tickers");
        List<String> named =
                tickers.isEmpty() ? Collections.emptyList() : List.of(tickers.split(",", -1));
        for (String ticker : named) {
            assignments.add(assignment(field(fields, ASSIGNMENT + ticker)));
        }
        return new ManagerSettings(
                field(fields, "account"),
                field(fields, "gatewayHost"),
                Integer.parseInt(field(fields, "gatewayPort")),
                Integer.parseInt(field(fields, "gatewayMessagesPerSecond")),
                assignments);
    }

    private static Assignment assignment(String text) {
        return switch (AssignmentFields.read(FlatJson.read(text))) {
            case AssignmentFields.Outcome.Read read -> read.assignment();
            case AssignmentFields.Outcome.Refused refused ->
                    throw new IllegalArgumentException(
                            "Condition failed: an assignment that is right: " + refused.problems());
        };
    }

    private static String field(SortedMap<String, String> fields, String key) {
        String value = fields.get(key);
        if (value == null) {
            throw new IllegalArgumentException("Condition failed: the settings have " + key);
        }
        return value;
    }
}
