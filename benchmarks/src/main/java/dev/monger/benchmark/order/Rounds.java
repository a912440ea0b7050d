package dev.monger.benchmark.order;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends the same ticks to both clients in turn and keeps how long each order took to come. */
final class Rounds {

    /** Nothing fills and a round is three orders, of which 10,000 without a fill are allowed. */
    private static final int COUNT = 3_200;

    /** Both clients are back in their selectors after so long. */
    private static final long SETTLE_NANOS = 300_000;

    private static final long LONGEST_ROUND_NANOS = 20_000_000_000L;

    private final Rig rig;
    private final MongerClient monger;
    private final Peer toMonger;
    private final BareClient bare;
    private final Peer toBare;
    private final long[] ours = new long[COUNT];
    private final long[] floor = new long[COUNT];
    private final AtomicInteger done = new AtomicInteger();

    Rounds(Rig rig, MongerClient monger, Peer toMonger, BareClient bare, Peer toBare) {
        this.rig = rig;
        this.monger = monger;
        this.toMonger = toMonger;
        this.bare = bare;
        this.toBare = toBare;
    }

    void run() throws IOException, InterruptedException {
        for (int round = 0; round < COUNT; round++) {
            byte[] tick = rig.tick(round);
            LockSupport.parkNanos(SETTLE_NANOS);
            ours[round] = toMonger.ask(tick);
            bare.answers(toMonger.heard());
            monger.await();
            LockSupport.parkNanos(SETTLE_NANOS);
            floor[round] = toBare.ask(tick);
            bare.await();
            done.incrementAndGet();
        }
    }

    /** An order that does not come would be waited for without an end. */
    void watch() {
        for (int before = -1; before < done.get(); ) {
            before = done.get();
            LockSupport.parkNanos(LONGEST_ROUND_NANOS);
            if (Thread.interrupted()) {
                return;
            }
        }
        System.err.println("no order came in round " + done + ": " + rig.story());
        System.exit(1);
    }

    String table() {
        Arrays.sort(ours);
        Arrays.sort(floor);
        StringBuilder table = new StringBuilder(256);
        table.append("| tick to order | monger us | bare client us | ratio |\n");
        table.append("|---|---:|---:|---:|\n");
        for (double percent : new double[] {50, 90, 99, 99.9}) {
            int at = Math.min(COUNT - 1, (int) (COUNT * percent / 100));
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| p%s | %.1f | %.1f | %.2f |%n",
                            percent % 1 == 0
                                    ? Integer.toString((int) percent)
                                    : Double.toString(percent),
                            ours[at] / 1e3,
                            floor[at] / 1e3,
                            (double) ours[at] / floor[at]));
        }
        return table.toString();
    }
}
