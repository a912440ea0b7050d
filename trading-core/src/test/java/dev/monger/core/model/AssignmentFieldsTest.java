package dev.monger.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                                "stop.onStop", "keep",
                                "stop.onSigterm", "flatten",
                                "sizing.tiers.200.50.unit", "50",
                                "sizing.tiers.1000.unit", "5",
                                "sizing.tiers.1000.maximum", "20",
                                "exit.tradeWindow", "5s",
                                "exit.pricing", "mid",
                                "exit.offsetTicks", "-1",
                                "exit.patience", "1m",
                                "exit.profitLock.activation", "0.4%",
                                "exit.profitLock.floor", "0.1%",
                                "risk.maximumLossPerTrade", "120",
                                "risk.dayBegins", "17:00 America/Chicago",
                                "risk.messagesPerFill", "7",
                                "hours.flatBy", "15:45",
                                "hands.manualOrders", "adopt"));

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
                        "sizing.maximum",
                        "entry.pricing",
                        "exit.trailing",
                        "entry.spacing",
                        "colour");
        assertThat(problems)
                .contains(
                        new FieldProblem("entry.pricing", "best", "one of join, mid, cross"),
                        new FieldProblem("colour", "red", "no such field"));
    }

    @Test
    void shouldChooseSizesByThePriceOfTheEntry() {
        // Given
        Sizing sizing =
                read(with(
                                "sizing.unit", "100",
                                "sizing.maximum", "300",
                                "sizing.tiers.1000.unit", "5",
                                "sizing.tiers.200.50.unit", "50",
                                "sizing.tiers.200.50.maximum", "120"))
                        .sizing();

        // Then
        assertThat(sizing.tiers()).extracting(PriceTier::from).isSorted();
        assertThat(sizing.unitAt(Price.of("200.49"))).isEqualTo(Quantity.ofShares(100));
        assertThat(sizing.maximumAt(Price.of("200.49"))).isEqualTo(Quantity.ofShares(300));
        assertThat(sizing.unitAt(Price.of("200.5"))).isEqualTo(Quantity.ofShares(50));
        assertThat(sizing.maximumAt(Price.of("999.99"))).isEqualTo(Quantity.ofShares(120));
        assertThat(sizing.unitAt(Price.of("1000"))).isEqualTo(Quantity.ofShares(5));
        assertThat(sizing.maximumAt(Price.of("1000"))).isEqualTo(Quantity.ofShares(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sizing.unit|0|a number of shares above zero",
                "sizing.tiers.0.unit|5|a price above zero with tiers below it, as in 200.50",
                "sizing.tiers.x.unit|5|a price above zero with tiers below it, as in 200.50",
                "sizing.tiers.5.maximum|5|missing: a number of shares above zero",
                "sizing.tiers|all|tiers by price, as in 200: {unit: 50, maximum: 100}, or none",
                "sizing.tiers.5.most|5|no such field",
                "entry.goodTill|500ms|a duration of 1s to 1h, such as 500ms, 20s, 5m or 1h",
                "entry.offsetTicks|1001|a whole number of -1000 to 1000",
                "exit.closeReprice|31s|a duration of 1s to 30s, such as 500ms, 20s, 5m or 1h",
                "exit.takeProfit|0|a distance above zero such as 0.25, or a part such as 0.5%",
                "exit.profitLock.floor|0.1%|no floor without exit.profitLock.activation",
                "risk.maximumLossPerTrade|-5|an amount above zero, without a sign",
                "risk.priceCollar|0.9|a fraction of 0.0001 to 0.5, such as 0.6 or 60%",
                "risk.dayBegins|5pm|a time such as 15:45, or 15:45 Europe/Berlin",
                "hours.flatBy|15:45 Mars|a time such as 15:45, or 15:45 Europe/Berlin",
                "hands.manualOrders|obey|one of observe, adopt, ignore, pause",
                "stop.onSigterm|flat|one of flatten, keep",
                "signals.bullish.from|2|a fraction of 0 to 1, such as 0.6 or 60%",
            })
    void shouldSayWhatWouldBeRight(String key, String value, String wanted) {
        assertThat(refused(with(key, value)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).startsWith(key.substring(0, key.indexOf('.')));
                    assertThat(problem.wanted()).isEqualTo(wanted);
                });
    }

    @Test
    void shouldNameBothFieldsThatDoNotFit() {
        assertThat(
                        refused(
                                with(
                                        "signals.bearish.from", "0.8",
                                        "signals.bearish.to", "0.7",
                                        "exit.profitLock.activation", "0.5",
                                        "exit.profitLock.floor", "1%",
                                        "sizing.tiers.9.unit", "4",
                                        "sizing.tiers.9.maximum", "3")))
                .extracting(FieldProblem::key, FieldProblem::against)
                .containsExactlyInAnyOrder(
                        tuple("signals.bearish.to", "signals.bearish.from"),
                        tuple("exit.profitLock.floor", "exit.profitLock.activation"),
                        tuple("sizing.tiers.9.maximum", "sizing.tiers.9.unit"));
    }

    @Test
    void shouldReadAndExplainTheSameFields() {
        // Given
        Map<String, String> all = new TreeMap<>(AssignmentFields.write(read(LEAST)));
        for (Field field : FieldCatalogue.fields()) {
            all.putIfAbsent(field.key().replace("*", "50"), example(field.kind()));
        }
        all.put("exit.profitLock.floor", "0.25");
        // Then
        assertThat(read(all)).isNotNull();
        assertThat(AssignmentFields.write(read(all)).keySet()).isEqualTo(all.keySet());
        assertThat(all.keySet()).allMatch(key -> FieldCatalogue.find(key).isPresent());
    }

    private static String example(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Distance _ -> "0.5";
            case FieldKind.TimeOfDay _ -> "15:45";
            case FieldKind.Shares _, FieldKind.ContractNumber _, FieldKind.Amount _ -> "7";
            default -> "ARCA";
        };
    }

    @Test
    void shouldExplainTheDefaultsThatHold() {
        Map<String, String> written = AssignmentFields.write(read(LEAST));
        for (Field field : FieldCatalogue.fields()) {
            if (field.standard() != null) {
                Map<String, String> told =
                        AssignmentFields.write(read(with(field.key(), field.standard())));
                assertThat(told).as(field.key()).isEqualTo(written);
            }
        }
    }

    @Test
    void shouldAcceptTheBoundsItTellsAndNothingBeyond() {
        for (Field field : FieldCatalogue.fields()) {
            switch (field.kind()) {
                case FieldKind.Whole(int lowest, int highest) -> {
                    accepts(field, lowest + "", highest + "");
                    refuses(field, lowest - 1 + "", highest + 1 + "");
                }
                case FieldKind.Fraction(int lowest, int highest) -> {
                    accepts(field, FieldText.fraction(lowest), FieldText.fraction(highest));
                    refuses(field, FieldText.fraction(lowest - 1), FieldText.fraction(highest + 1));
                }
                case FieldKind.Span(Duration lowest, Duration highest) -> {
                    accepts(field, lowest.toString(), highest.toString());
                    refuses(field, lowest.minusNanos(1) + "", highest.plusNanos(1) + "");
                }
                default -> {}
            }
        }
    }

    private static void accepts(Field field, String... values) {
        for (String value : values) {
            String from = field.key().replaceAll("[.]to$", ".from");
            // The lower end of a band must not be above the upper one.
            Map<String, String> fields =
                    from.equals(field.key())
                            ? with(from, value)
                            : with(from, "0", field.key(), value);
            assertThat(AssignmentFields.read(fields))
                    .as("%s: %s", field.key(), value)
                    .isInstanceOf(AssignmentFields.Outcome.Read.class);
        }
    }

    private static void refuses(Field field, String... values) {
        for (String value : values) {
            assertThat(refused(with(field.key(), value)))
                    .as("%s: %s", field.key(), value)
                    .extracting(FieldProblem::key, FieldProblem::wanted)
                    .containsExactly(tuple(field.key(), field.kind().wanted()));
        }
    }
}
