package dev.monger.launcher.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.stack.Refusal;
import dev.monger.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/** Decoded records of topics, as they stand now. */
public final class TopicRecords {

    private final TopicAccess topics;
    private final RecordDecoder decoder;

    /** Reads through a broker and decodes with a registry. */
    public TopicRecords(TopicAccess topics, RecordDecoder decoder) {
        this.topics = topics;
        this.decoder = decoder;
    }

    /** Every record of a topic, by time. */
    public List<ObjectNode> all(Topic topic) throws Refusal, IOException, InterruptedException {
        List<ObjectNode> records = new ArrayList<>();
        topics.readAll(
                topic.name(),
                raw -> {
                    if (raw.value().hasRemaining()) {
                        records.add(decoder.decode(raw.value()));
                    }
                });
        return records;
    }

    /** The last record for each value of a key, in the order in which the keys first came. */
    public SequencedMap<String, ObjectNode> last(Topic topic, Function<ObjectNode, String> key)
            throws Refusal, IOException, InterruptedException {
        SequencedMap<String, ObjectNode> last = new LinkedHashMap<>();
        all(topic).forEach(record -> last.put(key.apply(record), record));
        return last;
    }
}
