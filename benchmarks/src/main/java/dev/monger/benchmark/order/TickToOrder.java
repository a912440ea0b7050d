package dev.monger.benchmark.order;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets a tick come to a monger and to a bare client in turn, and prints how long the order took to
 * leave, as ratios at the median and further out.
 */
public final class TickToOrder {

    /** The name of the journal's file. */
    public static final String JOURNAL = "tick-to-order.journal";

    /** The last of so many mongers is measured; the others only make the compiler see it all. */
    private static final int MONGERS = 5;

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
}
