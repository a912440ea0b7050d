package dev.monger.endurance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets something run on a thread of its own, so that whatever it does is an answer. */
final class Guarded implements AutoCloseable {

    private final ExecutorService threads;
    private final Duration most;

    /** With so many threads; what takes longer than most hangs. */
    Guarded(int threads, Duration most) {
        this.threads =
                Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
        this.most = most;
    }

    /** Begins; ask with {@link #failure}. */
    Future<String> begin(Callable<String> deed) {
        return threads.submit(deed);
    }

    /** Returns what the deed says is wrong, what it threw, or that it hangs; else nothing. */
    String failure(Future<String> begun) throws InterruptedException {
        try {
            return begun.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException thrown) {
            return String.valueOf(thrown.getCause());
        } catch (TimeoutException hangs) {
            var _ = begun.cancel(true);
            return "hangs: not done within " + Progress.text(most);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
