package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.IntentId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.Leg;
import dev.monger.core.monger.LinkEvent;
import dev.monger.core.monger.MarketEvent;
import dev.monger.core.monger.MongerCommand;
import dev.monger.core.monger.OrderEvent;
import dev.monger.core.monger.OrderTicket;
import dev.monger.engine.EngineOutput;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest.RequestMarketData;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest.PlaceOrder;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ReferenceRequest.RequestContractDetails;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest.StartApi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a desk makes of what TWS says about links, data and orders. */
class DeskHearsTwsTest {

    private static final OrderRef ENTRY = new OrderRef("entry-1");

    private final DeskAtTws tws = new DeskAtTws();

    private static OrderTicket entry(String quantity) {
        return new OrderTicket(
                ENTRY,
                new IntentId(new LeaseEpoch(3), 1),
                Leg.ENTRY,
                Side.BUY,
                Quantity.of(quantity),
                new OrderTerms.Market(),
                new Lifetime.Day(),
                null,
                null,
                false);
    }

    private void submits() {
        tws.carryOut(new MongerCommand.SubmitOrders(List.of(entry("10"))));
    }

    private void prices(int dataType, long bid, long ask) {
        int id = tws.last(RequestMarketData.class).requestId();
        tws.says(new MarketDataMessage.MarketDataType(id, dataType));
        tws.says(new MarketDataMessage.TickPrice(id, 1, bid * Decimals.ONE, Decimals.ONE, 0));
        tws.says(new MarketDataMessage.TickPrice(id, 2, ask * Decimals.ONE, Decimals.ONE, 0));
    }

    @Test
    void shouldKnowOfABrokerThatWasAwayBeforeTheSessionWasReady() {
        tws.connects();
        tws.says(-1, 2110, "Connectivity between TWS and server is broken");
        tws.greets();
        assertThat(tws.told(LinkEvent.LinkOpened.class))
                .containsExactly(new LinkEvent.LinkOpened(false));
        tws.hangsUp();
        tws.forget();
        tws.connects();
        tws.greets();
        assertThat(tws.told(LinkEvent.LinkOpened.class))
                .containsExactly(new LinkEvent.LinkOpened(true));
    }

    @Test
    void shouldTellAnEntryUnsentThatWouldWaitAtTwsForTheBroker() {
        tws.trades();
        tws.says(-1, 1100, "Connectivity between IB and TWS has been lost");
        submits();
        assertThat(tws.heard(PlaceOrder.class)).isEmpty();
        assertThat(tws.told(OrderEvent.OrderNotSent.class))
                .containsExactly(
                        new OrderEvent.OrderNotSent(ENTRY, "TWS and the broker are apart"));
    }

    @Test
    void shouldStreamAContractThatTheOutageHid() {
        // Given M25: 200 for a good contract while the broker is away
        tws.connects();
        tws.greets();
        tws.says(-1, 1100, "Connectivity between IB and TWS has been lost");
        tws.asksForTheContract();
        tws.says(tws.last(RequestContractDetails.class).requestId(), 200, "No definition");
        assertThat(tws.told(LinkEvent.ContractRefused.class)).isEmpty();
        tws.carryOut(new MongerCommand.SubscribeStreams(DeskAtTws.SPY_ID));
        assertThat(tws.heard(RequestMarketData.class)).isEmpty();

        // When
        tws.says(-1, 1102, "restored - data maintained");
        tws.answersTheContract();
        tws.answersTheRule();

        // Then
        assertThat(tws.told(LinkEvent.ContractConfirmed.class)).hasSize(1);
        assertThat(tws.heard(RequestMarketData.class)).hasSize(1);
    }

    @Test
    void shouldNotTakeAWarningAboutTheLookupForARefusal() {
        tws.connects();
        tws.greets();
        tws.asksForTheContract();
        tws.says(tws.last(RequestContractDetails.class).requestId(), 2107, "inactive:ushmds");
        assertThat(tws.told(LinkEvent.ContractRefused.class)).isEmpty();
        tws.says(tws.last(RequestContractDetails.class).requestId(), 200, "No definition");
        assertThat(tws.told(LinkEvent.ContractRefused.class)).hasSize(1);
    }

    @Test
    void shouldMakeNoQuoteOfFrozenPricesUnderLiveNumbersAndNoneMixedWithThem() {
        // Given
        tws.trades();
        tws.carryOut(new MongerCommand.SubscribeStreams(DeskAtTws.SPY_ID));
        tws.says(-1, 1100, "lost");
        tws.says(-1, 1101, "restored - data lost");
        prices(1, 100, 101);
        assertThat(tws.told(MarketEvent.QuoteReceived.class)).hasSize(1);
        tws.events.clear();

        // When the data freezes, and comes back with one live side
        prices(2, 90, 91);
        assertThat(tws.told(MarketEvent.QuoteReceived.class)).isEmpty();
        assertThat(tws.told(MarketEvent.LiveDataEnded.class)).hasSize(1);
        assertThat(tws.told(MarketEvent.DelayedQuoteReceived.class)).isNotEmpty();
        prices(1, 110, 111);

        // Then no quote has anything of the frozen one
        assertThat(tws.told(MarketEvent.QuoteReceived.class))
                .extracting(quote -> quote.bid() + " " + quote.ask())
                .containsExactly("110 111");
    }

    @ParameterizedTest
    @CsvSource({"10197,competing session", "354,not subscribed", "101,no lines"})
    void shouldTellPeopleWhyThereAreNoQuotes(int code, String text) {
        tws.trades();
        tws.says(-1, 1100, "lost");
        tws.says(-1, 1101, "restored - data lost");
        prices(1, 100, 101);
        tws.says(tws.last(RequestMarketData.class).requestId(), code, text);
        assertThat(tws.told(MarketEvent.LiveDataEnded.class))
                .containsExactly(new MarketEvent.LiveDataEnded(code + " " + text));
        assertThat(tws.alarms()).containsExactly("market-data-refused");
    }

    @Test
    void shouldTellARefusedChangeFromARefusedOrder() {
        // Given an order that TWS has taken, and a change of it
        tws.trades();
        submits();
        PlaceOrder placed = tws.last(PlaceOrder.class);
        tws.says(
                new OrderMessage.OpenOrder(
                        placed.orderId(),
                        7,
                        1L << 40,
                        DeskAtTws.SPY.withConId(756733),
                        placed.order(),
                        OrderState.of("Submitted")));
        tws.carryOut(new MongerCommand.ModifyOrder(entry("20")));

        // When a warning comes, and the change is refused by TWS and by the broker
        tws.says(placed.orderId(), 399, "will not be placed until 09:30");
        tws.says(placed.orderId(), 110, "does not conform to the minimum price variation");
        tws.says(placed.orderId(), 201, "rejected by the exchange");

        // Then
        assertThat(tws.told(OrderEvent.OrderErrorReported.class))
                .extracting(OrderEvent.OrderErrorReported::meaning)
                .containsExactly(
                        OrderEvent.ErrorMeaning.INFORMATION,
                        OrderEvent.ErrorMeaning.CHANGE_REFUSED,
                        OrderEvent.ErrorMeaning.CHANGE_REFUSED);
    }

    @Test
    void shouldNumberOrdersBelowRequestsWhateverOthersDo() {
        // Given another program that numbers its orders by the clock
        tws.trades();
        tws.says(new OrderMessage.ExecDetails(-1, DeskAtTws.SPY, executed(9, 1_767_000_000)));
        tws.says(new OrderMessage.ExecDetails(-1, DeskAtTws.SPY, executed(9, 500)));
        tws.says(new OrderMessage.ExecDetails(-1, DeskAtTws.SPY, executed(7, 120)));

        // When
        submits();
        int orderId = tws.last(PlaceOrder.class).orderId();
        tws.says(orderId, 201, "rejected");

        // Then a refusal is heard
        assertThat(orderId).isEqualTo(121);
        assertThat(tws.told(OrderEvent.OrderErrorReported.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000_000, Integer.MAX_VALUE})
    void shouldNotTradeUnderTheIdsOfRequests(int offered) {
        // When TWS offers no other ids at the start of a session
        tws.connects();
        tws.says(new SessionMessage.ManagedAccounts(List.of(DeskAtTws.ACCOUNT)));
        tws.says(new SessionMessage.NextValidId(offered));
        assertThat(tws.told(LinkEvent.LinkOpened.class)).isEmpty();
        assertThat(tws.alarms()).containsExactly("order-ids-used-up");
        tws.hangsUp();
        tws.forget();

        // And when it does so later
        tws.trades();
        tws.says(new SessionMessage.NextValidId(offered));
        submits();

        // Then
        assertThat(tws.alarms()).containsExactly("order-ids-used-up");
        assertThat(tws.outputs).anyMatch(EngineOutput.CloseLink.class::isInstance);
        assertThat(tws.heard(PlaceOrder.class)).isEmpty();
        assertThat(tws.told(OrderEvent.OrderNotSent.class)).hasSize(1);
    }

    private static Execution executed(int clientId, int orderId) {
        return new Execution(
                orderId,
                "1.1.1.1",
                "",
                DeskAtTws.ACCOUNT,
                "",
                "BOT",
                Decimals.ONE,
                Decimals.ONE,
                5,
                clientId,
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
    void shouldTellPeopleOfAnotherPortAndOfShortMargin() {
        tws.trades();
        tws.says(-1, 2148, "margin deficiency");
        tws.says(-1, 1300, "Please reconnect on the new port - 7496");
        assertThat(tws.alarms()).containsExactly("margin-deficient", "tws-port-changed");
        assertThat(tws.outputs).last().isInstanceOf(EngineOutput.CloseLink.class);
    }

    @Test
    void shouldTryTheSameClientIdAgainAfterAPause() {
        tws.trades();
        tws.says(-1, 326, "client id is in use");
        tws.hangsUp();
        tws.passes(1);
        assertThat(tws.outputs).noneMatch(EngineOutput.OpenLink.class::isInstance);
        tws.passes(2);
        assertThat(tws.outputs).filteredOn(EngineOutput.OpenLink.class::isInstance).hasSize(1);
        tws.connects();
        assertThat(tws.last(StartApi.class).clientId()).isEqualTo(7);
    }
}
