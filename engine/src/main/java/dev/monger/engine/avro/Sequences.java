package dev.monger.engine.avro;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts records per topic and key, from 1, without gap or repeat. */
public final class Sequences {

    private final SortedMap<String, Long> last = new TreeMap<>();

    /** Returns the next number. */
    public long next(String topic, String key) {
        return last.merge(topic + '\n' + key, 1L, Long::sum);
    }
}
