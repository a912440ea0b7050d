package dev.monger.tws.session;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** A TWS that has lost its mind: whole frames, broken ones, and lengths that lie. */
public final class SessionFuzz {

    private static final int LARGEST_STEP = 40;

    private SessionFuzz() {}

    /**
     * Says so many frames to sessions; one that must close is followed by the next.
     *
     * @return how many sessions there were
     */
    public static int run(long seed, int count, List<byte[]> frames) {
        Chance chance = new Chance(seed);
        ScriptedTws tws = ScriptedTws.ready(SessionSettings.defaults(7));
        int sessions = 1;
        int done = 0;
        try {
            while (done < count) {
                int step = 1 + chance.below(LARGEST_STEP);
                tws.says(said(frames, step, chance));
                tws.passes(chance.below(1000) * 1_000_000L);
                done += step;
                tws.takeHeard();
                if (tws.takeEvents().stream().anyMatch(SessionEvent.MustClose.class::isInstance)) {
                    tws.hangsUp();
                    tws.becomesReady();
                    sessions++;
                }
            }
        } finally {
            if (done < count) {
                System.err.println("A session: seed " + seed + " failed after " + done + " frames");
            }
        }
        return sessions;
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
