package dev.monger.tws.codec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Feeds broken frames to the decoders of both roles: each must become a value, without an exception
 * and without costing more memory than its length can explain.
 */
public final class FrameFuzz {

    /** What one decoding may allocate: the objects of a message, and so much for each byte. */
    private static final long BYTES_FOR_A_MESSAGE = 64 * 1024;

    private static final long BYTES_FOR_A_BYTE = 256;
    private static final byte[] TELLING = {0, 0, '-', '.', 'E', '9', '1', ',', 'a', (byte) 0xFF};
    private static final List<String> EXTREMES =
            List.of(
                    "",
                    "-1",
                    "2147483647",
                    "-2147483648",
                    "2147483648",
                    "9223372036854775807",
                    "9999999999999999999999",
                    "1.7976931348623157E308",
                    "-1e400",
                    "NaN",
                    "Infinity",
                    "1000000",
                    "0.00000000000000000001",
                    "\\u12");

    private final List<GoldenFrame> frames =
            GoldenFrame.all().filter(golden -> !golden.isHandshake()).toList();
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private volatile int done;

    /** Reads every frame once as it is, so that no later one pays for the loading of classes. */
    public FrameFuzz() {
        for (GoldenFrame golden : frames) {
            Decoded<?> decoded = decode(golden, bytes(golden.payload()));
            if (!(decoded instanceof Decoded.Message<?>)) {
                throw new AssertionError("no message of " + golden + ": " + decoded);
            }
        }
    }

    /** Whole frames as TWS writes them at the newest version, for a session to hear. */
    public static List<byte[]> framesOfTws() {
        return GoldenFrame.all()
                .filter(golden ->
                        golden.fromServer() && !golden.isHandshake() && golden.version() == 200)
                .map(GoldenFrame::bytes)
                .toList();
    }

    /**
     * So many broken copies of frames, each with a length that is true; others for each seed. Most
     * are whole but for single fields, so that they are read and not only refused.
     */
    public static List<byte[]> broken(List<byte[]> whole, long seed, int count) {
        Seeded seeded = new Seeded(seed);
        List<byte[]> broken = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            byte[] frame = whole.get(seeded.below(whole.size()));
            ByteBuffer payload =
                    ByteBuffer.wrap(frame, Integer.BYTES, frame.length - Integer.BYTES);
            byte[] mutated =
                    seeded.below(4) == 0
                            ? mutated(payload, seeded)
                            : withOtherFields(bytes(payload), seeded);
            broken.add(
                    ByteBuffer.allocate(Integer.BYTES + mutated.length)
                            .putInt(mutated.length)
                            .put(mutated)
                            .array());
        }
        return broken;
    }

    /** How often frames came to what: a message, unknown, or malformed. */
    public SortedMap<String, Integer> outcomes() {
        return outcomes;
    }

    /** Breaks so many frames, differently for each seed. */
    public void run(long seed, int count) {
        Seeded seeded = new Seeded(seed);
        done = 0;
        try {
            for (int round = 0; round < count; round++, done = round) {
                GoldenFrame golden = frames.get(seeded.below(frames.size()));
                broken(golden, mutated(golden.payload(), seeded));
            }
        } finally {
            if (done < count) {
                System.err.println("Broken frames: seed " + seed + ", " + failed(seed).again());
            }
        }
    }

    /** Names how far a seed has come when it fails or hangs; for any thread. */
    public KeptSeed failed(long seed) {
        return new KeptSeed(seed, done + 1, KeptSeed.Of.FRAMES);
    }

    private void broken(GoldenFrame golden, byte[] mutated) {
        long before = threads.getCurrentThreadAllocatedBytes();
        Decoded<?> decoded = decode(golden, mutated);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        long most = BYTES_FOR_A_MESSAGE + BYTES_FOR_A_BYTE * mutated.length;
        if (allocated > most) {
            // The first of its kind also pays for the linking of code: only what comes again
            // counts.
            before = threads.getCurrentThreadAllocatedBytes();
            decoded = decode(golden, mutated);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        if (allocated > most) {
            throw new AssertionError(allocated + " bytes for " + mutated.length + " of " + golden);
        }
        outcomes.merge(decoded.getClass().getSimpleName(), 1, Integer::sum);
        if (decoded instanceof Decoded.Malformed<?> malformed) {
            judge(malformed, mutated);
        }
    }

    private static Decoded<?> decode(GoldenFrame golden, byte[] mutated) {
        ByteBuffer payload = ByteBuffer.wrap(mutated);
        return golden.fromServer()
                ? new ServerMessageDecoder(golden.version()).decode(payload)
                : new ClientMessageDecoder(golden.version()).decode(payload);
    }

    private static void judge(Decoded.Malformed<?> malformed, byte[] mutated) {
        if (malformed.offset() < 0
                || malformed.offset() > mutated.length
                || malformed.field().isEmpty()
                || malformed.reason().isEmpty()) {
            throw new AssertionError(
                    "no offset in " + mutated.length + " bytes, field and reason: " + malformed);
        }
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }

    private static byte[] mutated(ByteBuffer payload, Seeded seeded) {
        byte[] bytes = bytes(payload);
        for (int changes = 1 + seeded.below(4); changes > 0; changes--) {
            bytes = changed(bytes, seeded);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Seeded seeded) {
        if (bytes.length == 0) {
            return new byte[] {(byte) seeded.below(256)};
        }
        int at = seeded.below(bytes.length);
        return switch (seeded.below(8)) {
            case 0 -> spliced(bytes, at, at, new byte[] {TELLING[seeded.below(TELLING.length)]});
            case 1 -> spliced(bytes, at, at + 1, new byte[0]);
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> field(bytes, at, seeded);
            case 4 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, 0, seeded.below(at + 1)));
            default -> {
                byte[] copy = bytes.clone();
                copy[at] =
                        seeded.below(3) == 0
                                ? (byte) seeded.below(256)
                                : TELLING[seeded.below(TELLING.length)];
                yield copy;
            }
        };
    }

    private static byte[] withOtherFields(byte[] payload, Seeded seeded) {
        byte[] bytes = payload;
        for (int changes = 1 + seeded.below(2); changes > 0 && bytes.length > 0; changes--) {
            bytes = field(bytes, seeded.below(bytes.length), seeded);
        }
        return bytes;
    }

    /** Another value for the field that holds a place. */
    private static byte[] field(byte[] bytes, int at, Seeded seeded) {
        int from = at;
        while (from > 0 && bytes[from - 1] != 0) {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        String value = EXTREMES.get(seeded.below(EXTREMES.size()));
        return spliced(bytes, from, to, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        return ByteBuffer.allocate(bytes.length - (to - from) + between.length)
                .put(bytes, 0, from)
                .put(between)
                .put(bytes, to, bytes.length - to)
                .array();
    }
}
