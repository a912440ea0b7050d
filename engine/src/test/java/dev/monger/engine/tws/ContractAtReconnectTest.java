package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ConId;
import dev.monger.core.model.IntentId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.Leg;
import dev.monger.core.monger.LinkEvent.ContractConfirmed;
import dev.monger.core.monger.MongerCommand;
import dev.monger.core.monger.OrderEvent;
import dev.monger.core.monger.OrderTicket;
import dev.monger.tws.message.MarketDataRequest.RequestMarketData;
import dev.monger.tws.message.OrderRequest.PlaceOrder;
import dev.monger.tws.message.ReferenceRequest.RequestContractDetails;
import dev.monger.tws.message.ReferenceRequest.RequestMarketRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Neither a reconnection nor an answer that is lost keeps an exit from leaving. */
class ContractAtReconnectTest {

    private static final ConId OTHER = new ConId(DeskAtTws.SPY_ID.value() + 1);

    private final DeskAtTws tws = new DeskAtTws();

    private static OrderTicket exit() {
        return new OrderTicket(
                new OrderRef("exit-1"),
                new IntentId(new LeaseEpoch(3), 1),
                Leg.CLOSE,
                Side.SELL,
                Quantity.of("10"),
                new OrderTerms.Market(),
                new Lifetime.Day(),
                null,
                null,
                false);
    }

    @Test
    void shouldSendAnExitWhileTheContractIsAskedForAnew() {
        // Given
        tws.trades();
        tws.hangsUp();
        tws.connects();
        tws.greets();
        tws.asksForTheContract();

        // When its answer is still out
        tws.carryOut(new MongerCommand.SubmitOrders(List.of(exit())));

        // Then
        assertThat(tws.told(OrderEvent.OrderNotSent.class)).isEmpty();
        assertThat(tws.last(PlaceOrder.class).contract().conId())
                .isEqualTo((int) DeskAtTws.SPY_ID.value());
    }

    @Test
    void shouldSendNothingInAContractThatTheCoreDoesNotTrade() {
        // Given a position in one contract, and a session in which the broker names another
        tws.trades();
        tws.hangsUp();
        tws.connects();
        tws.greets();
        tws.asksForTheContract();
        tws.answersTheContract(OTHER);
        tws.answersTheRule();
        assertThat(tws.told(ContractConfirmed.class).getLast().terms().conId()).isEqualTo(OTHER);

        // When the core goes on with the first
        tws.carryOut(new MongerCommand.SubscribeStreams(DeskAtTws.SPY_ID));
        tws.carryOut(new MongerCommand.SubmitOrders(List.of(exit())));
        tws.carryOut(new MongerCommand.ModifyOrder(exit()));

        // Then
        assertThat(tws.heard(PlaceOrder.class))
                .extracting(order -> order.contract().conId())
                .containsExactly((int) DeskAtTws.SPY_ID.value(), (int) DeskAtTws.SPY_ID.value());
        assertThat(tws.last(RequestMarketData.class).contract().conId())
                .isEqualTo((int) DeskAtTws.SPY_ID.value());
        assertThat(tws.desk.currencyOf(OTHER)).isEqualTo("USD");

        // And in the other as soon as the core trades that
        tws.carryOut(new MongerCommand.SubscribeStreams(OTHER));
        tws.carryOut(new MongerCommand.SubmitOrders(List.of(exit())));
        assertThat(tws.last(PlaceOrder.class).contract().conId()).isEqualTo((int) OTHER.value());
    }

    @Test
    void shouldHaveNoContractWhileTheCoreTradesOneThatWasNeverFound() {
        // Given
        tws.trades();
        ConId nowhere = new ConId(OTHER.value() + 1);

        // When
        tws.carryOut(new MongerCommand.SubscribeStreams(nowhere));
        tws.carryOut(new MongerCommand.SubmitOrders(List.of(exit())));

        // Then
        assertThat(tws.heard(PlaceOrder.class)).isEmpty();
        assertThat(tws.told(OrderEvent.OrderNotSent.class)).hasSize(1);
        tws.asksForTheContract();
        tws.answersTheContract(nowhere);
        tws.answersTheRule();
        assertThat(tws.last(RequestMarketData.class).contract().conId())
                .isEqualTo((int) nowhere.value());
    }

    @Test
    void shouldTakeOverTheContractEvenWhenTheSessionIsGoneByThen() {
        // Given
        tws.trades();
        tws.asksForTheContract();
        tws.answersTheContract(OTHER);
        tws.answersTheRule();
        tws.hangsUp();

        // When
        tws.carryOut(new MongerCommand.SubscribeStreams(OTHER));

        // Then
        tws.connects();
        tws.greets();
        tws.carryOut(new MongerCommand.SubmitOrders(List.of(exit())));
        assertThat(tws.last(PlaceOrder.class).contract().conId()).isEqualTo((int) OTHER.value());
    }

    @Test
    void shouldAskAnewWhenTheDetailsNeverCome() {
        tws.connects();
        tws.greets();
        tws.asksForTheContract();
        tws.passes(14);
        assertThat(tws.heard(RequestContractDetails.class)).hasSize(1);
        tws.passes(4);
        assertThat(tws.heard(RequestContractDetails.class)).hasSize(2);
        tws.passes(120);
        assertThat(tws.heard(RequestContractDetails.class)).hasSizeBetween(5, 8);
        tws.answersTheContract();
        tws.answersTheRule();
        assertThat(tws.told(ContractConfirmed.class)).hasSize(1);
        tws.forget();
        tws.passes(120);
        assertThat(tws.heard(RequestContractDetails.class)).isEmpty();
    }

    @Test
    void shouldAskAnewWhenTheRuleNeverComes() {
        tws.connects();
        tws.greets();
        tws.asksForTheContract();
        tws.answersTheContract();
        assertThat(tws.heard(RequestMarketRule.class)).hasSize(1);
        tws.passes(11);
        assertThat(tws.heard(RequestContractDetails.class)).hasSize(2);
        tws.answersTheContract();
        tws.answersTheRule();
        assertThat(tws.told(ContractConfirmed.class)).hasSize(1);
    }

    @Test
    void shouldTellOfACancelThatCouldNotBeSent() {
        tws.trades();
        tws.carryOut(new MongerCommand.CancelOrder(exit().ref()));
        assertThat(tws.told(OrderEvent.OrderErrorReported.class))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.ref()).isEqualTo(exit().ref());
                    assertThat(told.meaning()).isEqualTo(OrderEvent.ErrorMeaning.CANCEL_REFUSED);
                    assertThat(told.text()).contains("the order id is not known");
                });
    }

    @Test
    void shouldTellOfAChangeThatCouldNotBeSent() {
        tws.trades();
        tws.carryOut(new MongerCommand.ModifyOrder(exit()));
        assertThat(tws.told(OrderEvent.OrderErrorReported.class))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.ref()).isEqualTo(exit().ref());
                    assertThat(told.meaning()).isEqualTo(OrderEvent.ErrorMeaning.CHANGE_REFUSED);
                });
    }
}
