package dev.monger.simulator.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.venue.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The calendar rolls over days: orders for the day end, P&L and volume begin anew. */
class DayTest {

    @Test
    void shouldRollTheDayAtMidnightWhenTheExchangeNeverCloses() {
        // Given
        Scene scene = new Scene(BackendSettings.usual());
        scene.quote(10000, 500, 10001, 500);
        scene.print(10000, 100);
        scene.place(Scene.market(true, 100));
        scene.print(10050, 100);
        BrokerOrder day = scene.place(Scene.limit(true, 10, 9000).withLife(OrderTerms.Life.DAY));
        BrokerOrder lasting = scene.place(Scene.limit(true, 10, 9000));
        long before = scene.backend.books("DU1234567").dailyE8();

        // When
        scene.passUntil("2026-11-25T00:00");

        // Then
        Market ibm = scene.backend.market(Scene.IBM);
        assertThat(day.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(lasting.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(before).isEqualTo((100 * 49 - 100) * Scene.CENT);
        assertThat(scene.backend.books("DU1234567").dailyE8()).isZero();
        assertThat(scene.backend.books("DU1234567").unrealizedE8()).isEqualTo(before);
        assertThat(ibm.volumeShares()).isZero();
        assertThat(ibm.closeE8()).isEqualTo(10050 * Scene.CENT);
        assertThat(scene.told).contains("day 2026-11-25");
    }

    @Test
    void shouldTakeTheDaysCloseFromRegularHours() {
        // Given
        Scene scene = new Scene(BackendSettings.usual(), false);
        scene.print(10000, 100);

        // When
        scene.passUntil("2026-11-24T18:00");
        scene.print(10500, 100);
        scene.passUntil("2026-11-25T04:00");

        // Then
        assertThat(scene.backend.market(Scene.IBM).closeE8()).isEqualTo(10000 * Scene.CENT);
    }

    @Test
    void shouldEndOrdersForTheDayThatPassedWhileTheProcessWasAway() {
        // Given
        Scene first = new Scene(BackendSettings.usual());
        first.quote(10000, 500, 10001, 500);
        BrokerOrder day = first.place(Scene.limit(true, 10, 9000).withLife(OrderTerms.Life.DAY));
        BrokerOrder lasting = first.place(Scene.limit(true, 10, 9000));
        BackendMemory memory = new BackendMemory();
        memory.read(BackendMemory.line(first.backend.books("DU1234567")));
        memory.read(BackendMemory.line(day));
        memory.read(BackendMemory.line(lasting));
        Scene second = new Scene(BackendSettings.usual());
        second.passUntil("2026-11-25T10:00");

        // When
        second.backend.restore(memory);

        // Then
        assertThat(status(second, day)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(status(second, lasting)).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(second.backend.books("DU1234567").day()).hasToString("2026-11-25");
    }

    @Test
    void shouldRememberEveryTermOfAnOrder() {
        // Given
        Scene first = new Scene(BackendSettings.usual());
        OrderTerms.Start start =
                new OrderTerms.Start(
                        Scene.START + 1,
                        List.of(new Condition.Execution(false, "SPY")),
                        true,
                        false);
        OrderTerms.Prices prices = new OrderTerms.Prices(0, 0, 0, 150_000_000L, 4, Scene.CENT);
        BrokerOrder order =
                first.place(
                        Scene.terms(true, 10, OrderKind.TRAIL_LIMIT, prices)
                                .starting(start, true)
                                .inGroup("g\tx", 2));
        BackendMemory memory = new BackendMemory();
        memory.read(BackendMemory.line(order));
        memory.read(BackendMemory.noteLine("a", "b\nc"));
        Scene second = new Scene(BackendSettings.usual());

        // When
        second.backend.restore(memory);

        // Then
        assertThat(found(second, order).terms()).isEqualTo(order.terms());
        assertThat(memory.notes()).containsEntry("a", "b\nc");
    }

    @Test
    void shouldChargeByTierMinimumAndMaximum() {
        // Given
        Commission list =
                new Commission(
                        List.of(new Commission.Tier(0, 500_000), new Commission.Tier(600, 200_000)),
                        100_000_000L,
                        100);
        Scene scene = new Scene(BackendSettings.usual().withCommission(list));
        List<Long> charged = new ArrayList<>();

        // When
        scene.quote(10000, 100_000, 10001, 100_000);
        charged.add(scene.place(Scene.market(true, 100)).commissionE8());
        charged.add(scene.place(Scene.market(true, 500)).commissionE8());
        charged.add(scene.place(Scene.market(true, 1000)).commissionE8());
        scene.quote(99, 100_000, 100, 100_000);
        charged.add(scene.place(Scene.market(true, 10)).commissionE8());

        // Then
        assertThat(charged).containsExactly(100_000_000L, 250_000_000L, 200_000_000L, 10_000_000L);
    }

    private static OrderStatus status(Scene scene, BrokerOrder order) {
        return found(scene, order).status();
    }

    private static BrokerOrder found(Scene scene, BrokerOrder order) {
        return Objects.requireNonNull(scene.backend.order(order.permId()));
    }
}
