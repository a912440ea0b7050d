package dev.monger.launcher.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at something again and again that cannot call back: another process. */
final class Poll {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Poll() {}

    /** What is waited for. */
    interface Condition {
        boolean holds() throws Refusal, IOException, InterruptedException;
    }

    /** Waits until a condition holds; returns whether it did within a time. */
    static boolean until(Duration limit, Condition condition)
            throws Refusal, IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            never.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }
}
