package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A quick look; {@link MutationIT} breaks many more frames. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {

    private static final int FRAMES = 50_000;

    @Test
    void shouldMakeAValueOfEveryMutatedFrame() {
        // Given
        FrameFuzz fuzz = new FrameFuzz();

        // When
        for (long seed : FrameFuzz.keptSeeds()) {
            fuzz.run(seed, FRAMES / FrameFuzz.keptSeeds().size());
        }

        // Then
        assertThat(fuzz.outcomes().keySet()).containsExactly("Malformed", "Message", "Unknown");
        assertThat(fuzz.outcomes().get("Malformed")).isGreaterThan(FRAMES / 10);
        assertThat(fuzz.outcomes().get("Message")).isGreaterThan(FRAMES / 10);
    }
}
