package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.session.SessionFuzz;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kept seeds as far as they are kept; {@link MutationIT} breaks many more frames. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {

    @Test
    void shouldMakeAValueOfEveryMutatedFrame() {
        // Given
        FrameFuzz fuzz = new FrameFuzz();

        // When
        int frames = 0;
        for (KeptSeed kept : KeptSeed.all(KeptSeed.Of.FRAMES)) {
            fuzz.run(kept.seed(), kept.rounds());
            frames += kept.rounds();
        }

        // Then
        assertThat(fuzz.outcomes().keySet()).containsExactly("Malformed", "Message", "Unknown");
        assertThat(fuzz.outcomes().get("Malformed")).isGreaterThan(frames / 10);
        assertThat(fuzz.outcomes().get("Message")).isGreaterThan(frames / 10);
    }

    @Test
    void shouldKeepASessionAliveWhateverBytesCome() {
        SessionFuzz fuzz = new SessionFuzz(FrameFuzz.framesOfTws());
        for (KeptSeed kept : KeptSeed.all(KeptSeed.Of.SESSION)) {
            fuzz.run(kept.seed(), kept.rounds());
        }
        assertThat(fuzz.sessions()).as("lengths that lie end some").isGreaterThan(1);
    }
}
