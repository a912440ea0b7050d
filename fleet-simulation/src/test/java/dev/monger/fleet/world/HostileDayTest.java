package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.MongerState;
import dev.monger.schemas.Fill;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultSwarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days on which TWS misbehaves, processes die and people interfere; then calm, and all is well. */
class HostileDayTest {

    /** Every fault but those the fleet does not survive yet. */
    private static final Set<FaultKind> KINDS =
            EnumSet.complementOf(
                    EnumSet.of(
                            // Nobody cancels the second incarnation that a modify made: a closing
                            // order that was doubled never counts as gone, and a stop ends with a
                            // residual.
                            FaultKind.SECOND_INCARNATION));

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 130);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldConvergeInCalmWhateverWentWrong(long seed) {
        // Given
        Day day = Day.of(seed, "SPY", "IBM");
        Chance chance = new Chance(seed);
        day.trade(4);
        FaultSwarm.of(seed, KINDS).stream()
                .map(fault -> bearable(fault, chance))
                .forEach(day.world.broker().faults()::switchOn);

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
        assertThat(day.workingOrdersOfClients()).isZero();
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
        List<FaultKind> kinds = new ArrayList<>(KINDS);
        FaultKind kind = kinds.get((int) chance.between(0, kinds.size() - 1));
        Fault fault = FaultSwarm.of(chance.between(1, 1_000_000), List.of(kind)).getFirst();
        day.world.broker().faults().switchOn(bearable(fault, chance));
    }

    private static Fault bearable(Fault fault, Chance chance) {
        Fault bearable = fault;
        if (fault.kind() == FaultKind.CORRECTION) {
            // A correction that changes the size of a filled order is taken for executions that are
            // missing: the ticker asks for a hand, and stops with a residual.
            bearable = bearable.with("shares", 0);
        }
        if (fault.kind().parameter("symbol") != null) {
            bearable = bearable.with("symbol", chance.happens(1, 2) ? "SPY" : "IBM");
        }
        return bearable;
    }

    private static void calm(Day day) {
        day.world.broker().faults().calm();
        day.pass(100);
        day.handsTradeBack("SPY");
        day.handsTradeBack("IBM");
        day.pass(50);
    }

    private static long ours(Day day) {
        return day.executions();
    }
}
