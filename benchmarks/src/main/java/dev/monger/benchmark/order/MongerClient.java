package dev.monger.benchmark.order;

import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.prediction.InferenceResult;
import dev.monger.tws.transport.SocketListener;
import dev.monger.tws.transport.TwsSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * The monger at the socket, on a thread of its own, in the steps of the shell's loop. A source
 * answers each tick at once and on this thread: so a tick is two steps, the bytes and the
 * prediction, both journaled, and the order leaves after every gate has said yes.
 */
final class MongerClient implements Runnable, SocketListener {

    /** An entry that does not fill is ended by the broker within this. */
    private static final Duration BETWEEN = Duration.ofSeconds(20);

    private static final long WAIT_NANOS = 1_000_000_000L;
    private static final int SURE = 1_000_000;
    private static final long HORIZON_NANOS = 60_000_000_000L;

    private final int port;
    private final Rig rig;
    private final Journal journal;
    private final TwsSocket socket = new TwsSocket();
    private final Semaphore waits = new Semaphore(0);
    private volatile boolean over;

    /** What was read last from the clocks; the compiler cannot leave out the reading so. */
    volatile long clockNanos;

    private long predictions;

    MongerClient(int port, Rig rig, Journal journal) {
        this.port = port;
        this.rig = rig;
        this.journal = journal;
    }

    @Override
    public void run() {
        try (socket) {
            socket.connect("127.0.0.1", port);
            while (!over) {
                socket.select(WAIT_NANOS, this);
            }
        } finally {
            // Whoever waits sees that nothing more will come.
            over = true;
            waits.release();
        }
    }

    @Override
    public void connected() {
        waits.release();
    }

    @Override
    public void received(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        List<EngineOutput> heard = take(new EngineInput.BytesRead(clocks(), copy));
        predictions++;
        List<EngineOutput> decided =
                take(new EngineInput.PredictionMade(clocks(), predictions, up()));
        rig.carryOut(heard);
        rig.carryOut(decided);
        rig.pass(BETWEEN);
        waits.release();
    }

    private List<EngineOutput> take(EngineInput input) {
        List<EngineOutput> outputs = rig.engine().step(input);
        journal.append(input, outputs);
        for (EngineOutput output : outputs) {
            if (output instanceof EngineOutput.Send(byte[] bytes)) {
                socket.write(bytes);
            }
        }
        socket.flush();
        return outputs;
    }

    private InferenceResult.Direction up() {
        return new InferenceResult.Direction(
                "benchmark/1", true, SURE, HORIZON_NANOS, rig.now().exchangeNanos());
    }

    /** Virtual time; the clocks are read all the same, as a loop has to. */
    private Now clocks() {
        Instant calendar = Instant.now();
        clockNanos = System.nanoTime() + calendar.getEpochSecond() + calendar.getNano();
        return rig.now();
    }

    @Override
    public void disconnected(String reason) {
        over = true;
    }

    /** Waits until it waits for the next tick. */
    void await() throws InterruptedException {
        waits.acquire();
        if (over) {
            throw new IllegalStateException("the monger's thread has ended; " + rig.story());
        }
    }

    void end() {
        over = true;
        socket.wakeup();
    }
}
