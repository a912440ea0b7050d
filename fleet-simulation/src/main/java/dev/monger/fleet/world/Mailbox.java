package dev.monger.fleet.world;

import dev.monger.engine.EngineOutput.Publish;
import dev.monger.schemas.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one service still has to read. A compacted topic is read from its beginning at each start,
 * and nothing of it is compacted yet, as a broker may leave it for hours; another goes on where it
 * was left.
 */
final class Mailbox {

    private final TopicLog log;
    private final Lodger lodger;
    private final SortedMap<String, Integer> fetched = new TreeMap<>();
    private final SortedMap<String, Integer> read = new TreeMap<>();
    private final SortedSet<String> behind = new TreeSet<>();
    private final Deque<Letter> letters = new ArrayDeque<>();
    private long closedUntilNanos = Long.MIN_VALUE;
    private long slowNanos;
    private long slowUntilNanos = Long.MIN_VALUE;
    private int repeated;

    Mailbox(TopicLog log, Lodger lodger) {
        this.log = log;
        this.lodger = lodger;
    }

    /** What may be found in it. */
    sealed interface Letter {

        /** A record. */
        record Written(String topic, int position, String key, SpecificRecord value)
                implements Letter {}

        /** Everything was read that stood on the topic at the start. */
        record EndOf(String topic) implements Letter {}
    }

    /** A process starts and reads. */
    void reopen() {
        letters.clear();
        for (Topic topic : lodger.topics()) {
            behind.add(topic.name());
            int from = topic.appendOnly() ? read.getOrDefault(topic.name(), 0) : 0;
            fetched.put(topic.name(), Math.max(0, from - repeated));
        }
        repeated = 0;
    }

    /** Kafka is away until then. */
    void closeUntil(long nanos) {
        closedUntilNanos = Math.max(closedUntilNanos, nanos);
    }

    boolean closed(long nowNanos) {
        return nowNanos < closedUntilNanos;
    }

    /** What comes, comes later than usual. */
    void slow(long nanos, long untilNanos) {
        slowNanos = nanos;
        slowUntilNanos = untilNanos;
    }

    long slowness(long nowNanos) {
        return nowNanos < slowUntilNanos ? slowNanos : 0;
    }

    /** At the next start so many records of each topic come again. */
    void repeat(int records) {
        repeated = records;
    }

    /** Where reading had come to is not known any more. */
    void forget() {
        read.clear();
    }

    @Nullable Letter next() {
        if (letters.isEmpty()) {
            lodger.topics().forEach(this::fetch);
        }
        return letters.poll();
    }

    /** The journal has it: it is not read again. */
    void taken(Letter.Written record) {
        read.put(record.topic(), record.position() + 1);
    }

    private void fetch(Topic topic) {
        List<Publish> records = log.of(topic.name());
        int from = fetched.getOrDefault(topic.name(), 0);
        boolean starting = behind.remove(topic.name());
        for (int at = from; at < records.size(); at++) {
            Publish record = records.get(at);
            if (lodger.keys().test(record.key())) {
                letters.add(new Letter.Written(topic.name(), at, record.key(), record.value()));
            }
        }
        fetched.put(topic.name(), records.size());
        if (starting) {
            letters.add(new Letter.EndOf(topic.name()));
        }
    }
}
