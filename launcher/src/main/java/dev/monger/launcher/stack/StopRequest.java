package dev.monger.launcher.stack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Whether somebody has asked the stack to end, and how often. */
public final class StopRequest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private final IntConsumer askedAgain;

    /** Calls back with the number of the request when it is not the first. */
    public StopRequest(IntConsumer askedAgain) {
        this.askedAgain = askedAgain;
    }

    /** Asks the stack to end. */
    public void ask() {
        int time = times.incrementAndGet();
        asked.countDown();
        if (time > 1) {
            askedAgain.accept(time);
        }
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
