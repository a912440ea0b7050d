package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.front.Readings;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hears what, and both readings of what the sources leave open. */
class ReadingsTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSendCommissionsToStrangersByReading(boolean toAll) {
        // Given
        TwsSimulator simulator = simulator(new Readings(toAll, false, false, false, false));
        TwsClientFake owner = TwsClientFake.started(simulator, 7);
        TwsClientFake stranger = TwsClientFake.started(simulator, 8);

        // When
        owner.say(Desk.place(1, Desk.market("BUY", 10)));

        // Then
        assertThat(stranger.story().contains("commissionReport")).isEqualTo(toAll);
        assertThat(stranger.heard(OrderMessage.ExecDetails.class)).isEmpty();
        assertThat(owner.heard(OrderMessage.CommissionReport.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldShowUnboundOrdersToClientZeroByReading(boolean seen) {
        // Given
        TwsSimulator simulator =
                Desk.simulator(
                        FrontSettings.usual()
                                .withMasterClientId(5)
                                .withReadings(new Readings(false, seen, false, false, false)));
        TwsClientFake zero = TwsClientFake.started(simulator, 0);
        TwsClientFake master = TwsClientFake.started(simulator, 5);

        // When
        simulator.person().place("DU1234567", "IBM", typed());

        // Then
        assertThat(zero.story().isEmpty()).isEqualTo(!seen);
        assertThat(master.story()).contains("openOrder 0 Submitted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldShowOthersExecutionsByReading(boolean ownOnly) {
        // Given
        TwsSimulator simulator = simulator(new Readings(false, false, ownOnly, false, false));
        TwsClientFake.started(simulator, 7).say(Desk.place(1, Desk.market("BUY", 10)));
        TwsClientFake other = TwsClientFake.started(simulator, 8);
        TwsClientFake master = TwsClientFake.started(simulator, 0);

        // When
        other.say(new OrderRequest.RequestExecutions(1, ExecutionFilter.NONE));
        master.say(new OrderRequest.RequestExecutions(1, ExecutionFilter.NONE));

        // Then
        assertThat(other.heard(OrderMessage.ExecDetails.class)).hasSize(ownOnly ? 0 : 1);
        assertThat(master.heard(OrderMessage.ExecDetails.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldShowAnOrderHeldForLocateByReading(boolean inactive) {
        // Given
        TwsSimulator simulator = simulator(new Readings(false, false, false, inactive, false));
        simulator.person().setShortable("IBM", false);
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(Desk.place(1, Desk.limit("SELL", 10, 11000)));
        simulator.person().locate(simulator.backend().openOrders().getFirst().permId());

        // Then
        String held = inactive ? "Inactive" : "PreSubmitted";
        assertThat(client.story())
                .containsExactly(
                        "openOrder 1 " + held,
                        "orderStatus 1 " + held + " 0/10 locate",
                        "error 1 404",
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/10",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/10");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSayByReadingThatAPresetSetTheTimeInForce(boolean preset) {
        // Given
        TwsSimulator simulator = simulator(new Readings(false, false, false, false, preset));
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(Desk.place(1, Desk.limit("BUY", 10, 9000).timeInForce("")));
        client.say(Desk.place(2, Desk.limit("BUY", 10, 9000).timeInForce("GTC")));

        // Then
        assertThat(client.story().contains("error 1 10349")).isEqualTo(preset);
        assertThat(client.story()).doesNotContain("error 2 10349");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldBindWhatAPersonTypesByReading(boolean negative) {
        // Given
        TwsSimulator simulator = Desk.simulator(front(negative, false, true));
        TwsClientFake zero = TwsClientFake.started(simulator, 0);
        zero.say(new OrderRequest.RequestAutoOpenOrders(true));

        // When
        simulator.person().place("DU1234567", "IBM", typed());

        // Then
        assertThat(zero.heard(OrderMessage.OrderBound.class))
                .singleElement()
                .matches(bound -> bound.orderId() < 0 == negative && bound.orderId() != 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellTheMasterErrorsOfOthersByReading(boolean told) {
        // Given
        TwsSimulator simulator = Desk.simulator(front(true, told, true));
        TwsClientFake owner = TwsClientFake.started(simulator, 7);
        TwsClientFake master = TwsClientFake.started(simulator, 0);
        owner.say(Desk.place(1, Desk.limit("BUY", 10, 9000)));

        // When
        owner.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(master.story().contains("error 1 202")).isEqualTo(told);
        assertThat(owner.story()).contains("error 1 202");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRepeatTheLastStatusOfAFilledOrderByReading(boolean repeats) {
        // Given
        TwsSimulator simulator = Desk.simulator(front(true, false, repeats));
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(Desk.place(1, Desk.market("BUY", 10)));

        // Then
        assertThat(client.heard(OrderMessage.OrderStatus.class))
                .filteredOn(status -> status.status().equals("Filled"))
                .hasSize(repeats ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldShowACancelThatIsUnderWayByReading(boolean shown) {
        // Given
        TwsSimulator simulator = simulator(shown, false);
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        client.say(Desk.place(1, Desk.limit("BUY", 10, 9000)));

        // When
        client.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(client.story().contains("orderStatus 1 PendingCancel 0/10")).isEqualTo(shown);
        assertThat(client.story()).contains("orderStatus 1 Cancelled 0/10");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldCancelTheOthersOfAGroupByReading(boolean spreads) {
        // Given
        TwsSimulator simulator = simulator(false, spreads);
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        for (int id = 1; id <= 2; id++) {
            client.say(Desk.place(id, Desk.limit("BUY", 10, 9000).ocaGroup("g").ocaType(1)));
        }

        // When
        client.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(client.story().contains("orderStatus 2 Cancelled 0/10")).isEqualTo(spreads);
        assertThat(simulator.backend().openOrders()).hasSize(spreads ? 0 : 1);
    }

    @Test
    void shouldCountIdsThatAClientSawFromOthers() {
        // Given
        TwsSimulator simulator = simulator(Readings.USUAL);
        TwsClientFake owner = TwsClientFake.started(simulator, 7);
        TwsClientFake other = TwsClientFake.started(simulator, 8);
        owner.say(Desk.place(41, Desk.limit("BUY", 10, 9000)));

        // When
        other.say(new SessionRequest.RequestIds(1));
        other.say(new OrderRequest.RequestAllOpenOrders());
        other.say(new SessionRequest.RequestIds(1));
        other.say(Desk.place(41, Desk.limit("BUY", 10, 9000)));

        // Then
        assertThat(other.heard(SessionMessage.NextValidId.class))
                .containsExactly(
                        new SessionMessage.NextValidId(1), new SessionMessage.NextValidId(42));
        assertThat(other.story()).endsWith("error 41 103");
    }

    @Test
    void shouldNeitherBindNorCancelWhenReadOnly() {
        // Given
        TwsSimulator simulator =
                Desk.simulator(FrontSettings.usual().withReadOnly(true).withMasterClientId(-1));
        TwsClientFake zero = TwsClientFake.started(simulator, 0);
        simulator.person().place("DU1234567", "IBM", typed());

        // When
        zero.say(new OrderRequest.RequestOpenOrders());
        zero.say(new OrderRequest.RequestAutoOpenOrders(true));
        zero.say(OrderRequest.RequestGlobalCancel.PLAIN);

        // Then
        assertThat(zero.story())
                .containsExactly("error -1 321", "openOrderEnd", "error -1 321", "error -1 321");
        assertThat(simulator.front().boundOrders()).isZero();
        assertThat(simulator.backend().openOrders()).hasSize(1);
    }

    @Test
    void shouldTellCodesOfCancelsAndIdsApart() {
        // Given
        TwsSimulator simulator = simulator(Readings.USUAL);
        TwsClientFake owner = TwsClientFake.started(simulator, 7);
        TwsClientFake other = TwsClientFake.started(simulator, 8);
        owner.say(Desk.place(5, Desk.limit("BUY", 10, 9000)));
        owner.say(Desk.place(6, Desk.limit("BUY", 1_000_000, 9000)));
        other.heard.clear();
        owner.heard.clear();

        // When
        other.say(OrderRequest.CancelOrder.of(5));
        other.say(OrderRequest.CancelOrder.of(99));
        other.say(OrderRequest.CancelOrder.of(0));
        owner.say(OrderRequest.CancelOrder.of(6));
        owner.say(Desk.place(0, Desk.limit("BUY", 10, 9000)));

        // Then
        assertThat(other.story()).containsExactly("error 5 135", "error 99 10147", "error 0 10149");
        assertThat(owner.story()).containsExactly("error 6 161", "error 0 10149");
    }

    @Test
    void shouldRefuseTheThirtyThirdClient() {
        // Given
        TwsSimulator simulator = simulator(Readings.USUAL);
        for (int id = 0; id < 32; id++) {
            TwsClientFake.started(simulator, id);
        }

        // When
        TwsClientFake last = new TwsClientFake(simulator, 200);
        boolean refused = last.closed;

        // Then
        assertThat(refused).isTrue();
        assertThat(simulator.front().clientIds()).hasSize(32);
    }

    @Test
    void shouldDisconnectAClientByHand() {
        // Given
        TwsSimulator simulator = simulator(Readings.USUAL);
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        boolean done = simulator.person().disconnect(7);
        boolean again = simulator.person().disconnect(7);

        // Then
        assertThat(client.closed).isTrue();
        assertThat(done).isTrue();
        assertThat(again).isFalse();
    }

    private static TwsSimulator simulator(Readings readings) {
        return Desk.simulator(FrontSettings.usual().withReadings(readings));
    }

    private static FrontSettings front(
            boolean negativeBinding, boolean masterSeesErrors, boolean repeatsFilled) {
        FrontSettings usual = FrontSettings.usual();
        return new FrontSettings(
                usual.highestVersion(),
                usual.masterClientId(),
                usual.readOnly(),
                usual.mostClients(),
                negativeBinding,
                masterSeesErrors,
                repeatsFilled,
                usual.timing(),
                usual.readings(),
                usual.mostLines());
    }

    private static TwsSimulator simulator(boolean pendingCancel, boolean cancelSpreads) {
        BackendSettings usual = BackendSettings.usual();
        return Desk.simulator(
                SimulatorSettings.usual(1)
                        .withBackend(
                                new BackendSettings(
                                        usual.accounts(),
                                        usual.startCashE8(),
                                        usual.commission(),
                                        usual.brackets(),
                                        new BackendSettings.Oca(
                                                cancelSpreads, usual.oca().unblockedDelayNanos()),
                                        usual.notShortable(),
                                        usual.marginPercent(),
                                        usual.mostOrdersPerSide(),
                                        pendingCancel,
                                        usual.latency())));
    }

    private static OrderTerms typed() {
        return new OrderTerms(
                true,
                10,
                OrderKind.LIMIT,
                OrderTerms.Prices.limit(9000 * Desk.CENT),
                OrderTerms.Life.GTC,
                "",
                0,
                "");
    }
}
