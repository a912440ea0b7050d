package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns the simulator, its sockets and its files.
 *
 * <p>Market time moves in steps of at most one quantum; between two steps every socket is looked
 * at, and while a client has not taken what was written to it a market that is quicker than the
 * clock waits for it, for at most {@link #LONGEST_HOLD_NANOS}. So an answer takes at most one
 * quantum of market time however fast the day is replayed. After a pause the market catches up at
 * no more than twice its rate.
 */
final class SimulatorLoop implements Closeable {
    /** A client that does not read must not stop the market of the others for ever. */
    private static final long LONGEST_HOLD_NANOS = 5_000_000_000L;

    private static final long LONGEST_SLEEP_MILLIS = 20;
    private static final int CATCH_UP = 2;
    private static final int SEND_BUFFER_BYTES = 256 << 10;

    /** How many steps may follow each other at once after the machine gave the process no time. */
    private static final int MOST_CREDIT_STEPS = 16;

    private final TwsSimulator simulator;
    private final MarketClock clock;
    private final long quantumNanos;
    private final LongSupplier wallNanos;
    private final Selector selector;
    private final ServerSocketChannel acceptor;
    private final List<ClientSocket> clients = new ArrayList<>();
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final @Nullable StateFile state;
    private final @Nullable MarketRecorder recorder;
    private volatile boolean running = true;
    private long lastStepWallNanos;
    private long creditNanos;
    private long heldSinceNanos = Long.MAX_VALUE;

    SimulatorLoop(
            Assembly assembly,
            long quantumNanos,
            LongSupplier wallNanos,
            InetSocketAddress address,
            @Nullable StateFile state,
            @Nullable MarketRecorder recorder)
            throws IOException {
        this.simulator = assembly.simulator();
        this.clock = assembly.clock();
        this.quantumNanos = quantumNanos;
        this.wallNanos = wallNanos;
        this.state = state;
        this.recorder = recorder;
        this.selector = Selector.open();
        this.acceptor = ServerSocketChannel.open();
        acceptor.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        acceptor.bind(address);
        acceptor.configureBlocking(false);
        acceptor.register(selector, SelectionKey.OP_ACCEPT);
    }

    int port() throws IOException {
        return ((InetSocketAddress) acceptor.getLocalAddress()).getPort();
    }

    MarketClock clock() {
        return clock;
    }

    /** Has the loop do something with the simulator between two steps; safe from any thread. */
    <T> CompletableFuture<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        FutureTask<T> task =
                new FutureTask<>(question) {
                    @Override
                    protected void done() {
                        if (state() == State.SUCCESS) {
                            answer.complete(resultNow());
                        } else {
                            answer.completeExceptionally(exceptionNow());
                        }
                    }
                };
        work.add(task);
        selector.wakeup();
        return answer;
    }

    /** Runs until {@link #stop}. */
    void run() throws IOException {
        lastStepWallNanos = wallNanos.getAsLong();
        while (running) {
            long sleep = sleepMillis();
            if (sleep == 0) {
                selector.selectNow(this::ready);
            } else {
                selector.select(this::ready, sleep);
            }
            for (Runnable next = work.poll(); next != null; next = work.poll()) {
                next.run();
            }
            stepMarket();
            settle();
        }
    }

    void stop() {
        running = false;
        selector.wakeup();
    }

    private void stepMarket() {
        long wall = wallNanos.getAsLong();
        if (isHeld(wall)) {
            return;
        }
        long target = clock.exchangeNanos(wall);
        long now = simulator.nowNanos();
        if (target <= now) {
            return;
        }
        long earned = target - clock.exchangeNanos(lastStepWallNanos);
        lastStepWallNanos = wall;
        creditNanos = Math.min(MOST_CREDIT_STEPS * quantumNanos, creditNanos + CATCH_UP * earned);
        long step = Math.min(target - now, Math.min(quantumNanos, creditNanos));
        creditNanos -= step;
        simulator.advanceTo(now + step);
    }

    private boolean isHeld(long wall) {
        if (!clock.isQuick() || clients.stream().allMatch(ClientSocket::isDrained)) {
            heldSinceNanos = Long.MAX_VALUE;
            return false;
        }
        if (heldSinceNanos == Long.MAX_VALUE) {
            heldSinceNanos = wall;
        }
        return wall - heldSinceNanos < LONGEST_HOLD_NANOS;
    }

    private void ready(SelectionKey key) {
        if (key.isValid() && key.isAcceptable()) {
            accept();
        } else if (key.isValid() && key.attachment() instanceof ClientSocket client) {
            if (key.isWritable()) {
                client.writable();
            }
            if (key.isReadable() && !client.read(buffer, simulator.nowNanos())) {
                leave(client);
            }
        }
    }

    private void accept() {
        try {
            SocketChannel channel = acceptor.accept();
            if (channel == null) {
                return;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // What a slow client has not taken must show here soon, since only here it is
            // conflated.
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            ClientSocket client = new ClientSocket(channel, key);
            key.attach(client);
            clients.add(client);
            client.serves(simulator.connect(client));
        } catch (IOException e) {
            System.err.println("simulator: a connection could not be taken: " + e.getMessage());
        }
    }

    /** Books first, then bytes: what a client is told is on disk before. */
    private void settle() throws IOException {
        if (state != null) {
            state.write();
        }
        long wall = wallNanos.getAsLong();
        for (ClientSocket client : List.copyOf(clients)) {
            if (!client.write(wall)) {
                leave(client);
            }
        }
    }

    private void leave(ClientSocket client) {
        clients.remove(client);
        client.gone();
    }

    private long sleepMillis() {
        long now = simulator.nowNanos();
        if (work.peek() != null
                || clock.exchangeNanos(wallNanos.getAsLong()) - now > quantumNanos) {
            return 0;
        }
        long next = Math.min(simulator.nextWakeNanos(), now + quantumNanos);
        long millis = clock.wallNanosFor(next - now) / 1_000_000L;
        return Math.clamp(millis, 1, LONGEST_SLEEP_MILLIS);
    }

    @Override
    public void close() throws IOException {
        for (ClientSocket client : List.copyOf(clients)) {
            leave(client);
        }
        acceptor.close();
        selector.close();
        if (recorder != null) {
            recorder.close();
        }
        if (state != null) {
            state.close();
        }
    }
}
