package dev.monger.simulator.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderChangesTest {
    private static final long MILLI = 1_000_000L;

    private final Scene scene = new Scene(BackendSettings.usual());

    @BeforeEach
    void openTheMarket() {
        scene.quote(10000, 500, 10001, 500);
        scene.print(10000, 100);
        scene.told.clear();
    }

    @ParameterizedTest
    @CsvSource({
        // new size, new price, filled when 600 trade at the price after 500 stood before it
        "80, 10000, 80",
        "100, 10000, 100",
        "101, 10000, 100",
        "100, 9999, 0",
    })
    void shouldKeepItsPlaceOnlyWhenItBecomesSmaller(long shares, long price, long filled) {
        // Given
        BrokerOrder first = scene.place(Scene.limit(true, 100, 10000));
        BrokerOrder second = scene.place(Scene.limit(true, 100, 10000));
        String before = first.toString();

        // When
        scene.backend.change(first, scene.ibm, Scene.limit(true, shares, price));
        scene.print(10000, 600);

        // Then
        assertThat(before).contains("Submitted");
        boolean kept = shares <= 100 && price == 10000;
        assertThat(first.filledShares()).isEqualTo(kept ? filled : 0);
        assertThat(second.filledShares()).isEqualTo(kept ? 100 - filled : 100);
    }

    @Test
    void shouldTellAChangeThatKeepsItsPlaceAsSubmittedOnly() {
        // Given
        BrokerOrder order = scene.place(Scene.limit(true, 100, 10000));
        scene.told.clear();

        // When
        scene.backend.change(order, scene.ibm, Scene.limit(true, 60, 10000));
        scene.backend.change(order, scene.ibm, Scene.limit(true, 60, 9999));

        // Then
        assertThat(scene.told)
                .containsExactly(
                        "order 1 Submitted 0/60",
                        "order 1 PreSubmitted 0/60",
                        "order 1 Submitted 0/60");
    }

    @Test
    void shouldRefuseAnotherGroupOrType() {
        // Given
        BrokerOrder order = scene.place(Scene.limit(true, 100, 9000).inGroup("g", 1));

        // When
        PlaceOutcome group =
                scene.backend.change(order, scene.ibm, Scene.limit(true, 90, 9000).inGroup("h", 1));
        PlaceOutcome type =
                scene.backend.change(order, scene.ibm, Scene.limit(true, 90, 9000).inGroup("g", 2));
        PlaceOutcome same =
                scene.backend.change(order, scene.ibm, Scene.limit(true, 90, 9000).inGroup("g", 1));

        // Then
        assertThat(code(group)).isEqualTo(10326);
        assertThat(code(type)).isEqualTo(10327);
        assertThat(code(same)).isZero();
    }

    @Test
    void shouldRefuseToChangeWhatIsStillOnItsWay() {
        // Given
        Scene slow = slow(50, 0);
        BrokerOrder order = slow.place(Scene.limit(true, 100, 9000));

        // When
        PlaceOutcome early = slow.backend.change(order, slow.ibm, Scene.limit(true, 90, 9000));
        slow.backend.advanceTo(Scene.START + 50 * MILLI);
        PlaceOutcome later = slow.backend.change(order, slow.ibm, Scene.limit(true, 90, 9000));

        // Then
        assertThat(code(early)).isEqualTo(2102);
        assertThat(code(later)).isZero();
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void shouldEndAsApiCancelledWhatTheExchangeHasNotAcknowledged() {
        // Given
        Scene slow = slow(50, 0);
        BrokerOrder order = slow.place(Scene.limit(true, 100, 10001));

        // When
        slow.backend.cancel(order, "");
        slow.backend.advanceTo(Scene.START + 60 * MILLI);

        // Then
        assertThat(order.status()).isEqualTo(OrderStatus.API_CANCELLED);
        assertThat(order.filledShares()).isZero();
        assertThat(slow.told).containsSubsequence("status 1 ApiCancelled 0/100", "notice 202");
    }

    @Test
    void shouldStillTradeWhileItsCancelIsOnItsWay() {
        // Given
        Scene slow = slow(0, 30);
        BrokerOrder order = slow.place(Scene.limit(true, 100, 9990));
        slow.told.clear();

        // When
        boolean taken = slow.backend.cancel(order, "");
        boolean again = slow.backend.cancel(order, "");
        slow.print(9989, 40);
        slow.backend.advanceTo(Scene.START + 30 * MILLI);

        // Then
        assertThat(taken).isTrue();
        assertThat(again).isFalse();
        assertThat(slow.told)
                .containsExactly(
                        "status 1 PendingCancel 0/100",
                        "exec 40@9990",
                        "order 1 PendingCancel 40/60",
                        "commission 100",
                        "position 40",
                        "status 1 Cancelled 40/60",
                        "notice 202");
    }

    @Test
    void shouldOverfillAGroupWithoutBlockWhileTheNewsIsOnItsWay() {
        // Given
        Scene own = new Scene(BackendSettings.usual());
        own.quote(10000, 500, 10001, 500);
        BrokerOrder one = own.place(Scene.limit(false, 100, 10050).inGroup("g", 3));
        BrokerOrder two = own.place(Scene.limit(false, 100, 10060).inGroup("g", 3));

        // When
        own.print(10055, 100);
        own.print(10065, 70);
        own.backend.advanceTo(Scene.START + 40 * MILLI);

        // Then
        assertThat(one.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(two.filledShares()).isEqualTo(70);
        assertThat(two.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(own.backend.books("DU1234567").shares(Scene.IBM)).isEqualTo(-170);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void shouldNeverOverfillAGroupWithBlock(int type) {
        // Given
        scene.place(Scene.limit(false, 100, 10050).inGroup("g", type));
        scene.place(Scene.limit(false, 100, 10060).inGroup("g", type));

        // When
        scene.print(10055, 100);
        scene.print(10065, 70);

        // Then
        assertThat(scene.backend.books("DU1234567").shares(Scene.IBM)).isEqualTo(-100);
    }

    @Test
    void shouldCancelTheParentWithAChildThatSaysSo() {
        // Given
        BrokerOrder parent = scene.place(Scene.limit(true, 100, 9000));
        BrokerOrder child =
                scene.place(
                        Scene.limit(false, 100, 11000).starting(OrderTerms.Start.AT_ONCE, true),
                        parent.permId());

        // When
        scene.backend.cancel(child, "");

        // Then
        assertThat(parent.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void shouldFreeHeldShortSalesOneByOneAndAllOfASymbol() {
        // Given
        scene.backend.setShortable("IBM", false);
        BrokerOrder first = scene.place(Scene.limit(false, 10, 10050));
        BrokerOrder second = scene.place(Scene.limit(false, 10, 10050));
        String held = first.whyHeld();

        // When
        boolean located = scene.backend.locate(first);
        boolean again = scene.backend.locate(first);
        OrderStatus secondThen = second.status();
        scene.backend.setShortable("IBM", true);

        // Then
        assertThat(held).isEqualTo("locate");
        assertThat(located).isTrue();
        assertThat(again).isFalse();
        assertThat(first.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(secondThen).isEqualTo(OrderStatus.PRE_SUBMITTED);
        assertThat(second.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(scene.told).contains("notice 404");
    }

    private static Scene slow(long acknowledgeMillis, long cancelMillis) {
        Scene slow =
                new Scene(
                        BackendSettings.usual()
                                .withLatency(
                                        new BackendSettings.Latency(
                                                acknowledgeMillis * MILLI, cancelMillis * MILLI)));
        slow.quote(10000, 500, 10001, 500);
        return slow;
    }

    private static int code(PlaceOutcome outcome) {
        return outcome instanceof PlaceOutcome.Refused refused ? refused.code() : 0;
    }
}
