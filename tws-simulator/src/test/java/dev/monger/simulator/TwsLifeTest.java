package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.OrderStatus;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderRequest;
import org.junit.jupiter.api.Test;

/** TWS ends, starts and asks for a confirmed login, while the broker goes on. */
class TwsLifeTest {
    private final TwsSimulator simulator = Desk.simulator(FrontSettings.usual());

    @Test
    void shouldTradeWhileTwsIsAwayAndTellItAfterwards() {
        // Given
        TwsClientFake before = TwsClientFake.started(simulator, 7);
        before.say(Desk.place(1, Desk.limit("BUY", 100, 9990)));

        // When
        simulator.stopFront();
        TwsClientFake refused = new TwsClientFake(simulator, 200);
        Desk.quote(simulator, 9980);
        OrderStatus meanwhile = simulator.backend().allOrders().getFirst().status();
        simulator.startFront(false);
        TwsClientFake after = TwsClientFake.started(simulator, 7);
        after.say(new OrderRequest.RequestOpenOrders());
        after.say(new OrderRequest.RequestExecutions(3, ExecutionFilter.NONE));

        // Then
        assertThat(before.closed).isTrue();
        assertThat(refused.closed).isTrue();
        assertThat(meanwhile).isEqualTo(OrderStatus.FILLED);
        assertThat(after.story())
                .containsExactly("openOrderEnd", "execDetails 1 100", "commissionReport");
    }

    @Test
    void shouldTakeNobodyBeforeTheLoginIsConfirmed() {
        // Given
        simulator.stopFront();
        simulator.startFront(true);

        // When
        TwsClientFake early = new TwsClientFake(simulator, 200);
        simulator.advanceTo(Desk.START + 179 * Desk.SECOND);
        boolean confirmed = simulator.confirmLogin();
        TwsClientFake later = TwsClientFake.started(simulator, 7);

        // Then
        assertThat(early.closed).isTrue();
        assertThat(confirmed).isTrue();
        assertThat(later.closed).isFalse();
    }

    @Test
    void shouldGiveUpALoginThatIsNotConfirmedInThreeMinutes() {
        // Given
        simulator.stopFront();
        simulator.startFront(true);

        // When
        simulator.advanceTo(Desk.START + 180 * Desk.SECOND);
        boolean confirmed = simulator.confirmLogin();

        // Then
        assertThat(confirmed).isFalse();
        assertThat(simulator.life().state()).isEqualTo(TwsLife.State.STOPPED);
    }

    @Test
    void shouldChangeNothingByStartingWhatRuns() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        simulator.startFront(true);

        // Then
        assertThat(simulator.life().state()).isEqualTo(TwsLife.State.RUNNING);
        assertThat(client.closed).isFalse();
    }
}
