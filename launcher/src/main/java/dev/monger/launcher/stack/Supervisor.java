package dev.monger.launcher.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The running parts: a dead one is named with its last lines and started again with back-off. */
final class Supervisor {

    private static final int MOST_DEATHS = 5;
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);

    private final StateFolder state;
    private final Screen screen;
    private final LongSupplier nanoTime;
    private final SequencedMap<String, Child> children = new LinkedHashMap<>();
    private final Map<String, List<Long>> deaths = new TreeMap<>();
    private final Map<String, Long> startAt = new TreeMap<>();
    private volatile String shown = "";

    Supervisor(StateFolder state, Screen screen, LongSupplier nanoTime) {
        this.state = state;
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    /** Starts a part and keeps it. */
    Child start(Child.Recipe recipe) throws IOException {
        Child child = Child.start(recipe, state);
        children.put(recipe.part(), child);
        describe();
        return child;
    }

    /** The parts that run, one line, readable from any thread. */
    String running() {
        return shown;
    }

    /** Looks after every part once. */
    void look() throws Refusal, IOException {
        for (Child child : List.copyOf(children.values())) {
            if (!child.alive()) {
                Long at = startAt.get(child.part());
                if (at == null) {
                    died(child);
                } else if (nanoTime.getAsLong() - at >= 0) {
                    startAt.remove(child.part());
                    Child again = start(child.recipe());
                    screen.say(again.part() + " is started again, process " + again.pid());
                }
            }
        }
    }

    private void died(Child child) throws Refusal, IOException {
        child.forget();
        screen.say(report(child));
        boolean refused =
                child.exitCode() == Child.BAD_SETTINGS || child.exitCode() == Child.WRONG_USAGE;
        if (refused) {
            throw new Refusal(
                    Refusal.PART_DOWN,
                    child.part() + " refuses its settings; it is not started again");
        }
        long now = nanoTime.getAsLong();
        List<Long> recent = deaths.computeIfAbsent(child.part(), part -> new ArrayList<>());
        recent.removeIf(then -> now - then > WINDOW.toNanos());
        recent.add(now);
        if (recent.size() > MOST_DEATHS) {
            throw new Refusal(
                    Refusal.PART_DOWN,
                    child.part() + " died " + recent.size() + " times within two minutes");
        }
        long backOff = Duration.ofMillis(500L << (recent.size() - 1)).toNanos();
        startAt.put(child.part(), now + Math.min(backOff, LONGEST_BACK_OFF.toNanos()));
    }

    /** Names a part that died, with its exit code and last lines. */
    static String report(Child child) throws IOException {
        List<String> lines = child.lastLines();
        return child.part()
                + " ended with exit code "
                + child.exitCode()
                + (lines.isEmpty() ? ", having written nothing" : "; its last lines, from ")
                + (lines.isEmpty() ? "" : child.log() + ":\n    " + String.join("\n    ", lines));
    }

    /** Whether a part was started and not ended. */
    boolean has(String part) {
        return children.containsKey(part);
    }

    /** Ends a part; returns whether it ended in order. */
    boolean end(String part, Duration patience) throws IOException, InterruptedException {
        Child child = children.remove(part);
        describe();
        return child == null || child.end(patience);
    }

    private void describe() {
        List<String> parts = new ArrayList<>();
        children.values().forEach(child -> parts.add(child.part() + " " + child.pid()));
        shown = String.join(", ", parts);
    }
}
