package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BackendMemory;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Condition;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.tws.message.AdjustedOrder;
import dev.monger.tws.message.AlgoOrder;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.DeadOrderFields;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.HedgeOrder;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderCondition;
import dev.monger.tws.message.OrderConditions;
import dev.monger.tws.message.OrderExtras;
import dev.monger.tws.message.OrderExtrasBuilder;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What of an order on the wire becomes of the broker's terms, and what is refused. */
class WireOrdersTest {
    private final TwsSimulator simulator = Desk.simulator(FrontSettings.usual());
    private final TwsClientFake client = TwsClientFake.started(simulator, 7);

    @Test
    void shouldReadATrailingLimitByItsOffsetOrByItsPrices() {
        // When
        client.say(
                Desk.place(
                        1,
                        trailLimit()
                                .trailStopPriceE8(9900 * Desk.CENT)
                                .limitPriceOffsetE8(5 * Desk.CENT)));
        client.say(
                Desk.place(
                        2,
                        trailLimit()
                                .trailStopPriceE8(9900 * Desk.CENT)
                                .limitPriceE8(9893 * Desk.CENT)));
        client.say(Desk.place(3, trailLimit()));

        // Then
        assertThat(simulator.backend().openOrders())
                .extracting(BrokerOrder::limitE8)
                .containsExactly(9895 * Desk.CENT, 9893 * Desk.CENT);
        assertThat(client.story()).endsWith("error 3 321");
        Order told = client.heard(OrderMessage.OpenOrder.class).getFirst().order();
        assertThat(told.limitPriceE8()).isEqualTo(9895 * Desk.CENT);
        assertThat(told.limitPriceOffsetE8()).isEqualTo(5 * Desk.CENT);
    }

    @Test
    void shouldReadConditionsAndGoodAfterTimes() {
        // Given
        OrderConditions conditions =
                new OrderConditions(
                        List.of(
                                new OrderCondition.Price(
                                        true, true, 20_000 * Desk.CENT, Desk.IBM, "SMART", 4),
                                new OrderCondition.Time(false, true, "20261124-15:00:00")),
                        true,
                        false);

        // When
        client.say(
                Desk.place(
                        1,
                        Desk.limit("BUY", 10, 9000)
                                .conditions(conditions)
                                .goodAfterTime("20261124-14:45:00")));

        // Then
        OrderTerms terms = simulator.backend().openOrders().getFirst().terms();
        assertThat(terms.start())
                .isEqualTo(
                        new OrderTerms.Start(
                                Desk.START + 900 * Desk.SECOND,
                                List.of(
                                        new Condition.Price(
                                                true, true, 20_000 * Desk.CENT, Desk.IBM, 4),
                                        new Condition.Time(
                                                false, true, Desk.START + 1800 * Desk.SECOND)),
                                true,
                                false));
        assertThat(client.story())
                .containsExactly("openOrder 1 PreSubmitted", "orderStatus 1 PreSubmitted 0/10");
        assertThat(client.heard(OrderMessage.OpenOrder.class).getFirst().order().conditions())
                .isEqualTo(conditions);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("allOrNone", 321, order -> order.allOrNone(true)),
                refusal("minQty", 321, order -> order.minQuantity(5)),
                refusal("algoStrategy", 321, with(e -> e.algo(algo()))),
                refusal("hedgeType", 321, with(e -> e.hedge(new HedgeOrder("D", "")))),
                refusal("adjustedOrderType", 321, with(e -> e.adjusted(adjusted()))),
                refusal("cashQty", 321, with(e -> e.cashQuantityE8(Decimals.ONE))),
                refusal("notHeld", 321, with(e -> e.notHeld(true))),
                refusal("modelCode", 321, with(e -> e.modelCode("M"))),
                refusal(
                        "EtradeOnly",
                        10268,
                        with(e -> e.dead(new DeadOrderFields("", true, false, Decimals.UNSET)))),
                refusal(
                        "firmQuoteOnly",
                        10269,
                        with(e -> e.dead(new DeadOrderFields("", false, true, Decimals.UNSET)))),
                refusal(
                        "nbboPriceCap",
                        10270,
                        with(e -> e.dead(new DeadOrderFields("", false, false, Decimals.ONE)))),
                refusal("unknown type", 387, order -> order.orderType("PEG MID")),
                refusal("unknown action", 321, order -> order.action("HOLD")),
                refusal("unknown time in force", 321, order -> order.timeInForce("DTC")),
                refusal("fraction", 10243, order -> order.totalQuantityE8(Decimals.ONE / 2)),
                refusal("no size", 434, order -> order.totalQuantityE8(0)),
                refusal("no limit", 321, order -> order.limitPriceE8(Decimals.UNSET)),
                refusal("bad end", 10314, order -> order.timeInForce("GTD").goodTillDate("soon")),
                refusal(
                        "past end",
                        334,
                        order -> order.timeInForce("GTD").goodTillDate("20200101-00:00:00")),
                refusal("bad start", 10314, order -> order.goodAfterTime("later")),
                refusal(
                        "bad condition",
                        10314,
                        order ->
                                order.conditions(
                                        new OrderConditions(
                                                List.of(
                                                        new OrderCondition.Time(
                                                                true, true, "noon")),
                                                false,
                                                false))),
                refusal("account", 321, order -> order.account("DU999")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void shouldRefuseWhatItCannotDo(String name, int code, UnaryOperator<OrderBuilder> spoiled) {
        // When
        client.say(Desk.place(1, spoiled.apply(Desk.limit("BUY", 10, 9000))));

        // Then
        assertThat(client.story()).containsExactly("error 1 " + code);
        assertThat(simulator.backend().allOrders()).isEmpty();
    }

    @Test
    void shouldTakeBackAnOrderWithWhatTwsWroteIntoIt() {
        // Given
        client.say(Desk.place(1, Desk.limit("BUY", 10, 9000)));
        Order told = client.heard(OrderMessage.OpenOrder.class).getLast().order();
        client.heard.clear();

        // When
        client.say(Desk.place(1, told.toBuilder().limitPriceE8(9001 * Desk.CENT)));

        // Then
        assertThat(client.story()).contains("orderStatus 1 Submitted 0/10").doesNotContain("321");
        assertThat(simulator.backend().openOrders().getFirst().limitE8())
                .isEqualTo(9001 * Desk.CENT);
    }

    @Test
    void shouldAnswerAWhatIfWithTheRangeOfItsCommission() {
        // When
        client.say(Desk.place(1, Desk.limit("BUY", 1000, 10000).whatIf(true)));
        Contract unknown = Contract.of("NOPE", "STK", "SMART", "USD");
        client.say(
                new OrderRequest.PlaceOrder(
                        2, unknown, Desk.limit("BUY", 10, 9000).whatIf(true).build()));

        // Then
        OrderMessage.OpenOrder answer = client.heard(OrderMessage.OpenOrder.class).getFirst();
        assertThat(answer.state().commissionE8()).isEqualTo(5 * Decimals.ONE);
        assertThat(answer.state().minCommissionE8()).isEqualTo(Decimals.ONE);
        assertThat(answer.state().maxCommissionE8()).isEqualTo(6 * Decimals.ONE);
        assertThat(answer.state().marginCurrency()).isEqualTo("USD");
        assertThat(client.story()).endsWith("error 2 321");
    }

    @Test
    void shouldKeepEveryFieldOfAnOrderOverALifeOfTheProcess() {
        // Given
        BackendMemory memory = new BackendMemory();
        simulator.rememberWith(memory::read);
        client.say(
                Desk.place(
                        1,
                        Desk.limit("BUY", 10, 9000)
                                .timeInForce("GTC")
                                .hidden(true)
                                .displaySize(5)
                                .orderRef("mine")));
        client.say(Desk.place(2, Desk.limit("BUY", 10, 9000).transmit(false)));

        // When
        TwsSimulator next = Desk.simulator(FrontSettings.usual());
        next.restore(memory);
        TwsClientFake again = TwsClientFake.started(next, 7);
        again.say(new OrderRequest.RequestOpenOrders());

        // Then
        Order told = again.heard(OrderMessage.OpenOrder.class).getFirst().order();
        assertThat(told.hidden()).isTrue();
        assertThat(told.displaySize()).isEqualTo(5);
        assertThat(told.orderRef()).isEqualTo("mine");
        assertThat(next.backend().nextOrderId(7)).isEqualTo(3);
    }

    private static OrderBuilder trailLimit() {
        return Order.builder("SELL", 10 * Decimals.ONE, "TRAIL LIMIT").auxPriceE8(20 * Desk.CENT);
    }

    private static AlgoOrder algo() {
        return new AlgoOrder("Adaptive", List.of(), "");
    }

    private static AdjustedOrder adjusted() {
        return new AdjustedOrder(
                "TRAIL", Decimals.ONE, Decimals.UNSET, Decimals.UNSET, Decimals.UNSET, 0);
    }

    private static UnaryOperator<OrderBuilder> with(UnaryOperator<OrderExtrasBuilder> change) {
        return order -> order.extras(change.apply(OrderExtras.builder()).build());
    }

    private static Arguments refusal(String name, int code, UnaryOperator<OrderBuilder> spoiled) {
        return Arguments.of(name, code, spoiled);
    }
}
