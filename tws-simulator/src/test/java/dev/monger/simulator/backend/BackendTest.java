package dev.monger.simulator.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendTest {
    private final Scene scene = new Scene(BackendSettings.usual());

    @BeforeEach
    void openTheMarket() {
        scene.quote(10000, 500, 10001, 500);
        scene.print(10000, 100);
    }

    @Test
    void shouldTellAMarketOrdersFillInTwsOrder() {
        // When
        scene.place(Scene.market(true, 100), 0);

        // Then
        assertThat(scene.told)
                .containsExactly(
                        "order 1 PreSubmitted 0/100",
                        "exec 100@10001",
                        "order 1 Filled 100/0",
                        "commission 100",
                        "position 100");
    }

    @Test
    void shouldTellAPartialFillAndTheRest() {
        // When
        scene.place(Scene.limit(true, 800, 10001), 0);
        scene.quote(9999, 100, 10001, 400);

        // Then
        assertThat(scene.told)
                .containsExactly(
                        "order 1 PreSubmitted 0/800",
                        "exec 500@10001",
                        "order 1 Submitted 500/300",
                        "commission 250",
                        "position 500",
                        "exec 300@10001",
                        "order 1 Filled 800/0",
                        "commission 150",
                        "position 800");
    }

    @Test
    void shouldCancelWithStatusThenConfirmation() {
        // Given
        BrokerOrder order = scene.place(Scene.limit(true, 100, 9000), 0);
        scene.told.clear();

        // When
        boolean cancelled = scene.backend.cancel(order, "");
        boolean again = scene.backend.cancel(order, "");

        // Then
        assertThat(cancelled).isTrue();
        assertThat(again).isFalse();
        assertThat(scene.told).containsExactly("status 1 Cancelled 0/100", "notice 202");
    }

    @Test
    void shouldHoldABracketUntilTheParentFillsAndEndItWithOneChild() {
        // Given
        BrokerOrder parent = scene.place(Scene.limit(true, 100, 9990), 0);
        scene.place(Scene.limit(false, 100, 10050), parent.permId());
        scene.place(Scene.stop(false, 100, 9900), parent.permId());

        // When
        scene.quote(9985, 500, 9988, 500);
        scene.print(10055, 400);

        // Then
        assertThat(scene.told)
                .containsExactly(
                        "order 1 PreSubmitted 0/100",
                        "order 1 Submitted 0/100",
                        "order 2 PreSubmitted 0/100 child",
                        "order 3 PreSubmitted 0/100 child,trigger",
                        "exec 100@9990",
                        "order 1 Filled 100/0",
                        "commission 100",
                        "position 100",
                        "order 2 Submitted 0/100",
                        "order 3 PreSubmitted 0/100 trigger",
                        "exec 100@10050",
                        "order 2 Filled 100/0",
                        "commission 100",
                        "position 0",
                        "status 3 Cancelled 0/100",
                        "notice 202");
    }

    @Test
    void shouldCancelTheChildrenWithTheirParent() {
        // Given
        BrokerOrder parent = scene.place(Scene.limit(true, 100, 9000), 0);
        scene.place(Scene.stop(false, 100, 8900), parent.permId());
        scene.told.clear();

        // When
        scene.backend.cancel(parent, "");

        // Then
        assertThat(scene.told)
                .containsExactly(
                        "status 1 Cancelled 0/100",
                        "notice 202",
                        "status 2 Cancelled 0/100",
                        "notice 202");
    }

    @ParameterizedTest
    @CsvSource({
        // activation, size, what a cancel does, child after the first fill of 500, child after the
        // cancel
        "PARENT_FILLED, AS_WRITTEN, CANCELS_CHILDREN, 0/800 child, 0/800",
        "PARENT_FILLED, AS_WRITTEN, RELEASES_CHILDREN, 0/800 child, 0/500",
        "PARENT_FIRST_FILL, AS_WRITTEN, RELEASES_CHILDREN, 0/800, 0/800",
        "PARENT_FIRST_FILL, PARENT_FILLED_SO_FAR, RELEASES_CHILDREN, 0/500, 0/500",
        "PARENT_FIRST_FILL, PARENT_FILLED_SO_FAR, CANCELS_CHILDREN, 0/500, 0/500",
    })
    void shouldTreatChildrenOfAPartlyFilledParentBySwitch(
            BackendSettings.ChildActivation activation,
            BackendSettings.ChildSize size,
            BackendSettings.ParentCancel cancel,
            String afterFill,
            String afterCancel) {
        // Given
        Scene own =
                new Scene(
                        BackendSettings.usual()
                                .withBrackets(
                                        new BackendSettings.Brackets(activation, size, cancel)));
        own.quote(10000, 500, 10003, 500);
        BrokerOrder parent = own.place(Scene.limit(true, 800, 10001), 0);
        BrokerOrder child = own.place(Scene.limit(false, 800, 11000), parent.permId());

        // When
        own.quote(9999, 500, 10001, 500);
        String filled = shown(child);
        own.backend.cancel(parent, "");

        // Then
        assertThat(filled).isEqualTo(afterFill);
        assertThat(shown(child)).isEqualTo(afterCancel);
        assertThat(child.status())
                .isEqualTo(
                        cancel == BackendSettings.ParentCancel.CANCELS_CHILDREN
                                ? OrderStatus.CANCELLED
                                : OrderStatus.SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource({
        // type, the sibling after 100 of 300 traded, and after all 300
        "1, Cancelled 0/300, Cancelled 0/300",
        "2, Submitted 0/200, Cancelled 0/200",
        "3, Submitted 0/200, Cancelled 0/200",
    })
    void shouldKeepOcaGroups(int type, String afterPart, String afterAll) {
        // Given
        BrokerOrder one = scene.place(Scene.limit(false, 300, 10050).inGroup("g", type), 0);
        BrokerOrder other = scene.place(Scene.limit(false, 300, 10060).inGroup("g", type), 0);

        // When
        scene.print(10055, 100);
        scene.backend.advanceTo(Scene.START + 1_000_000_000L);
        String part = other.status().wireName() + " " + shown(other);
        scene.print(10055, 200);
        scene.backend.advanceTo(Scene.START + 2_000_000_000L);

        // Then
        assertThat(part).isEqualTo(afterPart);
        assertThat(other.status().wireName() + " " + shown(other)).isEqualTo(afterAll);
        assertThat(one.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldTriggerAStopByTheLastTradeAndFollowWithATrail() {
        // Given
        BrokerOrder stop = scene.place(Scene.stop(false, 100, 9950), 0);
        BrokerOrder trail =
                scene.place(
                        Scene.terms(
                                false,
                                100,
                                OrderKind.TRAIL,
                                new OrderTerms.Prices(0, 0, 30 * Scene.CENT, 0, 0)),
                        0);

        // When
        scene.print(10100, 10);
        scene.quote(10060, 500, 10062, 500);
        scene.print(10069, 10);
        OrderStatus stopThen = stop.status();
        scene.print(9950, 10);

        // Then
        assertThat(trail.stopE8()).isEqualTo(10070 * Scene.CENT);
        assertThat(trail.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(stopThen).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldEndAGoodTillDateOrderAtItsTime() {
        // Given
        OrderTerms.Life life =
                new OrderTerms.Life(TimeInForce.GTD, Scene.START + 5_000_000_000L, false);
        OrderTerms limit = Scene.limit(true, 100, 9000);
        BrokerOrder order =
                scene.place(
                        new OrderTerms(true, 100, limit.kind(), limit.prices(), life, "", 0, ""),
                        0);

        // When
        scene.backend.advanceTo(Scene.START + 4_999_999_999L);
        OrderStatus before = order.status();
        scene.backend.advanceTo(Scene.START + 5_000_000_000L);

        // Then
        assertThat(before).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void shouldCancelWhatAnImmediateOrderCannotTrade() {
        // Given
        OrderTerms limit = Scene.limit(true, 700, 10001);
        OrderTerms.Life life = new OrderTerms.Life(TimeInForce.IOC, 0, false);

        // When
        BrokerOrder order =
                scene.place(
                        new OrderTerms(true, 700, limit.kind(), limit.prices(), life, "", 0, ""),
                        0);

        // Then
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shown(order)).isEqualTo("500/200");
    }

    @Test
    void shouldRefuseByCode() {
        // Given
        BrokerOrder resting = scene.place(Scene.limit(true, 100, 9000), 0);
        OrderTerms offTick =
                Scene.terms(true, 100, OrderKind.LIMIT, OrderTerms.Prices.limit(900_000_001L));

        // When
        PlaceOutcome tick = place(offTick);
        PlaceOutcome size = place(Scene.limit(true, 0, 9000));
        PlaceOutcome type = scene.backend.change(resting, scene.ibm, Scene.stop(true, 100, 9500));
        PlaceOutcome side = scene.backend.change(resting, scene.ibm, Scene.limit(false, 100, 9500));

        // Then
        assertThat(code(tick)).isEqualTo(110);
        assertThat(code(size)).isEqualTo(434);
        assertThat(code(type)).isEqualTo(329);
        assertThat(code(side)).isEqualTo(105);
    }

    @Test
    void shouldRejectTheTwentyFirstOrderOfASideAndWhatTheAccountCannotCarry() {
        // Given
        for (int i = 0; i < 20; i++) {
            scene.place(Scene.limit(true, 1, 9000), 0);
        }

        // When
        BrokerOrder tooMany = scene.place(Scene.limit(true, 1, 9000), 0);
        BrokerOrder tooLarge = scene.place(Scene.limit(false, 100_000, 10010), 0);

        // Then
        assertThat(tooMany.status()).isEqualTo(OrderStatus.INACTIVE);
        assertThat(tooLarge.status()).isEqualTo(OrderStatus.INACTIVE);
        assertThat(scene.told).containsSubsequence("notice 201", "order 21 Inactive 0/1");
    }

    private PlaceOutcome place(OrderTerms terms) {
        return scene.backend.place(new OrderOrigin("DU1234567", 7, 99, false), scene.ibm, terms, 0);
    }

    private static int code(PlaceOutcome outcome) {
        return outcome instanceof PlaceOutcome.Refused refused ? refused.code() : 0;
    }

    private static String shown(BrokerOrder order) {
        return order.filledShares()
                + "/"
                + order.remainingShares()
                + (order.whyHeld().isEmpty() ? "" : " " + order.whyHeld());
    }
}
