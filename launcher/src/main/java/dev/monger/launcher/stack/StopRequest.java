package dev.monger.launcher.stack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether somebody has asked the stack to end, and how often. */
public final class StopRequest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private final Runnable askedAgain;

    /** Calls back when it is asked a second time. */
    public StopRequest(Runnable askedAgain) {
        this.askedAgain = askedAgain;
    }

    /** Asks the stack to end. */
    public void ask() {
        if (times.incrementAndGet() > 1) {
            askedAgain.run();
        }
        asked.countDown();
    }

    /** Whether it was asked. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits for a moment; returns whether it was asked. */
    public boolean within(Duration moment) throws InterruptedException {
        return asked.await(moment.toMillis(), TimeUnit.MILLISECONDS);
    }
}
