package dev.monger.simulator.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.venue.Quote;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StartsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long ONE_E8 = 100_000_000L;
    private static final int SPY = 756733;

    private final Scene scene = new Scene(BackendSettings.usual());

    @BeforeEach
    void openTheMarket() {
        scene.quote(18100, 500, 18101, 500);
        scene.print(18100, 100);
    }

    static Stream<Arguments> conditions() {
        long close = 182 * ONE_E8 * 997 / 1000 / Scene.CENT * Scene.CENT;
        long percent = (18300 * Scene.CENT - close) * 10_000 / close * 1_000_000;
        return Stream.of(
                Arguments.of(
                        "price", new Condition.Price(true, true, 18300 * Scene.CENT, Scene.IBM, 0)),
                Arguments.of(
                        "bid", new Condition.Price(true, true, 18290 * Scene.CENT, Scene.IBM, 4)),
                Arguments.of("time", new Condition.Time(true, true, Scene.START + SECOND)),
                Arguments.of("volume", new Condition.Volume(true, true, 150, Scene.IBM)),
                Arguments.of("change", new Condition.PercentChange(true, true, percent, Scene.IBM)),
                Arguments.of("execution", new Condition.Execution(true, "IBM")),
                Arguments.of("margin", new Condition.Margin(true, false, 97)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void shouldWorkOnceItsConditionHasHeld(String name, Condition condition) {
        // Given
        BrokerOrder order = scene.place(waiting(conditions(condition), false));
        OrderStatus before = order.status();

        // When
        scene.place(Scene.market(true, 500));
        scene.backend.advanceTo(Scene.START + SECOND);
        scene.print(18300, 50);
        if (name.equals("bid")) {
            scene.quote(18290, 500, 18299, 500);
        }
        OrderStatus after = order.status();
        scene.print(18100, 1);

        // Then
        assertThat(before).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(after).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void shouldJoinConditionsFromLeftToRight() {
        // Given
        Condition never = new Condition.Volume(true, true, 1_000_000, Scene.IBM);
        Condition neverOr = new Condition.Volume(false, true, 1_000_000, Scene.IBM);
        Condition always = new Condition.Volume(true, true, 1, Scene.IBM);

        // When
        BrokerOrder and = scene.place(waiting(conditions(never, always), false));
        BrokerOrder or = scene.place(waiting(conditions(neverOr, always), false));

        // Then
        assertThat(and.status()).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(or.status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void shouldWaitForAnotherInstrument() {
        // Given
        BrokerOrder order =
                scene.place(
                        waiting(
                                conditions(
                                        new Condition.Price(
                                                true, true, 45_000 * Scene.CENT, SPY, 4)),
                                false));
        OrderStatus before = order.status();

        // When
        scene.venue.force(
                SPY,
                new Quote(45_000 * Scene.CENT, 100, 45_001 * Scene.CENT, 100),
                false,
                scene.backend.venueListener());

        // Then
        assertThat(before).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void shouldCancelByConditionWhatWorksUntilThen() {
        // Given
        BrokerOrder order =
                scene.place(
                        waiting(
                                conditions(
                                        new Condition.Price(
                                                true, true, 18300 * Scene.CENT, Scene.IBM, 0)),
                                true));
        OrderStatus before = order.status();

        // When
        scene.print(18300, 10);

        // Then
        assertThat(before).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void shouldNotWorkBeforeItsTime() {
        // Given
        OrderTerms.Start later =
                new OrderTerms.Start(Scene.START + 5 * SECOND, List.of(), false, false);
        BrokerOrder order = scene.place(Scene.limit(true, 100, 17000).starting(later, false));

        // When
        scene.backend.advanceTo(Scene.START + 5 * SECOND - 1);
        OrderStatus before = order.status();
        scene.backend.advanceTo(Scene.START + 5 * SECOND);

        // Then
        assertThat(before).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void shouldComeBackFromItsText() {
        // Given
        List<Condition> all =
                conditions().map(arguments -> (Condition) arguments.get()[1]).toList();

        // When
        List<Condition> read = Condition.of(Condition.text(all));

        // Then
        assertThat(read).isEqualTo(all);
        assertThat(Condition.of("")).isEmpty();
    }

    private static List<Condition> conditions(Condition... conditions) {
        return List.of(conditions);
    }

    private static OrderTerms waiting(List<Condition> conditions, boolean cancels) {
        return Scene.limit(true, 100, 17000)
                .starting(new OrderTerms.Start(0, conditions, false, cancels), false);
    }
}
