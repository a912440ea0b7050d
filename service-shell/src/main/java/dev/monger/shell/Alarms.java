package dev.monger.shell;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a person: the log, a counter, and the last few for whoever asks over HTTP. */
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger("monger.alarm");
    private static final int KEPT = 50;

    private final ArrayDeque<String> last = new ArrayDeque<>();
    private final LongAdder count = new LongAdder();

    /** Raises one. */
    public void raise(String code, String subject, String text) {
        LOG.error("ALARM {} {}: {}", code, subject, text);
        count.increment();
        synchronized (last) {
            if (last.size() == KEPT) {
                last.removeFirst();
            }
            last.add(code + " " + subject + ": " + text);
        }
    }

    /** How many were raised since the start. */
    public long count() {
        return count.sum();
    }

    /** The last ones, oldest first. */
    public List<String> last() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }
}
