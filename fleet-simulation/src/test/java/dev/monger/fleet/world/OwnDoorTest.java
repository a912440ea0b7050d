package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.schemas.CommandKind;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A monger is commanded by its own HTTP, past the manager. */
class OwnDoorTest {

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83, 84})
    void shouldStayStoppedUntilTheOperatorStartsIt(long seed) {
        // Given
        Day day = Day.of(seed, "SPY");
        day.tradeUntil("a position", () -> day.held("SPY") > 0);

        // When
        day.world.commandMonger("door-1", CommandKind.STOP, "SPY", Duration.ofSeconds(60));
        day.passUntil("its process ended", () -> !day.world.monger("SPY").alive());
        day.pass(60);

        // Then
        assertThat(day.world.monger("SPY").alive()).as("alive again, seed %d", seed).isFalse();
        assertThat(day.held("SPY")).isZero();
        assertThat(day.workingOrders()).isZero();

        // When
        day.world.command("start-1", CommandKind.START, "SPY", Duration.ofSeconds(30));

        // Then
        day.tradeUntil("trading again", () -> day.held("SPY") > 0);
    }
}
