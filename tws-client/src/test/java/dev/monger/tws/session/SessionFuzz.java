package dev.monger.tws.session;

import com.sun.management.ThreadMXBean;
import dev.monger.tws.codec.KeptSeed;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * A TWS that has lost its mind: whole frames, broken ones, and lengths that lie. A session must
 * live through it, and without more memory than what it hears can explain.
 */
public final class SessionFuzz {

    private static final int LARGEST_STEP = 40;

    /** What a session may allocate for a frame on average, and for each of its bytes. */
    private static final long BYTES_FOR_A_FRAME = 1024;

    private static final long BYTES_FOR_A_BYTE = 16;

    /** What the first frames cost: classes that are loaded. */
    private static final long BYTES_BEFORE = 16 << 20;

    private final List<byte[]> frames;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int sessions;
    private volatile int done;

    /** Breaks these frames. */
    public SessionFuzz(List<byte[]> frames) {
        this.frames = List.copyOf(frames);
    }

    /** How many sessions there were: one that must close is followed by the next. */
    public int sessions() {
        return sessions;
    }

    /** Says so many frames to sessions, broken differently for each seed. */
    public void run(long seed, int count) {
        done = 0;
        try {
            say(seed, count);
        } finally {
            if (done < count) {
                System.err.println("A session: seed " + seed + ", " + failed(seed).again());
            }
        }
    }

    private void say(long seed, int count) {
        Chance chance = new Chance(seed);
        ScriptedTws tws = ScriptedTws.ready(SessionSettings.defaults(7));
        sessions++;
        long allocated = 0;
        long most = BYTES_BEFORE;
        for (int said = 0; said < count; done = said) {
            int step = 1 + chance.below(LARGEST_STEP);
            byte[] bytes = said(frames, step, chance);
            long before = threads.getCurrentThreadAllocatedBytes();
            tws.says(bytes);
            allocated += threads.getCurrentThreadAllocatedBytes() - before;
            most += step * BYTES_FOR_A_FRAME + bytes.length * BYTES_FOR_A_BYTE;
            if (allocated > most) {
                throw new AssertionError(allocated + " bytes for " + (said + step) + " frames");
            }
            tws.passes(chance.below(1000) * 1_000_000L);
            said += step;
            tws.takeHeard();
            if (tws.takeEvents().stream().anyMatch(SessionEvent.MustClose.class::isInstance)) {
                tws.hangsUp();
                tws.becomesReady();
                sessions++;
            }
        }
    }

    /** Names how far a seed has come when it fails or hangs; for any thread. */
    public KeptSeed failed(long seed) {
        return new KeptSeed(seed, done + 1, KeptSeed.Of.SESSION);
    }

    private static byte[] said(List<byte[]> frames, int count, Chance chance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int index = 0; index < count; index++) {
            byte[] frame = frames.get(chance.below(frames.size())).clone();
            for (int changes = chance.below(3); changes > 0; changes--) {
                // Rarely the length itself lies, which may end the stream.
                int at =
                        chance.below(50) == 0
                                ? chance.below(4)
                                : 4 + chance.below(frame.length - 4);
                frame[at] = (byte) chance.below(256);
            }
            bytes.writeBytes(frame);
        }
        return bytes.toByteArray();
    }
}
