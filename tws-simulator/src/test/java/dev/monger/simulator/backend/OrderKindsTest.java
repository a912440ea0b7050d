package dev.monger.simulator.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderKindsTest {
    private final Scene scene = new Scene(BackendSettings.usual(), false);

    @BeforeEach
    void openTheMarket() {
        scene.quote(10000, 500, 10001, 500);
        scene.print(10000, 100);
        scene.told.clear();
    }

    @Test
    void shouldTurnAReachedTrailIntoALimitThatFollowedIt() {
        // Given
        OrderTerms.Prices prices =
                new OrderTerms.Prices(0, 0, 30 * Scene.CENT, 0, 0, 5 * Scene.CENT);
        BrokerOrder order = scene.place(Scene.terms(false, 100, OrderKind.TRAIL_LIMIT, prices));

        // When
        scene.print(10080, 10);
        scene.quote(10030, 500, 10031, 500);
        scene.print(10050, 10);

        // Then
        assertThat(order.stopE8()).isEqualTo(10050 * Scene.CENT);
        assertThat(order.limitE8()).isEqualTo(10045 * Scene.CENT);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.filledShares()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // method, triggered after one price at the stop, after a second one
        "0, true, true",
        "1, false, true",
        "2, true, true",
        "3, false, true",
        "4, true, true",
        "7, true, true",
        "8, true, true",
    })
    void shouldLookAtWhatTheTriggerMethodNames(int method, boolean first, boolean second) {
        // Given
        OrderTerms.Prices prices = new OrderTerms.Prices(0, 9950 * Scene.CENT, 0, 0, method);
        BrokerOrder order = scene.place(Scene.terms(false, 100, OrderKind.STOP, prices));

        // When
        scene.backend.advanceTo(Scene.START + 1);
        scene.quote(9940, 500, 9941, 500);
        scene.print(9940, 10);
        boolean once = order.triggered();
        scene.backend.advanceTo(Scene.START + 2);
        scene.quote(9939, 500, 9940, 500);
        scene.print(9939, 10);

        // Then
        assertThat(once).isEqualTo(first);
        assertThat(order.triggered()).isEqualTo(second);
    }

    @Test
    void shouldFillOrKill() {
        // When
        BrokerOrder whole = scene.place(withLife(Scene.limit(true, 500, 10001), TimeInForce.FOK));
        scene.quote(10000, 500, 10001, 400);
        BrokerOrder tooLarge =
                scene.place(withLife(Scene.limit(true, 401, 10001), TimeInForce.FOK));

        // Then
        assertThat(whole.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(tooLarge.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(tooLarge.filledShares()).isZero();
    }

    @Test
    void shouldHoldAMarketOrderUntilSomebodyStandsAgainstIt() {
        // Given
        scene.quote(10000, 500, 0, 0);

        // When
        BrokerOrder order = scene.place(Scene.market(true, 100));
        OrderStatus held = order.status();
        scene.quote(10000, 500, 10002, 300);

        // Then
        assertThat(held).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.averageFillE8()).isEqualTo(10002 * Scene.CENT);
    }

    @Test
    void shouldFillInTheClosingAuctionWhatItsLimitAdmits() {
        // Given
        BrokerOrder market =
                scene.place(ofDay(Scene.terms(true, 100, OrderKind.MARKET_ON_CLOSE, none())));
        BrokerOrder low = scene.place(ofDay(loc(true, 10009)));
        BrokerOrder high = scene.place(ofDay(loc(true, 10010)));

        // When
        scene.print(10010, 100);
        OrderStatus before = market.status();
        scene.passUntil("2026-11-24T16:00");

        // Then
        assertThat(before).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(market.averageFillE8()).isEqualTo(10010 * Scene.CENT);
        assertThat(high.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(low.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void shouldFillInTheNextOpeningAuctionWhatItsLimitAdmits() {
        // Given
        BrokerOrder market = scene.place(withLife(Scene.market(true, 100), TimeInForce.OPG));
        BrokerOrder low = scene.place(withLife(Scene.limit(true, 10, 10019), TimeInForce.OPG));

        // When
        scene.passUntil("2026-11-25T09:30");
        OrderStatus before = market.status();
        scene.print(10020, 4000);

        // Then
        assertThat(before).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(market.averageFillE8()).isEqualTo(10020 * Scene.CENT);
        assertThat(low.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void shouldHoldWhatCannotTradeAfterHoursAndSayUntilWhen() {
        // Given
        scene.passUntil("2026-11-24T17:00");
        scene.told.clear();

        // When
        BrokerOrder order = scene.place(ofDay(Scene.limit(true, 100, 10001)));
        scene.passUntil("2026-11-25T09:29:59");
        OrderStatus before = order.status();
        scene.passUntil("2026-11-25T09:30");

        // Then
        assertThat(scene.told).contains("notice 399");
        assertThat(before).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void shouldLetAnExtendedOrderWorkThroughTheBellWithoutLosingItsPlace() {
        // Given
        scene.passUntil("2026-11-25T08:00");
        BrokerOrder order =
                scene.place(
                        Scene.limit(true, 100, 9990)
                                .withLife(new OrderTerms.Life(TimeInForce.DAY, 0, true)));
        OrderStatus before = order.status();

        // When
        scene.passUntil("2026-11-25T19:59");
        OrderStatus evening = order.status();
        scene.passUntil("2026-11-25T20:00");

        // Then
        assertThat(before).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(evening).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void shouldWarnOfExtendedHoursThatMeanNothingAndOfCrossingZero() {
        // Given
        scene.place(Scene.market(true, 100));
        scene.told.clear();

        // When
        scene.place(
                Scene.market(false, 150).withLife(new OrderTerms.Life(TimeInForce.DAY, 0, true)));

        // Then
        assertThat(scene.told).contains("notice 2109", "notice 2137");
    }

    private static OrderTerms loc(boolean buy, long price) {
        return Scene.terms(
                buy, 100, OrderKind.LIMIT_ON_CLOSE, OrderTerms.Prices.limit(price * Scene.CENT));
    }

    private static OrderTerms.Prices none() {
        return OrderTerms.Prices.NONE;
    }

    private static OrderTerms ofDay(OrderTerms terms) {
        return terms.withLife(OrderTerms.Life.DAY);
    }

    private static OrderTerms withLife(OrderTerms terms, TimeInForce life) {
        return terms.withLife(OrderTerms.Life.of(life));
    }
}
