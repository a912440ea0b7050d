package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void shouldTellRateAndTimeLeftOfThisRunNowAndThen() {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicLong nanos = new AtomicLong();
        Progress progress =
                new Progress(
                        new PrintStream(out, true, StandardCharsets.UTF_8), nanos::get, "frames");

        // When
        progress.at(1_000_000, 5_000_000);
        nanos.set(4_000_000_000L);
        progress.at(1_400_000, 5_000_000);
        nanos.set(10_000_000_000L);
        progress.at(2_000_000, 5_000_000);

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("2,000,000 of 5,000,000 frames, 100,000.0 a second, 30 s left");
    }
}
