package dev.monger.benchmark.codec;

import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ServerMessage;
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

/** From a message to the bytes of its frame, beside copying the frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {

    private static final List<String> OF_CLIENTS =
            List.of("placeOrder", "cancelOrder", "requestMarketData");
    private static final int ROUNDS_BEFORE = 200;

    /** Which message. */
    @Param({
        "placeOrder",
        "cancelOrder",
        "requestMarketData",
        "tickPrice",
        "tickSize",
        "tickByTickLast",
        "realTimeBar",
        "orderStatus",
        "execDetails",
        "openOrder",
        "mix"
    })
    public String kind = "";

    private byte[][] frames = {};
    private List<ClientMessage> asked = List.of();
    private List<ServerMessage> told = List.of();
    private final ServerMessageEncoder server = new ServerMessageEncoder(Samples.VERSION);
    private final ClientMessageEncoder client = new ClientMessageEncoder(Samples.VERSION);

    /** Makes the messages, after the compiler has seen every kind of them, as in a live process. */
    @Setup
    public void prepare(Blackhole hole) {
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            for (String other : OF_CLIENTS) {
                asked = Samples.ofClient(other);
                encode(hole);
            }
            asked = List.of();
            told = Samples.ofServer("mix");
            encode(hole);
            told = List.of();
        }
        if (OF_CLIENTS.contains(kind)) {
            asked = Samples.ofClient(kind);
            frames = Samples.framesOfClient(kind);
        } else {
            told = Samples.ofServer(kind);
            frames = Samples.framesOfServer(kind);
        }
    }

    /** What cannot be done without. */
    @Benchmark
    public void floor(Blackhole hole) {
        for (byte[] frame : frames) {
            hole.consume(frame.clone());
        }
    }

    /** What is done. */
    @Benchmark
    public void encode(Blackhole hole) {
        for (int index = 0; index < asked.size(); index++) {
            hole.consume(client.encode(asked.get(index)));
        }
        for (int index = 0; index < told.size(); index++) {
            hole.consume(server.encode(told.get(index)));
        }
    }
}
