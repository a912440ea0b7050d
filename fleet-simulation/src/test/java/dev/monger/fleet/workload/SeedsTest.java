package dev.monger.fleet.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few stories in which everything may go wrong that can; {@code SeedsIT} plays many. */
class SeedsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepEveryInvariantInTheStoryOfASeed(long seed) {
        // Given
        Script script = ScriptWriter.write(seed);

        // When
        Outcome outcome = Performance.play(script, false);

        // Then
        assertThat(outcome.violations()).as("seed %d%n%s", seed, script.text()).isEmpty();
        assertThat(outcome.coverage().of("fill of ENTRY")).as("fills, seed %d", seed).isPositive();
        assertThat(outcome.coverage().of("fault while something is open"))
                .as("faults while something is open, seed %d", seed)
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldReadAScriptAsItWasWritten(long seed) {
        // Given
        Script script = ScriptWriter.write(seed);

        // When
        Script read = Script.read(script.text());

        // Then
        assertThat(read).isEqualTo(script);
    }
}
