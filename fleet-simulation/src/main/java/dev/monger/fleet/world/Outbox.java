package dev.monger.fleet.world;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.EngineOutput.Publish;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What one service has to publish, in order. It is derived from the journal: what a process that
 * died had not published, the next one publishes.
 */
final class Outbox {

    private final Consumer<Publish> topics;
    private final Deque<Publish> waiting = new ArrayDeque<>();
    private long published;
    private long seen;
    private long replayed;
    private boolean open = true;

    Outbox(Consumer<Publish> topics) {
        this.topics = topics;
    }

    /** A process begins: what waited since the last replay is found again in the journal. */
    void begin() {
        while (!waiting.isEmpty() && published + waiting.size() > replayed) {
            waiting.removeLast();
        }
        seen = replayed;
    }

    /** The engine, with an eye on what it asks to be published while its journal is replayed. */
    Engine listeningTo(Engine engine) {
        return input -> {
            var outputs = engine.step(input);
            for (EngineOutput output : outputs) {
                if (output instanceof Publish publish) {
                    remember(publish);
                }
            }
            return outputs;
        };
    }

    private void remember(Publish publish) {
        seen++;
        if (seen > published) {
            waiting.add(publish);
        }
    }

    /** The journal was read: what is left of it is published. */
    void opened() {
        replayed = seen;
        flush();
    }

    void take(Publish publish) {
        seen++;
        waiting.add(publish);
        flush();
    }

    private void flush() {
        while (open && !waiting.isEmpty()) {
            published++;
            topics.accept(waiting.remove());
        }
    }

    void close() {
        open = false;
    }

    void open() {
        open = true;
        flush();
    }

    /** The journal is gone, and with it what was not published. */
    void forget() {
        waiting.clear();
        seen = 0;
        replayed = 0;
        published = 0;
    }
}
