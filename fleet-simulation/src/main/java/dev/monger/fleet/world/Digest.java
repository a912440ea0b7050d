package dev.monger.fleet.world;

import dev.monger.engine.EngineOutput;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A running 64-bit sum (FNV-1a) over outputs, in order. */
final class Digest {

    private static final long PRIME = 0x100000001b3L;

    private long value = 0xcbf29ce484222325L;

    void add(EngineOutput output) {
        String text =
                output instanceof EngineOutput.Send send
                        ? HexFormat.of().formatHex(send.bytes())
                        : output.toString();
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            value = (value ^ (part & 0xff)) * PRIME;
        }
    }

    long value() {
        return value;
    }
}
