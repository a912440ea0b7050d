package dev.monger.benchmark.order;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a tick come to a monger and to a bare client in turn, and prints how long the order took to
 * leave, as ratios at the median and further out.
 */
public final class TickToOrder {

    /** The name of the journal's file. */
    public static final String JOURNAL = "tick-to-order.journal";

    /** Nothing fills, and each round is three orders: the limit of orders without a fill is 10,000. */
    private static final int ROUNDS = 3_200;

    /** The last of so many mongers is measured; the others only make the compiler see it all. */
    private static final int MONGERS = 5;

    /** Both clients are back in their selectors after so long. */
    private static final long SETTLE_NANOS = 300_000;

    private static final long LONGEST_ROUND_NANOS = 20_000_000_000L;

    private TickToOrder() {}

    /** Runs; the only argument is a folder for the journal. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path file = Files.createDirectories(Path.of(words[0])).resolve(JOURNAL);
        try (ServerSocketChannel acceptor = ServerSocketChannel.open()) {
            acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            for (int monger = 1; monger < MONGERS; monger++) {
                String _ = measured(acceptor, file);
                System.err.printf("warmed up, %d of %d%n", monger, MONGERS - 1);
            }
            System.out.print(measured(acceptor, file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String measured(ServerSocketChannel acceptor, Path file)
            throws IOException, InterruptedException {
        int port = ((InetSocketAddress) acceptor.getLocalAddress()).getPort();
        Rig rig = new Rig();
        rig.holdMarket();
        try (Journal journal = new Journal(file)) {
            MongerClient monger = new MongerClient(port, rig, journal);
            BareClient bare = new BareClient(port);
            Thread trading = Thread.ofPlatform().name("trading").daemon().start(monger);
            Peer toMonger = Peer.accept(acceptor);
            Thread floor = Thread.ofPlatform().name("bare").daemon().start(bare);
            Peer toBare = Peer.accept(acceptor);
            Rounds rounds = new Rounds(rig, monger, toMonger, bare, toBare);
            Thread watch = Thread.ofPlatform().daemon().start(rounds::watch);
            try (toMonger;
                    toBare) {
                monger.await();
                bare.await();
                rounds.run();
            } finally {
                watch.interrupt();
                monger.end();
                bare.end();
                trading.join();
                floor.join();
            }
            return rounds.table();
        }
    }

    private record Rounds(
            Rig rig,
            MongerClient monger,
            Peer toMonger,
            BareClient bare,
            Peer toBare,
            long[] ours,
            long[] floor,
            AtomicInteger done) {

        Rounds(Rig rig, MongerClient monger, Peer toMonger, BareClient bare, Peer toBare) {
            this(rig, monger, toMonger, bare, toBare, new long[ROUNDS], new long[ROUNDS], new AtomicInteger());
        }

        void run() throws IOException, InterruptedException {
            for (int round = 0; round < ROUNDS; round++) {
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
                int at = Math.min(ROUNDS - 1, (int) (ROUNDS * percent / 100));
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
}
