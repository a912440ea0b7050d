package dev.monger.shell;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.StepOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps the engine through the journal; what is surely published is not published again. */
final class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final Engine engine;
    private final Outbox outbox;
    private final OutputHash hash = new OutputHash();
    private final Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
    private long lastWallNanos;
    private long steps;
    private long differences;

    Replay(Engine engine, Outbox outbox) {
        this.engine = engine;
        this.outbox = outbox;
    }

    void step(JournalRecord record) {
        lastWallNanos = record.input().now().wallNanos();
        if (record.input() instanceof EngineInput.RecordRead read
                && !record.origin().equals(Origin.NONE)) {
            offsets.merge(
                    new TopicPartition(read.topic(), record.origin().partition()),
                    record.origin().offset(),
                    Math::max);
        }
        List<EngineOutput.Publish> publishes = new ArrayList<>();
        if (record.outcome() instanceof StepOutcome.Taken(long outputHash)) {
            List<EngineOutput> outputs = engine.step(record.input());
            steps++;
            if (hash.of(outputs) != outputHash) {
                differences++;
            }
            for (EngineOutput output : outputs) {
                if (output instanceof EngineOutput.Publish publish
                        && record.index() >= outbox.surelyPublished()) {
                    publishes.add(publish);
                }
            }
        }
        outbox.stepped(record.index(), publishes);
    }

    void report(Alarms alarms, String subject) {
        LOG.info("Replayed {} steps of the journal", steps);
        if (differences > 0) {
            alarms.raise(
                    "replay-differs",
                    subject,
                    differences
                            + " of "
                            + steps
                            + " steps of the journal now ask for something else; a changed"
                            + " program explains it, nothing else does");
        }
    }

    /** When the last record was written; zero for an empty journal. */
    long lastWallNanos() {
        return lastWallNanos;
    }

    /** The offset of the last journaled record of each partition. */
    Map<TopicPartition, Long> offsets() {
        return offsets;
    }
}
