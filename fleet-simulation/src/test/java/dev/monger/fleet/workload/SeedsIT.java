package dev.monger.fleet.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two thousand stories that nobody has looked at: every invariant, and everything takes effect. */
class SeedsIT {

    private static final long FIRST = 1_000_001;

    /** A broken invariant, with what brings it back. */
    private record Broken(long seed, String what, String script) {}

    @Test
    void shouldKeepEveryInvariantAndMissNothingInTwoThousandSeeds() {
        // Given
        Coverage coverage = new Coverage();

        // When
        List<Broken> broken =
                LongStream.range(FIRST, FIRST + RequiredCoverage.SEEDS)
                        .parallel()
                        .mapToObj(seed -> broken(seed, coverage))
                        .flatMap(List::stream)
                        .toList();

        // Then
        assertThat(broken).isEmpty();
        assertThat(RequiredCoverage.missing(coverage)).as("never took effect").isEmpty();
    }

    private static List<Broken> broken(long seed, Coverage coverage) {
        Script script = ScriptWriter.write(seed);
        Outcome outcome = Performance.play(script, false);
        synchronized (coverage) {
            coverage.add(outcome.coverage());
        }
        return outcome.violations().stream()
                .limit(1)
                .map(found -> new Broken(seed, found.toString(), script.text()))
                .toList();
    }
}
