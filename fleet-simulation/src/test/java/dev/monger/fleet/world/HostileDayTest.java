package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.MongerState;
import dev.monger.schemas.Fill;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days on which TWS misbehaves, processes die and people interfere; then calm, and all is well. */
class HostileDayTest {

    private static final List<FaultKind> KINDS =
            List.of(
                    FaultKind.DUPLICATE_STATUS,
                    FaultKind.MISSING_STATUS,
                    FaultKind.EXECUTION_FIRST,
                    FaultKind.LATE_COMMISSION,
                    FaultKind.SWALLOWED_ORDER,
                    FaultKind.DROP_BEFORE_ORDER,
                    FaultKind.DROP_AFTER_ORDER);

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
            case 4 -> flapLink(day, chance);
            default -> day.types(chance.happens(1, 2) ? "SPY" : "IBM", chance.happens(1, 2), 30);
        }
    }

    private static void flapLink(Day day, Chance chance) {
        day.world
                .broker()
                .faults()
                .switchOn(
                        Fault.of(FaultKind.LINK_STORM)
                                .with("outageMillis", chance.between(1, 20) * 1000));
    }

    private static void fault(Day day, Chance chance) {
        FaultKind kind = KINDS.get((int) chance.between(0, KINDS.size() - 1));
        Fault fault =
                Fault.of(kind)
                        .with("perThousand", chance.between(200, 1000))
                        .with("times", chance.between(1, 4));
        long delayMillis = 1 + chance.between(0, 30) * 1000;
        day.world
                .broker()
                .faults()
                .switchOn(
                        kind == FaultKind.LATE_COMMISSION
                                ? fault.with("delayMillis", delayMillis)
                                : fault);
    }

    private static void calm(Day day) {
        day.world.broker().faults().calm();
        day.pass(150);
    }

    private static long ours(Day day) {
        return day.executions();
    }
}
