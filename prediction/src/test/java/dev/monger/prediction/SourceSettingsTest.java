package dev.monger.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.prediction.InferenceResult.Direction;
import dev.monger.prediction.SourceSettings.Read;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSettingsTest {

    @Test
    void shouldReadARuleWithItsDefaults() {
        // When
        RuleText.Parsed parsed = RuleText.parse("ema-cross 3 8");

        // Then
        assertThat(parsed)
                .isEqualTo(new RuleText.Parsed.Rule(new IndicatorRule.EmaCross(3, 8, 1_000, 10)));
    }

    @Test
    void shouldReadARuleWithEverything() {
        // When
        RuleText.Parsed cross = RuleText.parse("ema-cross 3 8 for 5 full 20");
        RuleText.Parsed band = RuleText.parse("rsi 14 30 70 for 7");

        // Then
        assertThat(cross)
                .isEqualTo(new RuleText.Parsed.Rule(new IndicatorRule.EmaCross(3, 8, 2_000, 5)));
        assertThat(band)
                .isEqualTo(new RuleText.Parsed.Rule(new IndicatorRule.RsiBand(14, 30, 70, 7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ema-cross 8 3 | FAST has to be the smaller",
                "ema-cross 3 | SLOW is missing",
                "ema-cross three 8 | FAST is \"three\"; it has to be a whole number from 1 to 10000",
                "ema-cross 3 8 fall 2 | \"fall\" is not known here",
                "ema-cross 3 8 full | the number after \"full\" is missing",
                "ema-cross 3 8 for 2 for 3 | \"for\" stands twice",
                "ema-cross 3 99999999999 | SLOW is \"99999999999\"",
                "rsi 14 60 70 | LOW is \"60\"; it has to be a whole number from 1 to 49",
                "macd 1 2 | is no rule; write \"ema-cross FAST SLOW",
            })
    void shouldRefuseAndSayWhatWouldBeRight(String text, String problem) {
        // When
        RuleText.Parsed parsed = RuleText.parse(text);

        // Then
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        RuleText.Parsed.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .anySatisfy(found ->
                                                assertThat(found)
                                                        .contains(problem)
                                                        .contains(text)));
    }

    @Test
    void shouldTellAllProblemsOfASettingTogether() {
        // When
        Read read = SourceSettings.read("ema-cross 8 3; rsi 1 30 70; nonsense");

        // Then
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Refused.class, refused -> assertThat(refused.problems()).hasSize(3));
    }

    @Test
    void shouldTakeAnEmptySettingForNoSource() {
        // When
        Read read = SourceSettings.read("  ");

        // Then
        assertThat(read).isEqualTo(new Read.None());
    }

    @Test
    void shouldLetTheFirstSourceThatSeesADirectionCount() {
        // Given
        PredictionSource source =
                ((Read.Source) SourceSettings.read("rsi 3 30 70; ema-cross 3 8")).source();

        // When
        InferenceResult conflict = source.predict(Bars.rising(20, 100_000L));
        InferenceResult onlySecond =
                source.predict(Bars.of(100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101));

        // Then
        assertThat(conflict)
                .isInstanceOfSatisfying(
                        Direction.class,
                        direction -> assertThat(direction.source()).isEqualTo("rsi-3-30-70/1"));
        assertThat(onlySecond)
                .isInstanceOfSatisfying(
                        Direction.class,
                        direction -> assertThat(direction.source()).isEqualTo("ema-cross-3-8/1"));
        assertThat(source.barsNeeded()).isEqualTo(8);
        assertThat(source.name()).isEqualTo("rsi-3-30-70/1 then ema-cross-3-8/1");
    }

    @Test
    void shouldNotHideAFailureBehindIndecision() {
        // Given
        PredictionSource source =
                new CompositeSource(
                        List.of(
                                new IndicatorSource(new IndicatorRule.EmaCross(3, 50, 1_000, 5)),
                                new IndicatorSource(new IndicatorRule.EmaCross(3, 8, 1_000, 5))));

        // When
        InferenceResult result = source.predict(Bars.of(1, 1, 1, 1, 1, 0, 1, 1, 1));

        // Then
        assertThat(result).isInstanceOf(InferenceResult.Failed.class);
    }
}
