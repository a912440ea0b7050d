package dev.monger.shell;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bounded way into the loop: anybody puts and wakes the loop, only the loop takes. */
public final class Inbox {

    private static final int CAPACITY = 4096;

    private final ArrayBlockingQueue<Incoming> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final TwsLink link;

    /** Wakes the loop where it waits. */
    Inbox(TwsLink link) {
        this.link = link;
    }

    /** Waits for room, then puts. */
    public void put(Incoming incoming) throws InterruptedException {
        queue.put(incoming);
        link.wakeup();
    }

    /** Puts if there is room within the time; false says that the loop does not keep up. */
    public boolean offer(Incoming incoming, long timeoutMillis) throws InterruptedException {
        boolean taken = queue.offer(incoming, timeoutMillis, TimeUnit.MILLISECONDS);
        if (taken) {
            link.wakeup();
        }
        return taken;
    }

    @Nullable Incoming poll() {
        return queue.poll();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
