package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.AccountEvent;
import dev.monger.core.monger.MarketEvent;
import dev.monger.core.monger.OrderEvent;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderState;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TWS says that cannot be, or is of no use to us, stops nobody. */
class ImplausibleMessagesTest {

    private static final Contract SPY = DeskAtTws.SPY;

    private final DeskAtTws tws = new DeskAtTws();

    private static Order order(String account, long totalE8) {
        return Order.builder("SELL", totalE8, "MKT").account(account).build();
    }

    private static Execution execution(String account, long sharesE8, long priceE8) {
        return new Execution(
                55,
                "1.1.1.1",
                "",
                account,
                "",
                "BOT",
                sharesE8,
                priceE8,
                5,
                7,
                0,
                0,
                0,
                "",
                "",
                Decimals.UNSET,
                "",
                0,
                false,
                "");
    }

    @Test
    void shouldPassOverOrdersAndExecutionsWithoutAnAccount() {
        // Given
        tws.trades();

        // When an advisor's order, shared out among accounts, is shown
        tws.says(
                new OrderMessage.CompletedOrder(
                        5, SPY, order("", Decimals.ONE), CompletedState.NONE));
        tws.says(
                new OrderMessage.OpenOrder(
                        8, 0, 5, SPY, order("", Decimals.ONE), OrderState.of("Submitted")));
        tws.says(new OrderMessage.ExecDetails(-1, SPY, execution("", Decimals.ONE, Decimals.ONE)));
        tws.says(new OrderMessage.CommissionReport("", Decimals.ONE, "USD", 0, 0, ""));

        // Then nobody need hear of it
        assertThat(tws.events).isEmpty();
        assertThat(tws.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-Decimals.ONE, Decimals.UNSET, 2_000_000_000_000_000_000L})
    void shouldTellOfQuantitiesThatCannotBe(long sharesE8) {
        tws.trades();
        tws.says(
                new OrderMessage.ExecDetails(
                        -1, SPY, execution(DeskAtTws.ACCOUNT, sharesE8, Decimals.ONE)));
        assertThat(tws.told(OrderEvent.ExecutionReported.class)).isEmpty();
        assertThat(tws.alarms()).containsExactly("implausible-message");
    }

    @Test
    void shouldTellOfOrdersPositionsAndPricesThatCannotBe() {
        tws.trades();
        tws.says(
                new OrderMessage.OpenOrder(
                        8,
                        7,
                        5,
                        SPY,
                        order(DeskAtTws.ACCOUNT, -Decimals.ONE),
                        OrderState.of("Submitted")));
        tws.says(new AccountMessage.Position(DeskAtTws.ACCOUNT, SPY, Decimals.UNSET, 0));
        tws.says(
                new AccountMessage.Position(
                        DeskAtTws.ACCOUNT, SPY, -9_000_000_000_000_000_000L, 0));
        tws.says(
                new MarketDataMessage.TickPrice(
                        tws.quotesId, 1, 90_000_000_000L * Decimals.ONE, Decimals.ONE, 0));
        assertThat(tws.alarms()).hasSize(4).containsOnly("implausible-message");
        assertThat(tws.told(OrderEvent.OrderReported.class)).isEmpty();
        assertThat(tws.told(AccountEvent.BrokerPositionReported.class)).isEmpty();
        assertThat(tws.told(MarketEvent.QuoteReceived.class)).isEmpty();
    }

    @Test
    void shouldTakeInWhatIsNotGiven() {
        tws.trades();
        tws.says(
                new OrderMessage.OpenOrder(
                        8,
                        7,
                        5,
                        SPY,
                        order(DeskAtTws.ACCOUNT, Decimals.UNSET),
                        OrderState.of("Submitted")));
        assertThat(tws.told(OrderEvent.OrderReported.class))
                .singleElement()
                .satisfies(told -> assertThat(told.order().total().isZero()).isTrue());
        assertThat(tws.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:30:01", "20260105:09:30:01", " : ", "99991231 09:30:01"})
    void shouldReadNoTimeOfWhatIsNone(String text) {
        assertThat(BrokerTime.nanos(text, ZoneOffset.UTC)).isEmpty();
        assertThat(BrokerTime.windows("99991230:0930-99991231:1600", ZoneOffset.UTC)).isEmpty();
    }
}
