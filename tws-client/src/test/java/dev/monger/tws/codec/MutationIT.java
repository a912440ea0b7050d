package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.session.SessionFuzz;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Very many broken frames. {@code -Dmonger.fuzz.frames=5000000} says how many, {@code
 * -Dmonger.fuzz.seed=…} which; the line that a failure names belongs into {@code fuzz-seeds.txt}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationIT {

    private static final int FRAMES = Integer.getInteger("monger.fuzz.frames", 500_000);
    private static final long SEED = Long.getLong("monger.fuzz.seed", 20261124);
    private static final int OF_ONE_SEED = 100_000;

    @Test
    void shouldMakeAValueOfEveryMutatedFrameOfBothRoles() {
        FrameFuzz fuzz = new FrameFuzz();
        for (int done = 0; done < FRAMES; done += OF_ONE_SEED) {
            fuzz.run(SEED + done / OF_ONE_SEED, Math.min(OF_ONE_SEED, FRAMES - done));
        }
        int all = fuzz.outcomes().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all).isGreaterThanOrEqualTo(FRAMES);
        assertThat(fuzz.outcomes().keySet()).containsExactly("Malformed", "Message", "Unknown");
    }

    @Test
    void shouldKeepASessionAliveWhateverBytesCome() {
        SessionFuzz fuzz = new SessionFuzz(FrameFuzz.framesOfTws());
        for (int done = 0; done < FRAMES; done += OF_ONE_SEED) {
            int count = Math.min(OF_ONE_SEED, FRAMES - done);
            fuzz.run(SEED + done / OF_ONE_SEED, count);
        }
        assertThat(fuzz.sessions())
                .as("lengths that lie end some")
                .isGreaterThan(FRAMES / OF_ONE_SEED);
    }
}
