package dev.monger.simulator.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MishapsTest {
    private static final String ACCOUNT = "DU1234567";

    private final Scene scene = new Scene(BackendSettings.usual());

    @Test
    void shouldKeepDoubledOrdersAndCorrectionsOverARestart() {
        // Given
        scene.quote(10000, 300, 10001, 300);
        BrokerOrder old = scene.place(Scene.limit(true, 100, 9990), 0);
        BrokerOrder young =
                taken(mishaps().secondIncarnation(old, scene.ibm, Scene.limit(true, 100, 9991)));
        scene.place(Scene.market(true, 100), 0);
        mishaps().correct(scene.backend.executions().getFirst(), 2, -40);

        // When
        Scene later = new Scene(BackendSettings.usual());
        BackendMemory memory = new BackendMemory();
        Stream.concat(
                        scene.backend.allOrders().stream().map(BackendMemory::line),
                        scene.backend.revisions().stream().map(BackendMemory::line))
                .forEach(memory::read);
        later.backend.restore(memory);
        int orderId = young.origin().orderId();
        BrokerOrder first = Objects.requireNonNull(later.backend.order(7, orderId));
        boolean cancelled = later.backend.cancel(first, "");
        BrokerOrder second = Objects.requireNonNull(later.backend.order(7, orderId));

        // Then
        assertThat(first.permId()).isEqualTo(young.permId());
        assertThat(cancelled).isTrue();
        assertThat(second.permId()).isEqualTo(old.permId());
        assertThat(later.backend.executions()).isEqualTo(scene.backend.executions()).hasSize(1);
        assertThat(later.backend.executions().getFirst().execId()).endsWith(".02");
        assertThat(later.backend.revisions()).hasSize(2);
    }

    @Test
    void shouldCorrectTheLatestRevisionAndKeepTheBooksExact() {
        // Given
        scene.quote(10000, 300, 10001, 300);
        scene.place(Scene.market(true, 100), 0);
        Execution execution = scene.backend.executions().getFirst();

        // When
        mishaps().correct(execution, 1, 0);
        mishaps().correct(execution, 1, -10);
        mishaps().correct(execution, 0, -500);

        // Then
        assertThat(scene.backend.revisions())
                .extracting(one -> one.execId().substring(one.execId().length() - 3))
                .containsExactly(".01", ".02", ".03", ".04");
        AccountBooks books = scene.backend.books(ACCOUNT);
        Execution last = scene.backend.executions().getFirst();
        assertThat(last.trade().shares()).isEqualTo(1);
        assertThat(last.trade().priceE8()).isEqualTo(10003 * Scene.CENT);
        assertThat(books.shares(scene.ibm.conId())).isEqualTo(1);
        assertThat(books.cashE8())
                .isEqualTo(
                        books.startCashE8()
                                - last.trade().priceE8()
                                - last.charge().commissionE8());
        assertThat(books.realizedE8()).isZero();
    }

    @Test
    void shouldLeaveDeadOrdersAloneThatHaveNothingLeft() {
        // Given
        scene.quote(10000, 300, 10001, 300);
        BrokerOrder filled = scene.place(Scene.market(true, 100), 0);
        BrokerOrder live = scene.place(Scene.limit(true, 100, 9000), 0);

        // When
        mishaps().fillAfterCancel(filled, 100);
        mishaps().fillAfterCancel(live, 100);
        mishaps().rejectRemainder(filled);

        // Then
        assertThat(scene.backend.executions()).hasSize(1);
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(live.isLive()).isTrue();
    }

    @Test
    void shouldRefuseASecondIncarnationAsItRefusesTheChange() {
        // Given
        scene.quote(10000, 300, 10001, 300);
        BrokerOrder order = scene.place(Scene.limit(true, 100, 9000), 0);

        // When
        PlaceOutcome outcome =
                mishaps().secondIncarnation(order, scene.ibm, Scene.limit(false, 100, 9000));

        // Then
        assertThat(outcome).isInstanceOf(PlaceOutcome.Refused.class);
        assertThat(scene.backend.allOrders()).isEqualTo(List.of(order));
    }

    private Mishaps mishaps() {
        return scene.backend.mishaps();
    }

    private static BrokerOrder taken(PlaceOutcome outcome) {
        return ((PlaceOutcome.Taken) outcome).order();
    }
}
