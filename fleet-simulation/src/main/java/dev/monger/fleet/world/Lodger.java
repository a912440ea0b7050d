package dev.monger.fleet.world;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.schemas.Topic;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who lives in a house.
 *
 * @param name as in {@code monger-SPY}
 * @param engines makes the engine, anew at each start
 * @param settings the engine's own text
 * @param topics what it reads
 * @param keys which of their records
 */
record Lodger(
        String name,
        Supplier<Engine> engines,
        String settings,
        List<Topic> topics,
        Predicate<String> keys) {

    boolean reads(Publish record) {
        for (Topic topic : topics) {
            if (topic.name().equals(record.topic())) {
                return keys.test(record.key());
            }
        }
        return false;
    }
}
