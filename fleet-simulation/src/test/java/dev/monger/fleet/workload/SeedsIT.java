package dev.monger.fleet.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * More stories than the quick tests play, every invariant checked; {@code ./monger simulate} plays
 * any number.
 */
class SeedsIT {

    private static final long FIRST = 1_000_001;
    private static final long SEEDS = 120;

    /** A broken invariant, with what brings it back. */
    private record Broken(long seed, String what, String script) {}

    @Test
    void shouldKeepEveryInvariantInEverySeed() {
        // When
        List<Broken> broken =
                LongStream.range(FIRST, FIRST + SEEDS)
                        .parallel()
                        .mapToObj(SeedsIT::broken)
                        .flatMap(List::stream)
                        .toList();

        // Then
        assertThat(broken).isEmpty();
    }

    private static List<Broken> broken(long seed) {
        Script script = ScriptWriter.write(seed);
        Outcome outcome = Performance.play(script, false);
        return outcome.violations().stream()
                .limit(1)
                .map(found -> new Broken(seed, found.toString(), script.text()))
                .toList();
    }
}
