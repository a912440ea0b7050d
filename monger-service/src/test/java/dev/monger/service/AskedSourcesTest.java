package dev.monger.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.EngineOutput;
import dev.monger.prediction.Features;
import dev.monger.prediction.InferenceResult;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AskedSourcesTest {

    private static final long BAR_NANOS = 5_000_000_000L;

    private final AskedSources asked = new AskedSources();

    private InferenceResult ask(String sources) {
        List<Features.ClosedBar> rising =
                LongStream.range(1, 30)
                        .mapToObj(at -> {
                            long price = (100 + at) * 100_000_000L;
                            return new Features.ClosedBar(
                                    at * BAR_NANOS, price, price, price, price, 1);
                        })
                        .toList();
        return asked.answer(
                new EngineOutput.Infer(1, sources, new Features("SPY", BAR_NANOS, rising)));
    }

    @Test
    void shouldAskTheSourceThatTheQuestionNames() {
        // When
        InferenceResult first = ask("ema-cross 2 5");
        InferenceResult other = ask("rsi 14 30 70");

        // Then
        assertThat(first)
                .isInstanceOfSatisfying(
                        InferenceResult.Direction.class,
                        direction -> {
                            assertThat(direction.source()).isEqualTo("ema-cross-2-5/1");
                            assertThat(direction.bullish()).isTrue();
                        });
        assertThat(other)
                .isInstanceOfSatisfying(
                        InferenceResult.Direction.class,
                        direction -> {
                            assertThat(direction.source()).isEqualTo("rsi-14-30-70/1");
                            assertThat(direction.bullish()).isFalse();
                        });
    }

    @Test
    void shouldSayWhatIsWrongWithARule() {
        assertThat(ask("ema-cross 5 2"))
                .isInstanceOfSatisfying(
                        InferenceResult.Failed.class,
                        failed -> assertThat(failed.reason()).contains("ema-cross 5 2"));
    }

    @Test
    void shouldBeUndecidedWithoutARule() {
        assertThat(ask("")).isInstanceOf(InferenceResult.Undecided.class);
    }
}
