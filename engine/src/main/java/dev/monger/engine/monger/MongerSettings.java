package dev.monger.engine.monger;

import dev.monger.engine.avro.FlatJson;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a monger must know before it reads any topic; journaled with the start of each session.
 *
 * @param ticker the one it trades
 * @param account the one every order carries
 * @param clientId its own at the gateway
 * @param messagesPerSecond its share of the gateway's pace
 */
public record MongerSettings(String ticker, String account, int clientId, int messagesPerSecond) {

    /** Returns the text that is journaled. */
    public String text() {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("ticker", ticker);
        fields.put("account", account);
        fields.put("clientId", Integer.toString(clientId));
        fields.put("messagesPerSecond", Integer.toString(messagesPerSecond));
        return FlatJson.write(fields);
    }

    /**
     * Reads the journaled text.
     *
     * @throws IllegalArgumentException when it is another's
     */
    public static MongerSettings read(String text) {
        SortedMap<String, String> fields = FlatJson.read(text);
        return new MongerSettings(
                fields.getOrDefault("ticker", ""),
                fields.getOrDefault("account", ""),
                Integer.parseInt(fields.getOrDefault("clientId", "-1")),
                Integer.parseInt(fields.getOrDefault("messagesPerSecond", "40")));
    }
}
