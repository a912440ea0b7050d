package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with sessions. */
class SessionFaultsTest {

    private final FaultStage stage = new FaultStage();

    @Test
    @Shows(FaultKind.GHOST_SESSION)
    void shouldKeepTheIdOfASessionThatEnded() {
        // Given
        TwsClientFake client = stage.client(7);
        stage.on(FaultKind.GHOST_SESSION);
        client.hangUp();

        // When
        stage.pass(14_999);
        TwsClientFake early = new TwsClientFake(stage.simulator, 200);
        early.say(new SessionRequest.StartApi(7, ""));
        TwsClientFake other = stage.client(8);
        stage.pass(1);
        TwsClientFake after = stage.client(7);

        // Then
        assertThat(early.story()).containsExactly("error -1 326");
        assertThat(early.closed).isTrue();
        assertThat(other.closed).isFalse();
        assertThat(after.closed).isFalse();
    }

    @Test
    @Shows(FaultKind.SILENT_HANDSHAKE)
    void shouldAcceptAndNeverAnswer() {
        // Given
        stage.on(Fault.of(FaultKind.SILENT_HANDSHAKE).once());

        // When
        TwsClientFake deaf = new TwsClientFake(stage.simulator, 200);
        deaf.say(new SessionRequest.StartApi(7, ""));
        TwsClientFake next = stage.client(7);

        // Then
        assertThat(deaf.greeting).isEmpty();
        assertThat(deaf.heard).isEmpty();
        assertThat(deaf.closed).isFalse();
        assertThat(next.greeting).isNotEmpty();
    }

    @Test
    @Shows(FaultKind.SILENT_SESSION)
    void shouldCompleteTheHandshakeAndNeverAnswerARequest() {
        // Given
        stage.on(Fault.of(FaultKind.SILENT_SESSION).once());
        TwsClientFake client = new TwsClientFake(stage.simulator, 200);
        client.say(new SessionRequest.StartApi(7, ""));
        List<ServerMessage> greeted = List.copyOf(client.heard);

        // When
        client.say(new SessionRequest.RequestCurrentTime());
        stage.buys(client, 1, 100);
        stage.pass(60_000);

        // Then
        assertThat(greeted).contains(new SessionMessage.NextValidId(1));
        assertThat(client.heard).isEqualTo(greeted);
        assertThat(client.closed).isFalse();
        assertThat(stage.held()).isZero();
    }

    @Test
    @Shows(FaultKind.SILENT_SESSION)
    void shouldNeverAnswerTheStartOrFallSilentLater() {
        // Given
        stage.on(Fault.of(FaultKind.SILENT_SESSION).with("from", "handshake").once());
        TwsClientFake never = new TwsClientFake(stage.simulator, 200);
        never.say(new SessionRequest.StartApi(7, ""));
        stage.on(Fault.of(FaultKind.SILENT_SESSION).with("afterMillis", 5000).once());
        TwsClientFake later = stage.client(8);

        // When
        stage.pass(4999);
        later.say(new SessionRequest.RequestCurrentTime());
        stage.pass(1);
        later.say(new SessionRequest.RequestCurrentTime());

        // Then
        assertThat(never.greeting).isNotEmpty();
        assertThat(never.heard).isEmpty();
        assertThat(later.heard).hasSize(1);
    }

    @Test
    @Shows(FaultKind.MISSING_END)
    void shouldNeverEndAList() {
        // Given
        TwsClientFake client = stage.client(7);
        stage.buys(client, 1, 100);
        client.heard.clear();
        stage.on(Fault.of(FaultKind.MISSING_END).with("list", "positions"));

        // When
        client.say(new AccountRequest.RequestPositions());
        client.say(new OrderRequest.RequestOpenOrders());
        stage.on(FaultKind.MISSING_END);
        client.say(new OrderRequest.RequestOpenOrders());
        client.say(new OrderRequest.RequestExecutions(3, ExecutionFilter.NONE));
        client.say(new OrderRequest.RequestCompletedOrders(false));

        // Then
        assertThat(client.heard(AccountMessage.Position.class)).hasSize(1);
        assertThat(client.heard(AccountMessage.PositionEnd.class)).isEmpty();
        assertThat(client.heard(OrderMessage.OpenOrderEnd.class)).hasSize(1);
        assertThat(client.heard(OrderMessage.ExecDetailsEnd.class)).isEmpty();
        assertThat(client.heard(OrderMessage.CompletedOrdersEnd.class)).isEmpty();
    }

    @Test
    @Shows(FaultKind.PACING_DELAY)
    void shouldLetMessagesAboveTheRateWait() {
        // Given
        TwsClientFake client = stage.client(7);
        stage.on(Fault.of(FaultKind.PACING_DELAY).with("perSecond", 3));

        // When
        for (int i = 0; i < 7; i++) {
            client.say(new SessionRequest.RequestIds(1));
        }
        int atOnce = client.heard.size();
        stage.pass(999);
        int before = client.heard.size();
        stage.pass(1);
        int afterOne = client.heard.size();
        stage.pass(1000);

        // Then
        assertThat(List.of(atOnce, before, afterOne, client.heard.size()))
                .containsExactly(3, 3, 6, 7);
        assertThat(client.story()).isEmpty();
    }

    @Test
    @Shows(FaultKind.PACING_REJECT)
    void shouldRefuseMessagesAboveTheRateAndEndTheSession() {
        // Given
        TwsClientFake client = stage.client(7);
        stage.on(FaultKind.PACING_REJECT);

        // When
        for (int i = 0; i < 52; i++) {
            client.say(new SessionRequest.RequestIds(1));
        }
        boolean open = !client.closed;
        stage.pass(1000);
        for (int i = 0; i < 51; i++) {
            client.say(new SessionRequest.RequestIds(1));
        }

        // Then
        assertThat(open).isTrue();
        assertThat(client.heard(SessionMessage.NextValidId.class)).hasSize(100);
        assertThat(client.story()).containsExactly("error -1 100", "error -1 100", "error -1 100");
        assertThat(client.closed).isTrue();
    }

    @Test
    @Shows(FaultKind.PACING_REJECT)
    void shouldCountTheMessagesOfAllSessionsTogether() {
        // Given
        TwsClientFake one = stage.client(7);
        TwsClientFake other = stage.client(8);
        stage.on(Fault.of(FaultKind.PACING_REJECT).with("scope", "gateway").with("perSecond", 2));

        // When
        one.say(new SessionRequest.RequestIds(1));
        one.say(new SessionRequest.RequestIds(1));
        other.say(new SessionRequest.RequestIds(1));

        // Then
        assertThat(one.story()).isEmpty();
        assertThat(other.story()).containsExactly("error -1 100");
    }

    @Test
    @Shows(FaultKind.CLIENT_LIMIT)
    void shouldRefuseOneClientTooMany() {
        // Given
        stage.on(FaultKind.CLIENT_LIMIT);
        for (int id = 0; id < 32; id++) {
            assertThat(stage.client(id).closed).isFalse();
        }

        // When
        TwsClientFake tooMany = new TwsClientFake(stage.simulator, 200);
        stage.on(Fault.of(FaultKind.CLIENT_LIMIT).with("most", 31));
        TwsClientFake still = new TwsClientFake(stage.simulator, 200);

        // Then
        assertThat(tooMany.closed).isTrue();
        assertThat(tooMany.greeting).isEmpty();
        assertThat(still.closed).isTrue();
    }

    @Test
    @Shows(FaultKind.UNSOLICITED_FRAMES)
    void shouldTellOrdersAndFillsBeforeTheNextOrderId() {
        // Given
        TwsClientFake client = stage.client(7);
        stage.buys(client, 1, 100);
        stage.rests(client, 2, Desk.limit("BUY", 100, 9000));
        TwsClientFake other = stage.client(8);
        stage.rests(other, 1, Desk.limit("BUY", 100, 9000));
        client.hangUp();
        stage.on(FaultKind.UNSOLICITED_FRAMES);

        // When
        TwsClientFake again = new TwsClientFake(stage.simulator, 200);
        again.say(new SessionRequest.StartApi(7, ""));
        stage.on(Fault.of(FaultKind.UNSOLICITED_FRAMES).with("before", "accounts"));
        TwsClientFake master = new TwsClientFake(stage.simulator, 200);
        master.say(new SessionRequest.StartApi(0, ""));

        // Then
        assertThat(again.heard.stream().map(Object::getClass).map(Class::getSimpleName).toList())
                .startsWith(
                        "ManagedAccounts",
                        "OpenOrder",
                        "OrderStatus",
                        "ExecDetails",
                        "CommissionReport",
                        "NextValidId");
        assertThat(master.heard.getFirst()).isInstanceOf(OrderMessage.OpenOrder.class);
        assertThat(master.heard(OrderMessage.OpenOrder.class)).hasSize(2);
    }
}
