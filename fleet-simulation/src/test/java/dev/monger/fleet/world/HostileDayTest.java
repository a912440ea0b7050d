package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.MongerState;
import dev.monger.schemas.Fill;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultSpec;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days on which TWS misbehaves, processes die and people interfere; then calm, and all is well. */
class HostileDayTest {

    private static final long SECOND_NANOS = 1_000_000_000L;

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 140);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldConvergeInCalmWhateverWentWrong(long seed) {
        // Given
        Day day = Day.of(seed, "SPY", "IBM");
        Chance chance = new Chance(seed);
        day.trade(4);

        // When
        for (int blow = 0; blow < 12; blow++) {
            strike(day, chance);
            day.world.signal("SPY", chance.happens(2, 3));
            day.world.signal("IBM", chance.happens(2, 3));
            day.world.run(Duration.ofMillis(chance.between(20, 9000)));
        }
        calm(day);

        // Then
        assertThat(day.fills().stream().map(Fill::getExecutionFamily).distinct().count())
                .as("executions told, seed %d", seed)
                .isEqualTo(ours(day));
        for (String ticker : new String[] {"SPY", "IBM"}) {
            MongerState state = day.world.stateOf(ticker);
            assertThat(state.told().status())
                    .as("%s, seed %d", ticker, seed)
                    .isNotNull()
                    .matches(status -> status.reconciled(), "reconciled")
                    .matches(status -> status.unknownOrders() == 0, "nothing unknown")
                    .matches(status -> status.protectedPosition(), "protected");
        }
        day.stopFlat();
        assertThat(day.workingOrders()).isZero();
    }

    private static void strike(Day day, Chance chance) {
        switch ((int) chance.between(0, 5)) {
            case 0, 1 -> fault(day, chance);
            case 2 -> day.world.monger(chance.happens(1, 2) ? "SPY" : "IBM").kill();
            case 3 -> day.world.broker().restartFront();
            case 4 -> day.world.broker().flapLink(chance.between(1, 20) * SECOND_NANOS);
            default -> day.types(chance.happens(1, 2) ? "SPY" : "IBM", chance.happens(1, 2), 30);
        }
    }

    private static void fault(Day day, Chance chance) {
        FaultKind[] kinds = FaultKind.values();
        FaultKind kind = kinds[(int) chance.between(0, kinds.length - 2)];
        day.world
                .broker()
                .faults()
                .add(
                        new FaultSpec(
                                kind,
                                (int) chance.between(200, 1000),
                                chance.between(0, 30) * SECOND_NANOS,
                                (int) chance.between(1, 4)));
    }

    private static void calm(Day day) {
        for (FaultKind kind : FaultKind.values()) {
            day.world.broker().faults().remove(kind);
        }
        day.pass(150);
    }

    private static long ours(Day day) {
        return day.executions();
    }
}
