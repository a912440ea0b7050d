package dev.monger.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssignmentFieldsTest {

    private static final Map<String, String> LEAST = Map.of("ticker", "SPY", "account", "DU1");

    private static Assignment read(Map<String, String> fields) {
        return ((AssignmentFields.Outcome.Read) AssignmentFields.read(fields)).assignment();
    }

    private static List<FieldProblem> refused(Map<String, String> fields) {
        return ((AssignmentFields.Outcome.Refused) AssignmentFields.read(fields)).problems();
    }

    private static Map<String, String> with(String... keysAndValues) {
        Map<String, String> fields = new TreeMap<>(LEAST);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }

    @Test
    void shouldTakeDefaultsForAllButTickerAndAccount() {
        // When
        Assignment assignment = read(LEAST);

        // Then
        assertThat(assignment)
                .isEqualTo(
                        Assignment.builder(
                                        new Ticker("SPY"),
                                        ContractDescription.stock("SPY", null, "USD"),
                                        new AccountId("DU1"))
                                .build());
    }

    @Test
    void shouldReadWhatItWrites() {
        // Given
        Assignment assignment =
                read(
                        with(
                                "sizing.unit", "100",
                                "sizing.maximum", "300",
                                "contract.conId", "756733",
                                "contract.primaryExchange", "ARCA",
                                "predictions.indicators", "ema-cross 3 8, rsi 14 30 70",
                                "predictions.bar", "5s",
                                "signals.bullish.from", "55%",
                                "signals.allowShort", "true",
                                "entry.pricing", "cross",
                                "entry.spacing", "10s",
                                "exit.takeProfit", "0.25",
                                "exit.stopLoss", "0.125%",
                                "risk.maximumAccountLossPerDay", "1000.50",
                                "hours.entries", "any",
                                "stop.onStop", "keep"));

        // When
        Assignment again = read(AssignmentFields.write(assignment));

        // Then
        assertThat(again).isEqualTo(assignment);
        assertThat(again.signals().bullish().fromMillionths()).isEqualTo(550_000);
        assertThat(again.exit().stopLoss()).isEqualTo(new Target.Fraction(1_250));
        assertThat(again.entry().spacing()).isEqualTo(Duration.ofSeconds(10));
        assertThat(again.predictions().indicators())
                .containsExactly("ema-cross 3 8", "rsi 14 30 70");
    }

    @Test
    void shouldTellEveryProblemAtOnce() {
        // When
        List<FieldProblem> problems =
                refused(
                        Map.of(
                                "ticker", "spy",
                                "sizing.unit", "10",
                                "sizing.maximum", "5",
                                "entry.pricing", "best",
                                "exit.trailing", "yes",
                                "entry.spacing", "soon",
                                "colour", "red"));

        // Then
        assertThat(problems)
                .extracting(FieldProblem::key)
                .containsExactlyInAnyOrder(
                        "ticker",
                        "account",
                        "sizing",
                        "entry.pricing",
                        "exit.trailing",
                        "entry.spacing",
                        "colour");
        assertThat(problems)
                .contains(
                        new FieldProblem("entry.pricing", "best", "one of join, mid, cross"),
                        new FieldProblem("colour", "red", "no such field"));
    }
}
