package dev.monger.benchmark.codec;

import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.ServerMessageDecoder;
import java.nio.ByteBuffer;
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

/** From bytes as a socket gives them, many frames at a time, to their messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StreamBenchmark {

    /** Which messages. */
    @Param({"tickPrice", "mix"})
    public String kind = "";

    private byte[] stream = {};
    private final int[] ends = new int[1 << 16];
    private final FrameReader frames = new FrameReader();
    private final ServerMessageDecoder decoder = new ServerMessageDecoder(Samples.VERSION);

    /** Makes the bytes. */
    @Setup
    public void prepare() {
        stream = Samples.stream(Samples.framesOfServer(kind));
    }

    /** What cannot be done without; the lengths are looked through as if they were fields. */
    @Benchmark
    public int floor() {
        return Floor.boundaries(stream, 0, ends);
    }

    /** What is done. */
    @Benchmark
    public void decode(Blackhole hole) {
        frames.append(ByteBuffer.wrap(stream));
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            hole.consume(decoder.read(payload));
        }
    }
}
