package dev.monger.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayComparisonTest {

    /** Sends back what it read, counts, and publishes what it was told. */
    private static final class Echo implements Engine {

        private final int strangeAt;
        private int steps;

        Echo(int strangeAt) {
            this.strangeAt = strangeAt;
        }

        @Override
        public List<EngineOutput> step(EngineInput input) {
            steps++;
            EngineOutput wake = new EngineOutput.WakeAt(steps == strangeAt ? -1 : steps, steps);
            return switch (input) {
                case EngineInput.BytesRead read ->
                        List.of(new EngineOutput.Send(read.bytes()), wake);
                case EngineInput.RecordRead read ->
                        List.of(wake, new EngineOutput.Publish("t", read.key(), read.value()));
                default -> List.of(wake);
            };
        }
    }

    private static byte[] recordingOf(long seed) {
        Echo engine = new Echo(0);
        OutputHash hash = new OutputHash();
        List<JournalRecord> records = new ArrayList<>();
        for (JournalRecord record : new Inputs(seed).records(60)) {
            StepOutcome outcome =
                    record.outcome() instanceof StepOutcome.Failed
                            ? record.outcome()
                            : new StepOutcome.Taken(hash.of(engine.step(record.input())));
            records.add(
                    new JournalRecord(record.index(), record.origin(), record.input(), outcome));
        }
        return Segments.of(records);
    }

    @Test
    void shouldFindNoDifferenceWhereTheEngineIsTheSame() {
        // Given
        ReplayComparison comparison = new ReplayComparison(new Echo(0));

        // When
        Decoded end = comparison.step(Segments.reader(recordingOf(3)));

        // Then
        assertThat(end).isInstanceOf(Decoded.End.class);
        assertThat(comparison.report().differences()).isZero();
        assertThat(comparison.report().steps() + comparison.report().passedOver()).isEqualTo(60);
        assertThat(comparison.report().passedOver()).isPositive();
    }

    @Test
    void shouldTellTheFirstStepThatDiffers() {
        // Given
        ReplayComparison comparison = new ReplayComparison(new Echo(5));

        // When
        comparison.step(Segments.reader(recordingOf(3)));

        // Then
        ReplayComparison.Report report = comparison.report();
        assertThat(report.differences()).isEqualTo(1);
        assertThat(report.first().orElseThrow().outputs()).contains(new EngineOutput.WakeAt(-1, 5));
        assertThat(report.first().orElseThrow().offset()).isPositive();
    }

    @Test
    void shouldHashEveryPartOfAnOutput() {
        // Given
        OutputHash hash = new OutputHash();
        List<EngineOutput> outputs =
                List.of(
                        new EngineOutput.Send(new byte[] {1}),
                        new EngineOutput.Send(new byte[] {1, 0}),
                        new EngineOutput.OpenLink(),
                        new EngineOutput.CloseLink("a"),
                        new EngineOutput.CloseLink("b"),
                        new EngineOutput.WakeAt(1, 1),
                        new EngineOutput.WakeAt(2, 1),
                        new EngineOutput.WakeAt(2, 2),
                        new EngineOutput.Alarm("a", "b", "c"),
                        new EngineOutput.Alarm("a", "bc", ""),
                        new EngineOutput.LaunchProcess("SPY", List.of("a", "b")),
                        new EngineOutput.LaunchProcess("SPY", List.of("ab")),
                        new EngineOutput.EndProcess("SPY", "r"),
                        new EngineOutput.Exit(0, "r"),
                        new EngineOutput.Exit(1, "r"),
                        new EngineOutput.Publish("t", "k", new Inputs(1).sample(1)),
                        new EngineOutput.Publish("t", "k", new Inputs(2).sample(1)));

        // When
        List<Long> hashes = outputs.stream().map(hash::of).toList();

        // Then
        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(hash.of(outputs.subList(0, 2))).isNotEqualTo(hash.of(outputs.subList(1, 2)));
        assertThat(hash.of(new EngineOutput.WakeAt(1, 1))).isEqualTo(-4_034_967_875_675_161_575L);
    }
}
