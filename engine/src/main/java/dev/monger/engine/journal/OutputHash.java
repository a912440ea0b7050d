package dev.monger.engine.journal;

import dev.monger.engine.EngineOutput;
import dev.monger.prediction.Features;
import java.util.List;

/** A 64-bit hash of what a step asked for: the same on every machine and for ever. */
public final class OutputHash {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final ByteSink sink = new ByteSink();

    /** Returns the FNV-1a hash of the outputs' canonical encoding. */
    public long of(List<EngineOutput> outputs) {
        sink.clear();
        sink.putVariable(outputs.size());
        for (EngineOutput output : outputs) {
            write(output, sink);
        }
        return hashOf(sink);
    }

    /** Returns the hash of one output, to find the one that differs. */
    public long of(EngineOutput output) {
        sink.clear();
        write(output, sink);
        return hashOf(sink);
    }

    private static long hashOf(ByteSink sink) {
        byte[] bytes = sink.array();
        long hash = FNV_OFFSET;
        for (int at = 0; at < sink.size(); at++) {
            hash = (hash ^ (bytes[at] & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    private static void write(EngineOutput output, ByteSink sink) {
        switch (output) {
            case EngineOutput.Send send -> {
                sink.putByte(1);
                sink.putBytes(send.bytes());
            }
            case EngineOutput.OpenLink _ -> sink.putByte(2);
            case EngineOutput.CloseLink close -> {
                sink.putByte(3);
                sink.putString(close.reason());
            }
            case EngineOutput.Publish publish -> {
                sink.putByte(4);
                sink.putString(publish.topic());
                sink.putString(publish.key());
                sink.putString(publish.value().getSchema().getFullName());
                AvroWriter.write(publish.value().getSchema(), publish.value(), sink);
            }
            case EngineOutput.Infer infer -> {
                sink.putByte(5);
                sink.putVariable(infer.requestId());
                sink.putString(infer.sources());
                write(infer.features(), sink);
            }
            case EngineOutput.WakeAt wake -> write(wake, sink);
            case EngineOutput.Alarm alarm -> {
                sink.putByte(7);
                sink.putString(alarm.code());
                sink.putString(alarm.subject());
                sink.putString(alarm.text());
            }
            case EngineOutput.LaunchProcess launch -> {
                sink.putByte(8);
                sink.putString(launch.ticker());
                sink.putVariable(launch.arguments().size());
                launch.arguments().forEach(sink::putString);
            }
            case EngineOutput.EndProcess end -> {
                sink.putByte(9);
                sink.putString(end.ticker());
                sink.putString(end.reason());
            }
            case EngineOutput.Exit exit -> {
                sink.putByte(10);
                sink.putVariable(exit.code());
                sink.putString(exit.reason());
            }
        }
    }

    private static void write(EngineOutput.WakeAt wake, ByteSink sink) {
        sink.putByte(6);
        sink.putVariable(wake.exchangeNanos());
        sink.putVariable(wake.monotonicNanos());
    }

    private static void write(Features features, ByteSink sink) {
        sink.putString(features.ticker());
        sink.putVariable(features.barNanos());
        sink.putVariable(features.bars().size());
        for (Features.ClosedBar bar : features.bars()) {
            sink.putVariable(bar.startNanos());
            sink.putVariable(bar.openE8());
            sink.putVariable(bar.highE8());
            sink.putVariable(bar.lowE8());
            sink.putVariable(bar.closeE8());
            sink.putVariable(bar.volumeE8());
        }
    }
}
