package dev.monger.fleet.checker;

import dev.monger.engine.EngineOutput.Publish;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * 8: append-only sequences have no gap and no repeat, across kills; on compacted topics they grow.
 */
final class SequenceChecker implements Checker {

    private static final String FIELD = "sequence";

    private final SortedMap<String, Long> last = new TreeMap<>();
    private final SortedMap<String, Boolean> appendOnly = new TreeMap<>();

    SequenceChecker() {
        for (Topic topic : Topics.all()) {
            appendOnly.put(topic.name(), topic.appendOnly());
        }
    }

    @Override
    public void published(String writer, Publish record, long nowNanos, Findings findings) {
        Schema.Field field = record.value().getSchema().getField(FIELD);
        if (field == null) {
            return;
        }
        long sequence = (Long) record.value().get(field.pos());
        String line = record.topic() + " of " + record.key() + " by " + writer;
        Long before = last.put(line, sequence);
        if (before == null) {
            return;
        }
        boolean counts =
                appendOnly.getOrDefault(record.topic(), false) && !writer.equals("workload");
        if (counts && sequence != before + 1) {
            findings.add(8, line + " goes from " + before + " to " + sequence);
        } else if (sequence <= before) {
            findings.add(8, line + " does not grow: from " + before + " to " + sequence);
        }
    }
}
