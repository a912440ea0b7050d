package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.codec.Handshake;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSessionTest {

    private static final SessionSettings SETTINGS = SessionSettings.defaults(7);
    private static final SessionMessage.ManagedAccounts ACCOUNTS =
            new SessionMessage.ManagedAccounts(List.of("DU1234567"));
    private static final SessionMessage.NextValidId FIRST_ID = new SessionMessage.NextValidId(101);

    @Test
    void shouldAnnounceItsVersionsAndNameItselfAfterTheAnswer() {
        // Given
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);

        // When
        tws.callAndGreet();

        // Then
        assertThat(tws.takeHeard()).containsExactly(new SessionRequest.StartApi(7, ""));
        assertThat(tws.session.isReady()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeReadyWhenAccountsAndOrderIdCameInEitherOrder(boolean accountsFirst) {
        // Given
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        tws.callAndGreet();

        // When
        tws.says(accountsFirst ? ACCOUNTS : FIRST_ID);
        boolean readyTooEarly = tws.session.isReady();
        tws.says(accountsFirst ? FIRST_ID : ACCOUNTS);

        // Then
        assertThat(readyTooEarly).isFalse();
        assertThat(tws.takeEvents())
                .contains(
                        new SessionEvent.Ready(
                                200, List.of("DU1234567"), 101, "20261124 09:30:00 US/Eastern"));
    }

    @Test
    void shouldTellOrderMessagesThatComeBeforeItIsReady() {
        // Given
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        tws.callAndGreet();
        var open =
                new OrderMessage.OpenOrder(
                        250, 7, 1L << 40, Contract.NONE, Order.NONE, OrderState.of("Submitted"));

        // When
        tws.says(open);
        tws.says(ACCOUNTS);
        tws.says(FIRST_ID);

        // Then
        List<SessionEvent> events = tws.takeEvents();
        assertThat(events.getFirst()).isInstanceOf(SessionEvent.Received.class);
        assertThat(events)
                .filteredOn(SessionEvent.Ready.class::isInstance)
                .extracting(event -> ((SessionEvent.Ready) event).nextOrderId())
                .containsExactly(251);
    }

    @ParameterizedTest
    @CsvSource({"175,SERVER_TOO_OLD", "201,SERVER_TOO_NEW"})
    void shouldRefuseAVersionItDoesNotSpeak(int version, CloseReason reason) {
        ScriptedTws tws = new ScriptedTws(SETTINGS, version);
        tws.callAndGreet();
        assertThat(tws.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(
                        SessionEvent.MustClose.class,
                        close -> {
                            assertThat(close.reason()).isEqualTo(reason);
                            assertThat(close.text()).contains(Integer.toString(version));
                        });
        assertThat(tws.takeHeard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 187, 193, 196, 200})
    void shouldTakeEveryVersionItAnnounced(int version) {
        ScriptedTws tws = new ScriptedTws(SETTINGS, version);
        tws.callAndGreet();
        tws.says(ACCOUNTS);
        tws.says(FIRST_ID);
        assertThat(tws.session.isReady()).isTrue();
        assertThat(tws.session.serverVersion()).isEqualTo(version);
    }

    @Test
    void shouldTellThatItsClientIdIsInUse() {
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        tws.callAndGreet();
        tws.says(SessionMessage.ErrorMessage.of(-1, 326, "Unable to connect"));
        assertThat(tws.takeEvents())
                .last()
                .isInstanceOfSatisfying(
                        SessionEvent.MustClose.class,
                        close ->
                                assertThat(close.reason()).isEqualTo(CloseReason.CLIENT_ID_IN_USE));
    }

    @Test
    void shouldIgnoreWhatComesAfterItToldToClose() {
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        tws.callAndGreet();
        tws.says(SessionMessage.ErrorMessage.of(-1, 326, "Unable to connect"));
        tws.takeEvents();
        tws.says(ACCOUNTS);
        tws.says(FIRST_ID);
        assertThat(tws.takeEvents()).isEmpty();
        assertThat(tws.session.nextWakeNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGiveUpAHandshakeThatDoesNotEnd(boolean greeted) {
        // Given
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        if (greeted) {
            tws.callAndGreet();
        } else {
            tws.session.opened(tws.now, tws);
        }

        // When
        tws.passes(SETTINGS.times().handshakeDeadlineNanos());

        // Then
        assertThat(tws.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(
                        SessionEvent.MustClose.class,
                        close ->
                                assertThat(close.reason()).isEqualTo(CloseReason.HANDSHAKE_SILENT));
    }

    @Test
    void shouldTellWhatIsNotThisProtocol() {
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        tws.session.opened(tws.now, tws);
        tws.says("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(tws.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(
                        SessionEvent.MustClose.class,
                        close -> assertThat(close.reason()).isEqualTo(CloseReason.NOT_TWS));
    }

    @Test
    void shouldTellAndSkipFramesItCannotRead() {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        tws.says(frame("9\0001\000x\000"));
        tws.says(frame("777\0001\000"));
        tws.says(new SessionMessage.NextValidId(300));
        assertThat(tws.takeEvents())
                .containsExactly(
                        new SessionEvent.MalformedFrame(9, 4, "orderId", "no whole number: \"x\""),
                        new SessionEvent.UnknownMessage(777),
                        new SessionEvent.Received(new SessionMessage.NextValidId(300)));
    }

    @Test
    void shouldTakeBytesHoweverSplit() {
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        tws.session.opened(tws.now, tws);
        for (byte one : Handshake.serverHello(200, "20261124 09:30:00 EST")) {
            tws.says(new byte[] {one});
        }
        assertThat(tws.takeHeard()).containsExactly(new SessionRequest.StartApi(7, ""));
    }

    @Test
    void shouldNeverGiveAnOrderIdTwiceThoughTwsOffersItAgain() {
        // Given a connection that used 101 and 102
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        assertThat(tws.session.takeOrderId()).isEqualTo(101);
        assertThat(tws.session.takeOrderId()).isEqualTo(102);

        // When TWS restarts and counts from 99 again
        tws.hangsUp();
        tws.callAndGreet();
        tws.says(ACCOUNTS);
        tws.says(new SessionMessage.NextValidId(99));

        // Then
        assertThat(tws.session.takeOrderId()).isEqualTo(103);
        assertThat(tws.session.orderIdHighWater()).isEqualTo(103);
    }

    @Test
    void shouldGoOnFromARestoredHighWaterMarkAndFromIdsOfOthers() {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        tws.session.restoreOrderIdHighWater(500);
        assertThat(tws.session.takeOrderId()).isEqualTo(501);
        tws.says(new OrderMessage.OrderStatus(900, "Submitted", 0, 0, 0, 1, 0, 0, 3, "", 0));
        assertThat(tws.session.takeOrderId()).isEqualTo(901);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -5, 0})
    void shouldNotRaiseTheMarkByIdsThatAreNone(int orderId) {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        tws.says(new OrderMessage.OrderStatus(orderId, "Filled", 0, 0, 0, 1, 0, 0, 0, "", 0));
        assertThat(tws.session.takeOrderId()).isEqualTo(101);
    }

    @Test
    void shouldSayNothingBeforeItIsReady() {
        ScriptedTws tws = new ScriptedTws(SETTINGS, 200);
        tws.callAndGreet();
        tws.takeHeard();
        assertThat(tws.send(new SessionRequest.RequestIds(1), Lane.DATA))
                .isEqualTo(Sending.NOT_READY);
        assertThat(tws.takeHeard()).isEmpty();
    }

    static byte[] frame(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }
}
