package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what a refusal is: of the order, or of a change of it. */
class OrderChangesTest {

    private static final int STOP = 105;
    private static final int US = 7;
    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");

    private final ScriptedTws tws = ScriptedTws.ready(SessionSettings.defaults(US));

    private static Order stop(long shares, long price) {
        return Order.builder("SELL", shares * Decimals.ONE, "STP")
                .auxPriceE8(price * Decimals.ONE)
                .build();
    }

    private static ServerMessage shown(Order order) {
        return new OrderMessage.OpenOrder(
                STOP, US, 1L << 40, SPY, order, OrderState.of("PreSubmitted"));
    }

    private void sends(Order order) {
        tws.send(new OrderRequest.PlaceOrder(STOP, SPY, order), Lane.EXIT);
    }

    private OrderRemark refused(int code) {
        tws.takeEvents();
        tws.says(ErrorMessage.of(STOP, code, "no"));
        return tws.takeEvents().stream()
                .filter(SessionEvent.OrderRemarked.class::isInstance)
                .map(event -> ((SessionEvent.OrderRemarked) event).remark())
                .findFirst()
                .orElseThrow();
    }

    private void changes() {
        sends(stop(100, 95));
        tws.says(shown(stop(100, 95)));
        sends(stop(100, 98));
    }

    @Test
    void shouldTakeBothRefusalsOfOneChangeForItsOwn() {
        changes();
        assertThat(refused(110)).isEqualTo(OrderRemark.CHANGE_REFUSED);
        assertThat(refused(201)).isEqualTo(OrderRemark.CHANGE_REFUSED);

        // When the order is shown as it was, the change is over
        tws.says(shown(stop(100, 95)));
        assertThat(refused(201)).isEqualTo(OrderRemark.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 60})
    void shouldWaitForTheChangeWhileTheOrderIsShownAsItWas(long shares) {
        changes();
        tws.says(shown(stop(shares, 95)));
        assertThat(refused(201)).isEqualTo(OrderRemark.CHANGE_REFUSED);
    }

    @Test
    void shouldKnowTheChangeAsTakenWhenTheOrderIsShownSo() {
        changes();
        tws.says(shown(stop(100, 98)));
        assertThat(refused(201)).isEqualTo(OrderRemark.REFUSED);
    }

    @Test
    void shouldKnowOrdersAndTheirChangesOverALostConnection() {
        // Given a change that was not answered, and a connection that is lost
        changes();
        tws.hangsUp();
        tws.becomesReady();

        // When and then
        assertThat(refused(201)).isEqualTo(OrderRemark.CHANGE_REFUSED);
        tws.says(shown(stop(100, 95)));
        tws.hangsUp();
        tws.becomesReady();
        sends(stop(100, 97));
        assertThat(refused(110)).isEqualTo(OrderRemark.CHANGE_REFUSED);
    }

    @Test
    void shouldForgetTheChangeOfAnOrderThatHasEnded() {
        changes();
        tws.says(
                new OrderMessage.OrderStatus(
                        STOP, "Cancelled", 0, 0, 0, 1L << 40, 0, 0, US, "", 0));
        assertThat(refused(201)).isEqualTo(OrderRemark.REFUSED);
    }
}
