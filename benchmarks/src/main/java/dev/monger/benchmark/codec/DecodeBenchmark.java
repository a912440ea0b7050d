package dev.monger.benchmark.codec;

import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.ServerMessageDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of one frame to its message, beside finding where its fields end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {

    private static final int LENGTH_BYTES = 4;
    private static final List<String> FROM_CLIENTS = List.of("placeOrder", "cancelOrder");
    private static final List<String> ALL =
            List.of("mix", "tickPrice", "tickSize", "tickString", "openOrder", "orderStatus");
    private static final int ROUNDS_BEFORE = 200;

    /** Which message. */
    @Param({
        "tickPrice",
        "tickSize",
        "tickString",
        "tickByTickLast",
        "tickByTickBidAsk",
        "realTimeBar",
        "historicalDataUpdate",
        "orderStatus",
        "execDetails",
        "openOrder",
        "placeOrder",
        "cancelOrder",
        "mix"
    })
    public String kind = "";

    private byte[][] frames = {};
    private ByteBuffer[] payloads = {};
    private boolean fromClient;
    private final int[] ends = new int[512];
    private final ServerMessageDecoder server = new ServerMessageDecoder(Samples.VERSION);
    private final ClientMessageDecoder client = new ClientMessageDecoder(Samples.VERSION);

    /**
     * Makes the frames, after the compiler has seen every kind of message, as in a live process.
     */
    @Setup
    public void prepare(Blackhole hole) {
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            for (String other : ALL) {
                use(Samples.framesOfServer(other), false);
                decode(hole);
            }
            use(Samples.framesOfClient(FROM_CLIENTS.get(round % FROM_CLIENTS.size())), true);
            decode(hole);
        }
        boolean client = FROM_CLIENTS.contains(kind);
        use(client ? Samples.framesOfClient(kind) : Samples.framesOfServer(kind), client);
    }

    private void use(byte[][] made, boolean madeByClient) {
        frames = made;
        fromClient = madeByClient;
        payloads = new ByteBuffer[made.length];
        byte[] stream = Samples.stream(made);
        int at = 0;
        for (int index = 0; index < made.length; index++) {
            int length = made[index].length - LENGTH_BYTES;
            payloads[index] = ByteBuffer.wrap(stream, at + LENGTH_BYTES, length);
            at += made[index].length;
        }
    }

    /** What cannot be done without. */
    @Benchmark
    public void floor(Blackhole hole) {
        for (byte[] frame : frames) {
            hole.consume(Floor.boundaries(frame, LENGTH_BYTES, ends));
        }
    }

    /** What is done. */
    @Benchmark
    public void decode(Blackhole hole) {
        if (fromClient) {
            for (ByteBuffer payload : payloads) {
                hole.consume(client.read(payload));
            }
        } else {
            for (ByteBuffer payload : payloads) {
                hole.consume(server.read(payload));
            }
        }
    }
}
