package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.journal.ReplayComparison;
import dev.monger.schemas.Fill;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fleet trades, is killed and stops; its invariants are checked at each step. */
class FleetDayTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldTradeAndStopFlat(long seed) {
        // Given
        Day day = Day.of(seed, "SPY", "IBM");

        // When
        day.trade(60);
        day.stopFlat();

        // Then
        assertThat(day.fills().stream().map(Fill::getTicker).distinct())
                .as("tickers with fills, seed %d", seed)
                .containsExactlyInAnyOrder("SPY", "IBM");
        assertThat(day.held("SPY")).isZero();
        assertThat(day.held("IBM")).isZero();
        assertThat(day.workingOrders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void shouldComeBackFromAKillWithoutLosingOrDoublingAnything(long seed) {
        // Given
        Day day = Day.of(seed, "SPY");
        Chance chance = new Chance(seed);
        day.trade(10);

        // When
        for (int kill = 0; kill < 5; kill++) {
            day.world.signal("SPY", true);
            day.world.run(Duration.ofMillis(chance.between(1, 400)));
            day.world.monger("SPY").kill();
            day.trade(6);
        }
        day.stopFlat();

        // Then
        assertThat(day.held("SPY")).isZero();
        assertThat(day.workingOrders()).isZero();
        assertThat(day.fills().stream().map(Fill::getExecutionFamily).distinct().count())
                .isEqualTo(day.executions());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void shouldGoOnWhenPortfolioAndManagerComeBack(long seed) {
        // Given
        Day day = Day.of(seed, "SPY", "IBM");
        day.tradeUntil("a position", () -> day.held("SPY") > 0);

        // When
        day.world.house("portfolio").kill();
        day.world.house("manager").kill();
        day.pass(7);
        int executions = day.executions();
        day.world.signal("SPY", true);
        day.world.signal("IBM", true);
        day.pass(1);
        long opened =
                day.world.broker().backend().executions().stream()
                        .skip(executions)
                        .filter(execution -> execution.trade().buy())
                        .count();
        day.world.restart("portfolio");
        day.world.restart("manager");
        day.trade(20);
        day.stopFlat();

        // Then
        assertThat(opened).as("entries without a permit, seed %d", seed).isZero();
        assertThat(day.executions()).isGreaterThan(executions);
        assertThat(day.held("SPY")).isZero();
        assertThat(day.fills().stream().map(Fill::getExecutionFamily).distinct().count())
                .isEqualTo(day.executions());
    }

    /** A day with two kills, so that a session's end and the next one's begin are in it too. */
    private static House dayWithKills(long seed) {
        Day day = Day.of(seed, "SPY");
        day.trade(20);
        for (int kill = 0; kill < 2; kill++) {
            day.world.monger("SPY").kill();
            day.trade(10);
        }
        assertThat(day.fills()).isNotEmpty();
        return day.world.monger("SPY");
    }

    @Test
    void shouldKeepTheSameJournalForTheSameSeed() {
        // Given
        byte[] once = dayWithKills(99).journal().bytes();

        // When
        byte[] again = dayWithKills(99).journal().bytes();

        // Then
        assertThat(again).isEqualTo(once);
        assertThat(dayWithKills(98).journal().bytes()).isNotEqualTo(once);
    }

    @Test
    void shouldReplayAJournalWithoutADifference() {
        // Given
        House house = dayWithKills(7);

        // When
        ReplayComparison.Report report = house.journal().replay(house.twin());

        // Then
        assertThat(report.differences()).isZero();
        assertThat(report.steps()).isGreaterThan(500);
    }
}
