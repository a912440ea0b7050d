package dev.monger.fleet.world;

import dev.monger.engine.EngineOutput.Publish;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The topics, as the broker of records keeps them: what is appended stays, in order. */
final class TopicLog {

    private final SortedMap<String, List<Publish>> topics = new TreeMap<>();
    private final List<Publish> all = new ArrayList<>();
    private final Consumer<Publish> appended;

    /** Begins empty; the reader is told of each record that comes. */
    TopicLog(Consumer<Publish> appended) {
        this.appended = appended;
    }

    void append(Publish record) {
        topics.computeIfAbsent(record.topic(), _ -> new ArrayList<>()).add(record);
        all.add(record);
        appended.accept(record);
    }

    List<Publish> of(String topic) {
        return topics.getOrDefault(topic, List.of());
    }

    List<Publish> all() {
        return List.copyOf(all);
    }
}
