package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.front.DraftDesk;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that TWS holds until somebody transmits them. */
class DraftsTest {
    private final TwsSimulator simulator = Desk.simulator(FrontSettings.usual());

    @Test
    void shouldLetAPersonTransmitWhatAClientLeftBehind() {
        // Given
        TwsClientFake before = TwsClientFake.started(simulator, 7);
        before.say(Desk.place(1, Desk.limit("BUY", 100, 9000).transmit(false)));
        before.say(Desk.place(2, Desk.limit("SELL", 100, 11000).parentId(1).transmit(false)));
        before.hangUp();
        TwsClientFake after = TwsClientFake.started(simulator, 7);

        // When
        DraftDesk.Draft draft = simulator.front().drafts().all().getFirst();
        PlaceOutcome outcome = simulator.person().transmit(draft);

        // Then
        assertThat(outcome).isInstanceOf(PlaceOutcome.Taken.class);
        assertThat(after.story())
                .containsExactly(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/100",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/100",
                        "openOrder 2 PreSubmitted",
                        "orderStatus 2 PreSubmitted 0/100 child");
    }

    @Test
    void shouldTransmitThePersonsChangeOfADraft() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        client.say(Desk.place(1, Desk.limit("BUY", 100, 9000).transmit(false)));
        DraftDesk.Draft draft = simulator.front().drafts().all().getFirst();

        // When
        Person.Typed changed = simulator.person().change(draft, draft.terms().withShares(40));
        Person.Typed refused =
                simulator
                        .person()
                        .change(
                                draft,
                                draft.terms().withPrices(OrderTerms.Prices.limit(900_000_001L)));
        simulator.person().transmit(((Person.Typed.Held) changed).draft());

        // Then
        assertThat(refused).isInstanceOf(Person.Typed.Refused.class);
        assertThat(simulator.backend().openOrders())
                .singleElement()
                .extracting(BrokerOrder::remainingShares)
                .isEqualTo(40L);
    }

    @Test
    void shouldTellTheClientWhenAPersonThrowsItsDraftAway() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        client.say(Desk.place(1, Desk.limit("BUY", 100, 9000).transmit(false)));

        // When
        simulator.person().discard(simulator.front().drafts().all().getFirst());

        // Then
        assertThat(client.story()).containsExactly("error 1 202");
        assertThat(simulator.backend().allOrders()).isEmpty();
    }

    @Test
    void shouldHoldWhatAPersonTypesUntilItIsTransmittedAndForgetItWithTws() {
        // Given
        TwsClientFake master = TwsClientFake.started(simulator, 0);
        OrderTerms terms =
                new OrderTerms(
                        true,
                        10,
                        OrderKind.LIMIT,
                        OrderTerms.Prices.limit(9000 * Desk.CENT),
                        OrderTerms.Life.GTC,
                        "",
                        0,
                        "");
        simulator.person().type("DU1234567", "IBM", terms);
        simulator.person().type("DU1234567", "IBM", terms);

        // When
        simulator.person().transmit(simulator.front().drafts().all().getFirst());
        simulator.restartFront();

        // Then
        assertThat(master.story())
                .startsWith("openOrder 0 PreSubmitted", "orderStatus 0 PreSubmitted 0/10")
                .hasSize(4);
        assertThat(simulator.front().drafts().all()).isEmpty();
        assertThat(simulator.backend().openOrders()).hasSize(1);
    }

    @Test
    void shouldReplaceADraftSentAgainUnderItsId() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        client.say(Desk.place(1, Desk.limit("BUY", 100, 9000).transmit(false)));

        // When
        client.say(Desk.place(1, Desk.limit("BUY", 60, 9001)));

        // Then
        assertThat(client.story())
                .containsExactly(
                        "openOrder 1 PreSubmitted",
                        "orderStatus 1 PreSubmitted 0/60",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 0/60");
        assertThat(simulator.front().drafts().all()).isEmpty();
    }

    @Test
    void shouldNotShowDraftsAmongOpenOrders() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        client.say(Desk.place(1, Desk.limit("BUY", 100, 9000).transmit(false)));

        // When
        client.say(new OrderRequest.RequestOpenOrders());
        client.say(OrderRequest.CancelOrder.of(1));

        // Then
        assertThat(client.story()).isEqualTo(List.of("openOrderEnd", "error 1 202"));
    }
}
