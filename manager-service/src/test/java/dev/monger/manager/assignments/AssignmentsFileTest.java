package dev.monger.manager.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentsFileTest {

    private static final String ACCOUNT = "DU1000001";

    private static List<Assignment> read(String text) {
        AssignmentsFile.Outcome outcome = AssignmentsFile.read(text, ACCOUNT);
        assertThat(outcome).isInstanceOf(AssignmentsFile.Outcome.Read.class);
        return ((AssignmentsFile.Outcome.Read) outcome).assignments();
    }

    private static List<String> refused(String text) {
        AssignmentsFile.Outcome outcome = AssignmentsFile.read(text, ACCOUNT);
        assertThat(outcome).isInstanceOf(AssignmentsFile.Outcome.Refused.class);
        return ((AssignmentsFile.Outcome.Refused) outcome).problems();
    }

    @Test
    void shouldPutATickersOwnValuesBeforeTheDefaults() {
        // Given
        String text =
                """
                defaults:
                  sizing: {unit: 100, maximum: 300}
                  predictions:
                    indicators: [ema-cross 2 5, rsi 14]
                assignments:
                  - ticker: IBM
                    sizing:
                      maximum: 200
                  - ticker: SPY
                    exit.maximumHolding: 45s
                """;

        // When
        List<Assignment> assignments = read(text);

        // Then
        assertThat(assignments).extracting(a -> a.ticker().value()).containsExactly("IBM", "SPY");
        assertThat(assignments)
                .allSatisfy(a -> {
                    assertThat(a.account().value()).isEqualTo(ACCOUNT);
                    assertThat(a.sizing().unit()).isEqualTo(Quantity.ofShares(100));
                    assertThat(a.predictions().indicators())
                            .containsExactly("ema-cross 2 5", "rsi 14");
                });
        assertThat(assignments.getFirst().sizing().maximum()).isEqualTo(Quantity.ofShares(200));
        assertThat(assignments.getLast().sizing().maximum()).isEqualTo(Quantity.ofShares(300));
        assertThat(assignments.getLast().exit().maximumHolding()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void shouldReadTheFileThatComesWithMonger() {
        // Given
        Path shipped = Path.of("../assignments.yaml");

        // When
        AssignmentsFile.Outcome outcome = AssignmentsFile.read(shipped, ACCOUNT);

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AssignmentsFile.Outcome.Read.class,
                        read ->
                                assertThat(read.assignments())
                                        .extracting(a -> a.ticker().value())
                                        .containsExactly("SPY", "IBM", "BAC", "AIG"));
    }

    @Test
    void shouldTellEveryProblemAtOnceInTheOrderOfTheLines() {
        // Given
        String text =
                """
                defaults:
                  sizing:
                    unit: 1OO
                assignments:
                  - ticker: SPY
                    sizing: {unti: 5}
                  - ticker: SPY
                  - sizing: {unit: 3, maximum: 2}
                fleet: 1
                """;

        // When
        List<String> problems = refused(text);

        // Then
        assertThat(problems)
                .containsExactly(
                        "line 3, column 11: sizing.unit is \"1OO\"; right would be a number of"
                                + " shares above zero",
                        "line 6, column 14: there is no key sizing.unti; did you mean"
                                + " sizing.unit?",
                        "line 7, column 13: ticker SPY is assigned twice, first in line 5; one of"
                                + " them has to go",
                        "line 8, column 5: ticker is missing; right would be 1 to 16 upper-case"
                                + " letters, digits, dots or dashes",
                        "line 8, column 32: sizing.maximum is \"2\"; right would be at least the"
                                + " unit, 3; sizing.unit stands in line 8",
                        "line 9, column 1: there is no part \"fleet\"; there are defaults and"
                                + " assignments");
    }

    @Test
    void shouldMergeDefaultsUnderEachTickerAndNameWhereAValueStands() {
        // Given
        String text =
                """
                defaults:
                  sizing: {unit: 100, maximum: 300}
                  signals: {bullish: {from: 0.8}}
                  exit:
                    profitLock: {activation: 0.5%}
                assignments:
                  - ticker: SPY
                    sizing: {maximum: 50}
                  - ticker: IBM
                    sizing: {unit: 400}
                  - ticker: BAC
                    signals: {bullish: {to: 0.7}}
                  - ticker: AIG
                    exit:
                      profitLock: {floor: 0.25}
                """;

        // When
        List<String> problems = refused(text);

        // Then
        assertThat(problems)
                .containsExactly(
                        "line 2, column 32: sizing.maximum is \"300\"; right would be at least the"
                                + " unit, 400; sizing.unit stands in line 10",
                        "line 8, column 23: sizing.maximum is \"50\"; right would be at least the"
                                + " unit, 100; sizing.unit stands in line 2",
                        "line 12, column 29: signals.bullish.to is \"0.7\"; right would be at least"
                                + " the lower end, 0.8; signals.bullish.from stands in line 3",
                        "line 15, column 27: exit.profitLock.floor is \"0.25\"; right would be below"
                                + " the activation, 0.5%, and both amounts or both parts;"
                                + " exit.profitLock.activation stands in line 5");
    }

    @Test
    void shouldJudgeDefaultsThatEveryTickerOverrides() {
        // Given
        String text =
                """
                defaults: {sizing: {unit: x}}
                assignments: [{ticker: SPY, sizing: {unit: 1}}]
                """;

        // Then
        assertThat(refused(text))
                .singleElement()
                .asString()
                .startsWith("line 1, column 27: sizing.unit is \"x\"");
    }

    @Test
    void shouldTakeATickersOwnTiersForThoseOfAll() {
        // Given
        String text =
                """
                defaults:
                  sizing:
                    unit: 100
                    tiers:
                      200: {unit: 50, maximum: 100}
                      1000.50: {unit: 5}
                assignments:
                  - ticker: SPY
                  - ticker: IBM
                    sizing: {tiers: {500: {unit: 10}}}
                  - ticker: BAC
                    sizing: {tiers: none}
                """;

        // When
        List<Assignment> assignments = read(text);

        // Then
        assertThat(assignments)
                .extracting(a ->
                        a.sizing().tiers().stream().map(tier -> tier.from().toString()).toList())
                .containsExactly(List.of("200", "1000.5"), List.of("500"), List.of());
    }

    static List<Arguments> problems() {
        return List.of(
                Arguments.of("", "line 1, column 1: the file has to be a mapping"),
                Arguments.of("- SPY\n", "line 1, column 1: the file has to be a mapping"),
                Arguments.of("defaults: {}\n", "line 1, column 1: assignments is missing"),
                Arguments.of(
                        "assignments: []\n", "line 1, column 14: assignments has to be a list"),
                Arguments.of(
                        "assignments: SPY\n", "line 1, column 14: assignments has to be a list"),
                Arguments.of(
                        "assignments: [SPY]\n",
                        "line 1, column 15: an assignment has to be a mapping"),
                Arguments.of(
                        "assignments:\n  - ticker: SPY\n   sizing: 1\n",
                        "line 3, column 4: this is not YAML"),
                Arguments.of(
                        "defaults: 5\nassignments: [{ticker: SPY}]\n",
                        "line 1, column 11: defaults has to be a mapping"),
                Arguments.of(
                        "defaults: {ticker: SPY}\nassignments: [{ticker: SPY}]\n",
                        "line 1, column 12: ticker cannot be a default"),
                Arguments.of(
                        "assignments: [{ticker: spy}]\n", "line 1, column 24: ticker is \"spy\""),
                Arguments.of(
                        "assignments: [{ticker: SPY, sizing: 5}]\n",
                        "line 1, column 29: sizing has keys of its own: maximum, tiers.*"),
                Arguments.of(
                        "assignments: [{ticker: SPY, sizing: {unit: [{a: 1}]}}]\n",
                        "line 1, column 44: sizing.unit is a list of more than words"),
                Arguments.of(
                        "assignments: [{ticker: SPY, ? [a] : 1}]\n",
                        "line 1, column 31: a key has to be a word"),
                Arguments.of(
                        "assignments: [{ticker: SPY, a: {b: {c: {d: {e: 1}}}}}]\n",
                        "line 1, column 41: a.b.c.d lies too deep"),
                Arguments.of(
                        "assignments:\n  - ticker: SPY\n    sizing: {unit: 1}\n    sizing: {unit: 2}\n",
                        "line 4, column 5: sizing stands here again; it was given in line 3"),
                Arguments.of(
                        "assignments: [{ticker: SPY, account: DU2}]\n",
                        "line 1, column 38: account is DU2; this stack trades DU1000001"),
                Arguments.of(
                        "assignments: [{ticker: SPY, stop: {onStop: flaten}}]\n",
                        "line 1, column 44: stop.onStop is \"flaten\"; right would be one of"),
                Arguments.of(
                        "assignments: [{ticker: SPY, nonsense: 5}]\n",
                        "line 1, column 29: there is no key nonsense; there are account, contract"));
    }

    static List<Arguments> problemsOfTiersAndTimes() {
        return List.of(
                Arguments.of(
                        "assignments: [{ticker: SPY, sizing: {tiers: {9: {unti: 5, unit: 1}}}}]\n",
                        "line 1, column 50: there is no key sizing.tiers.9.unti; did you mean"
                                + " sizing.tiers.*.unit?"),
                Arguments.of(
                        "assignments: [{ticker: SPY, sizing: {tiers: {9: {maximum: 5}}}}]\n",
                        "line 1, column 46: sizing.tiers.9.unit is missing; right would be a number"),
                Arguments.of(
                        "assignments: [{ticker: SPY, sizing: {tiers: [9]}}]\n",
                        "line 1, column 45: sizing.tiers is \"9\"; right would be tiers by price"),
                Arguments.of(
                        "assignments: [{ticker: SPY, hours: {flatBy: noon}}]\n",
                        "line 1, column 45: hours.flatBy is \"noon\"; right would be a time such as"));
    }

    @ParameterizedTest
    @MethodSource({"problems", "problemsOfTiersAndTimes"})
    void shouldSayWhereAndWhatWouldBeRight(String text, String problem) {
        // When
        List<String> problems = refused(text);

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).startsWith(problem);
    }

    @Test
    void shouldRefuseMoreTickersThanAGatewayHasClientIds() {
        // Given
        StringBuilder text = new StringBuilder("assignments:\n");
        IntStream.range(0, 32).forEach(i -> text.append("  - ticker: T").append(i).append('\n'));

        // When
        List<String> problems = refused(text.toString());

        // Then
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(
                        "line 33, column 5: 32 tickers are assigned; one gateway takes at most");
    }

    @Test
    void shouldRefuseAFileThatIsNotThere(@TempDir Path folder) throws IOException {
        // Given
        Path absent = folder.resolve("absent.yaml");
        Path notText = Files.write(folder.resolve("not.yaml"), new byte[] {(byte) 0xff, 0x00});

        // When
        AssignmentsFile.Outcome first = AssignmentsFile.read(absent, ACCOUNT);
        AssignmentsFile.Outcome second = AssignmentsFile.read(notText, ACCOUNT);

        // Then
        assertThat(List.of(first, second))
                .allSatisfy(outcome ->
                        assertThat(outcome)
                                .isInstanceOfSatisfying(
                                        AssignmentsFile.Outcome.Refused.class,
                                        refused ->
                                                assertThat(refused.problems())
                                                        .singleElement()
                                                        .asString()
                                                        .contains(
                                                                "give the path of a"
                                                                        + " file of"
                                                                        + " assignments")));
    }
}
