package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.BrokerOrder.Held;
import dev.monger.core.monger.OrderState.End;
import dev.monger.core.monger.OrderState.Ended;
import dev.monger.core.monger.OrderState.Ending;
import dev.monger.core.monger.OrderState.Signal;
import dev.monger.core.monger.OrderState.Submitted;
import dev.monger.core.monger.OrderState.Unknown;
import dev.monger.core.monger.OrderState.Working;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTableTest {

    private static final long NOW = 10_000_000_000L;
    private static final Submitted SUBMITTED = new Submitted(1);
    private static final Working WORKING = new Working(Held.NOT);
    private static final Ending ENDING = new Ending(Held.TRIGGER, 7);
    private static final Unknown UNKNOWN = new Unknown(3, 0, 3);
    private static final Unknown MISSED = new Unknown(3, 1, NOW - 2_000_000_000L);
    private static final Unknown JUST_MISSED = new Unknown(3, 1, NOW - 1_999_999_999L);
    private static final Ended FILLED = new Ended(End.FILLED, 4);
    private static final Ended CANCELLED = new Ended(End.CANCELLED, 4);

    private static final Signal ALIVE = new Signal.Alive(Held.PARENT);
    private static final Signal TOLD = new Signal.EndTold(End.CANCELLED);
    private static final Signal EXPECTED = new Signal.EndExpected(99);
    private static final Signal DOUBTED = new Signal.Doubted();
    private static final Signal MISSING = new Signal.Missing();
    private static final Signal NOT_SENT = new Signal.NotSent();

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(SUBMITTED, ALIVE, new Working(Held.PARENT)),
                Arguments.of(SUBMITTED, TOLD, new Ended(End.CANCELLED, NOW)),
                Arguments.of(SUBMITTED, EXPECTED, new Ending(Held.NOT, 99)),
                Arguments.of(SUBMITTED, DOUBTED, new Unknown(NOW, 0, NOW)),
                Arguments.of(SUBMITTED, MISSING, new Unknown(NOW, 1, NOW)),
                Arguments.of(SUBMITTED, NOT_SENT, new Ended(End.ABSENT, NOW)),
                Arguments.of(WORKING, ALIVE, new Working(Held.PARENT)),
                Arguments.of(WORKING, TOLD, new Ended(End.CANCELLED, NOW)),
                Arguments.of(WORKING, EXPECTED, new Ending(Held.NOT, 99)),
                Arguments.of(WORKING, DOUBTED, new Unknown(NOW, 0, NOW)),
                Arguments.of(WORKING, MISSING, new Unknown(NOW, 1, NOW)),
                Arguments.of(WORKING, NOT_SENT, WORKING),
                Arguments.of(ENDING, ALIVE, new Ending(Held.PARENT, 7)),
                Arguments.of(ENDING, TOLD, new Ended(End.CANCELLED, NOW)),
                Arguments.of(ENDING, EXPECTED, ENDING),
                Arguments.of(ENDING, DOUBTED, new Unknown(NOW, 0, NOW)),
                Arguments.of(ENDING, MISSING, new Unknown(NOW, 1, NOW)),
                Arguments.of(ENDING, NOT_SENT, new Unknown(NOW, 0, NOW)),
                Arguments.of(UNKNOWN, ALIVE, new Working(Held.PARENT)),
                Arguments.of(UNKNOWN, TOLD, new Ended(End.CANCELLED, NOW)),
                Arguments.of(UNKNOWN, EXPECTED, UNKNOWN),
                Arguments.of(MISSED, DOUBTED, new Unknown(3, 0, NOW)),
                Arguments.of(UNKNOWN, MISSING, new Unknown(3, 1, NOW)),
                Arguments.of(MISSED, MISSING, new Ended(End.ABSENT, NOW)),
                Arguments.of(JUST_MISSED, MISSING, JUST_MISSED),
                Arguments.of(UNKNOWN, NOT_SENT, new Ended(End.ABSENT, NOW)),
                Arguments.of(FILLED, ALIVE, FILLED),
                Arguments.of(CANCELLED, ALIVE, new Unknown(NOW, 0, NOW)),
                Arguments.of(FILLED, TOLD, FILLED),
                Arguments.of(CANCELLED, new Signal.EndTold(End.FILLED), new Ended(End.FILLED, 4)),
                Arguments.of(CANCELLED, new Signal.EndTold(End.REFUSED), new Ended(End.REFUSED, 4)),
                Arguments.of(CANCELLED, new Signal.EndTold(End.ABSENT), CANCELLED),
                Arguments.of(CANCELLED, EXPECTED, CANCELLED),
                Arguments.of(CANCELLED, DOUBTED, CANCELLED),
                Arguments.of(CANCELLED, MISSING, CANCELLED),
                Arguments.of(CANCELLED, NOT_SENT, CANCELLED));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldFollowTheTable(OrderState state, Signal signal, OrderState expected) {
        assertThat(state.after(signal, NOW)).isEqualTo(expected);
    }

    @Test
    void shouldHaveARowForEveryPair() {
        Map<String, Boolean> pairs = new LinkedHashMap<>();
        for (Class<?> state : leaves(OrderState.class)) {
            for (Class<?> signal : leaves(Signal.class)) {
                pairs.put(state.getSimpleName() + " " + signal.getSimpleName(), false);
            }
        }
        rows().map(Arguments::get)
                .forEach(row ->
                        pairs.put(
                                row[0].getClass().getSimpleName()
                                        + " "
                                        + row[1].getClass().getSimpleName(),
                                true));
        assertThat(pairs).doesNotContainValue(false).hasSize(30);
    }

    static List<Class<?>> leaves(Class<?> sealed) {
        return List.of(Objects.requireNonNull(sealed.getPermittedSubclasses()));
    }
}
