package dev.monger.launcher.simulation;

import dev.monger.fleet.workload.Performance;
import dev.monger.fleet.workload.Script;
import dev.monger.fleet.workload.ScriptWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plays seeds that follow each other in several threads. Each story stands alone, so that the
 * number of threads changes nothing but the time it takes.
 */
public final class Workers {

    private final long until;
    private final Consumer<Trial> ended;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long next;
    private long processorNanos;
    private boolean stopped;

    /**
     * Prepares.
     *
     * @param from the first seed
     * @param count how many
     * @param ended is told of each, one at a time, in no order
     */
    public Workers(long from, long count, Consumer<Trial> ended) {
        next = from;
        until = from + count;
        this.ended = ended;
    }

    /** Plays all of them in so many threads and returns when the last has ended. */
    public void play(int number) throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        for (int worker = 1; worker <= number; worker++) {
            workers.add(Thread.ofPlatform().name("stories-" + worker).start(this::work));
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void work() {
        for (long seed = take(); seed < until; seed = take()) {
            long before = threads.getCurrentThreadCpuTime();
            Script script = ScriptWriter.write(seed);
            Trial trial = new Trial(seed, script, Performance.play(script, false));
            tell(trial, threads.getCurrentThreadCpuTime() - before);
        }
    }

    private synchronized long take() {
        return stopped ? Long.MAX_VALUE : next++;
    }

    /** No further seed is begun. */
    public synchronized void stop() {
        stopped = true;
    }

    private synchronized void tell(Trial trial, long nanos) {
        processorNanos += nanos;
        ended.accept(trial);
    }

    /** How much time of processors all stories took so far. */
    public synchronized long processorNanos() {
        return processorNanos;
    }
}
