package dev.monger.shell;

import java.util.concurrent.locks.LockSupport;

/** Waits on a condition; the test's own time-out is the limit. */
final class Await {

    private static final long LOOK_NANOS = 2_000_000;

    private Await() {}

    /** What is waited for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(Condition condition) throws Exception {
        while (!condition.holds()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
