package dev.monger.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.prediction.InferenceResult.Direction;
import dev.monger.prediction.InferenceResult.Failed;
import dev.monger.prediction.InferenceResult.Undecided;
import org.junit.jupiter.api.Test;

class IndicatorSourceTest {

    private static final PredictionSource CROSS =
            new IndicatorSource(new IndicatorRule.EmaCross(3, 8, 1_000, 5));
    private static final PredictionSource RSI =
            new IndicatorSource(new IndicatorRule.RsiBand(3, 30, 70, 10));

    @Test
    void shouldSeeRisingClosesGoingUp() {
        // When
        InferenceResult result = CROSS.predict(Bars.rising(20, 100_000L));

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Direction.class,
                        direction -> {
                            assertThat(direction.bullish()).isTrue();
                            assertThat(direction.source()).isEqualTo("ema-cross-3-8/1");
                            assertThat(direction.confidenceMillionths())
                                    .isBetween(500_001, 999_999);
                            assertThat(direction.horizonNanos()).isEqualTo(5 * Bars.BAR_NANOS);
                            assertThat(direction.lastInputNanos())
                                    .isEqualTo(Bars.START_NANOS + 20 * Bars.BAR_NANOS);
                        });
    }

    @Test
    void shouldSeeFallingClosesGoingDownAndBeSureWhenTheyFallFast() {
        // When
        InferenceResult result = CROSS.predict(Bars.rising(20, -50_000_000L));

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Direction.class,
                        direction -> {
                            assertThat(direction.bullish()).isFalse();
                            assertThat(direction.confidenceMillionths()).isEqualTo(1_000_000);
                        });
    }

    @Test
    void shouldComputeTheAveragesByTheTextbook() {
        // Given: closes 1 and 2; the averages of 1 and 3 bars start at 1, weights 1 and 1/2
        PredictionSource source =
                new IndicatorSource(new IndicatorRule.EmaCross(1, 3, 1_000_000, 1));

        // When
        InferenceResult result = source.predict(Bars.of(100_000_000L, 100_000_000L, 200_000_000L));

        // Then: fast 2, slow 1.5, a third above, so a third of the way from 0.5 to 1
        assertThat(result)
                .isInstanceOfSatisfying(
                        Direction.class,
                        direction ->
                                assertThat(direction.confidenceMillionths()).isEqualTo(666_666));
    }

    @Test
    void shouldBeUndecidedWhileTheClosesStandStill() {
        // When
        InferenceResult result = CROSS.predict(Bars.rising(20, 0));

        // Then
        assertThat(result).isEqualTo(new Undecided("ema-cross-3-8/1", "the averages are equal"));
    }

    @Test
    void shouldBeUndecidedWithTooFewBars() {
        // When
        InferenceResult result = CROSS.predict(Bars.rising(7, 100_000L));

        // Then
        assertThat(result)
                .isEqualTo(new Undecided("ema-cross-3-8/1", "7 closed bars, 8 are needed"));
    }

    @Test
    void shouldFailOnACloseOfZero() {
        // When
        InferenceResult result = CROSS.predict(Bars.rising(20, -1_000_000_000L));

        // Then
        assertThat(result).isInstanceOf(Failed.class);
    }

    @Test
    void shouldSeeFallenClosesComingBackByRsi() {
        // When
        InferenceResult fallen = RSI.predict(Bars.rising(10, -100_000L));
        InferenceResult risen = RSI.predict(Bars.rising(10, 100_000L));
        InferenceResult between =
                RSI.predict(
                        Bars.of(
                                10_000_000_000L,
                                10_000_100_000L,
                                10_000_000_000L,
                                10_000_100_000L,
                                10_000_000_000L,
                                10_000_100_000L));

        // Then
        assertThat(fallen)
                .isInstanceOfSatisfying(
                        Direction.class,
                        direction -> {
                            assertThat(direction.bullish()).isTrue();
                            assertThat(direction.confidenceMillionths()).isEqualTo(1_000_000);
                        });
        assertThat(risen)
                .isInstanceOfSatisfying(
                        Direction.class, direction -> assertThat(direction.bullish()).isFalse());
        assertThat(between).isInstanceOf(Undecided.class);
    }

    @Test
    void shouldSayTheSameOfTheSameBars() {
        // Given
        Features features = Bars.rising(50, 12_345L);

        // When
        InferenceResult first = CROSS.predict(features);
        InferenceResult second =
                new IndicatorSource(new IndicatorRule.EmaCross(3, 8, 1_000, 5)).predict(features);

        // Then
        assertThat(second).isEqualTo(first);
    }
}
