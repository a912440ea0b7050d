package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Quantity;
import dev.monger.schemas.ManualOrder;
import dev.monger.schemas.ManualOrderKind;
import dev.monger.schemas.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People trade at TWS while the fleet does. */
class HandsTest {

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void shouldTellATypedOrderOnceAndCountItsFill(long seed) {
        // Given
        Day day = Day.of(seed, "SPY", "IBM");
        day.pass(20);

        // When
        day.types("IBM", true, 40);
        day.pass(20);

        // Then
        assertThat(day.hands())
                .as("seed %d", seed)
                .filteredOn(order -> order.getKind() == ManualOrderKind.FILL)
                .extracting(ManualOrder::getExecId)
                .doesNotHaveDuplicates()
                .hasSize(day.executions());
        Position position = day.published("trading.positions", Position.class).getLast();
        assertThat(position.getTicker()).isEqualTo("IBM");
        assertThat(position.getManual()).isEqualByComparingTo("40");
        assertThat(position.getOwn()).isEqualByComparingTo("0");
        assertThat(day.held("IBM")).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
    void shouldLeaveNoOrderThatFillsAfterAPersonClosed(long seed) {
        // Given
        Day day = Day.of(seed, "SPY");
        day.tradeUntil("a position with its exits working", () -> settled(day));
        long own = day.held("SPY");

        // When
        day.types("SPY", false, own);
        day.passUntil("the person's order is filled", () -> day.held("SPY") == 0);
        int executions = day.executions();
        day.passUntil("our exits are gone", () -> day.workingOrders() == 0);
        day.pass(120);

        // Then
        assertThat(day.executions()).as("executions, seed %d", seed).isEqualTo(executions);
        assertThat(day.held("SPY")).isZero();
        assertThat(day.world.stateOf("SPY").ledger().own()).isEqualTo(Quantity.ZERO);
    }

    private static boolean settled(Day day) {
        return day.held("SPY") > 0
                && day.workingOrders() == 2
                && day.world.stateOf("SPY").book().liveEntries().isEmpty();
    }
}
