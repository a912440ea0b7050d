package dev.monger.launcher.topic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monger.launcher.stack.Http;
import dev.monger.launcher.stack.Refusal;
import dev.monger.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The registry through its Confluent-compatible interface. */
public final class RegistryClient {

    /** The first schema costs a cold registry on a busy machine many seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final Http http = new Http(PATIENCE);
    private final Map<Integer, Schema> known = new TreeMap<>();

    /** Speaks to the registry at a base URL, as in {@code http://127.0.0.1:38081}. */
    public RegistryClient(String base) {
        this.base = base + "/apis/ccompat/v7";
    }

    /** The address that answers 200 when the registry can work. */
    public static String readyAddress(String base) {
        return base + "/apis/ccompat/v7/subjects";
    }

    /** Registers the value schema of every topic and the rule for its next versions. */
    public void register(List<Topic> topics) throws Refusal, IOException, InterruptedException {
        for (Topic topic : topics) {
            var schema = JSON.createObjectNode();
            schema.put("schema", topic.valueSchema().toString());
            Http.Answer answer =
                    http.post(base + "/subjects/" + topic.subject() + "/versions", schema);
            if (!answer.good()) {
                throw new Refusal(
                        Refusal.PART_DOWN,
                        "the registry refuses the schema of "
                                + topic.name()
                                + ": "
                                + answer.problem()
                                + ". The state folder holds records of a program whose schemas do not"
                                + " go with these; use another with --state");
            }
            var rule = JSON.createObjectNode();
            rule.put("compatibility", topic.compatibility());
            http.put(base + "/config/" + topic.subject(), rule);
        }
    }

    /** The schema a record names by number. */
    public Schema schema(int id) throws IOException, InterruptedException {
        Schema schema = known.get(id);
        if (schema == null) {
            Http.Answer answer = http.get(base + "/schemas/ids/" + id);
            if (!answer.good()) {
                throw new IOException(
                        "the registry does not know schema " + id + ": " + answer.problem());
            }
            schema = new Schema.Parser().parse(answer.body().path("schema").asText());
            known.put(id, schema);
        }
        return schema;
    }
}
