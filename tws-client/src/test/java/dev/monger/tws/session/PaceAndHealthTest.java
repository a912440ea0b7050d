package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceAndHealthTest {

    private static final long SECOND = ScriptedTws.SECOND;
    private static final SessionSettings NO_PROBES =
            SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60).withPace(20, 5);

    /** A ready session of which the first probe is forgotten by the pace. */
    private static ScriptedTws calm(SessionSettings settings) {
        ScriptedTws tws = ScriptedTws.ready(settings);
        tws.passes(2 * SECOND);
        return tws;
    }

    private static ClientMessage rule(int number) {
        return new ReferenceRequest.RequestMarketRule(number);
    }

    private static OrderRequest.PlaceOrder place(int orderId, int parentId) {
        return new OrderRequest.PlaceOrder(
                orderId,
                Contract.stock(265598, "AAPL", "NASDAQ"),
                Order.builder("BUY", Decimals.ofWhole(1), "MKT").parentId(parentId).build());
    }

    @Test
    void shouldNeverSendMoreThanTheLimitWithinAnySecond() {
        // Given
        ScriptedTws tws = calm(NO_PROBES);
        for (int number = 0; number < 100; number++) {
            tws.send(rule(number), Lane.DATA);
        }

        // When time passes in small steps
        List<Integer> heardPerStep = new ArrayList<>();
        List<ClientMessage> all = new ArrayList<>(tws.takeHeard());
        heardPerStep.add(all.size());
        for (int step = 0; step < 200; step++) {
            tws.passes(SECOND / 20);
            List<ClientMessage> heard = tws.takeHeard();
            heardPerStep.add(heard.size());
            all.addAll(heard);
        }

        // Then everything left in order, at most 15 a second as 5 are kept for exits
        assertThat(all).hasSize(100).first().isEqualTo(rule(0));
        assertThat(all).last().isEqualTo(rule(99));
        for (int from = 0; from + 20 <= heardPerStep.size(); from++) {
            assertThat(
                            heardPerStep.subList(from, from + 20).stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                    .isLessThanOrEqualTo(15);
        }
    }

    @Test
    void shouldLetABracketLeaveAtOneMessageASecond() {
        // Given a gateway that is shared by as many as it takes
        ScriptedTws tws =
                calm(SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60).withPace(1, 0));

        // When
        for (int number = 1; number <= 3; number++) {
            tws.send(place(number, number == 1 ? 0 : 1), Lane.ENTRY);
        }
        tws.passes(3 * SECOND);

        // Then
        assertThat(tws.takeHeard()).hasSize(3);
    }

    @Test
    void shouldKeepAReserveForExitsAndAShareForEntries() {
        ScriptedTws tws = calm(NO_PROBES);
        for (int number = 1; number <= 40; number++) {
            tws.send(place(number, 0), Lane.ENTRY);
        }
        assertThat(tws.takeHeard()).hasSize(10);
        for (int number = 0; number < 40; number++) {
            tws.send(rule(number), Lane.DATA);
        }
        assertThat(tws.takeHeard()).hasSize(5);
        for (int number = 101; number <= 140; number++) {
            tws.send(OrderRequest.CancelOrder.of(number), Lane.EXIT);
        }
        assertThat(tws.takeHeard()).hasSize(5);
        assertThat(tws.session.waitingMessages()).isEqualTo(30 + 35 + 35);
    }

    @Test
    void shouldLetExitsLeaveBeforeEntriesAndEntriesBeforeData() {
        ScriptedTws tws = calm(NO_PROBES);
        for (int number = 0; number < 30; number++) {
            tws.send(rule(number), Lane.DATA);
        }
        for (int number = 1; number <= 5; number++) {
            tws.send(OrderRequest.CancelOrder.of(900 + number), Lane.EXIT);
        }
        assertThat(tws.send(rule(99), Lane.DATA)).isEqualTo(Sending.WAITING);
        assertThat(tws.send(place(500, 0), Lane.ENTRY)).isEqualTo(Sending.WAITING);
        assertThat(tws.send(OrderRequest.CancelOrder.of(999), Lane.EXIT))
                .isEqualTo(Sending.WAITING);
        tws.takeHeard();
        tws.passes(SECOND);
        assertThat(tws.takeHeard().subList(0, 3))
                .containsExactly(OrderRequest.CancelOrder.of(999), place(500, 0), rule(15));
    }

    @Test
    void shouldNotLetAnOrderLeaveAfterItsOwnCancel() {
        // Given a bracket of which the parent waits, and an order beside it
        ScriptedTws tws = calm(NO_PROBES);
        for (int number = 1; number <= 10; number++) {
            tws.send(place(number, 0), Lane.ENTRY);
        }
        tws.send(place(50, 0), Lane.ENTRY);
        tws.send(place(51, 50), Lane.ENTRY);
        tws.send(place(60, 0), Lane.ENTRY);
        tws.takeHeard();

        // When
        tws.send(OrderRequest.CancelOrder.of(50), Lane.EXIT);

        // Then
        assertThat(tws.takeEvents())
                .containsExactly(
                        new SessionEvent.NotSent(place(50, 0), false, "cancelled before it left"),
                        new SessionEvent.NotSent(place(51, 50), false, "cancelled before it left"));
        tws.passes(2 * SECOND);
        assertThat(tws.takeHeard()).containsExactly(OrderRequest.CancelOrder.of(50), place(60, 0));
    }

    @Test
    void shouldLetTheChangeOfAWorkingChildLeaveThoughItsParentIsCancelled() {
        ScriptedTws tws = calm(NO_PROBES);
        tws.send(place(50, 0), Lane.ENTRY);
        tws.send(place(51, 50), Lane.EXIT);
        for (int number = 101; number <= 120; number++) {
            tws.send(OrderRequest.CancelOrder.of(number), Lane.EXIT);
        }
        assertThat(tws.send(place(51, 50), Lane.EXIT)).isEqualTo(Sending.WAITING);
        tws.takeHeard();
        tws.send(OrderRequest.CancelOrder.of(50), Lane.EXIT);
        tws.passes(2 * SECOND);
        assertThat(tws.takeHeard()).contains(place(51, 50), OrderRequest.CancelOrder.of(50));
    }

    @Test
    void shouldTellWhatDidNotLeaveWhenTheConnectionCloses() {
        ScriptedTws tws = calm(NO_PROBES);
        for (int number = 1; number <= 11; number++) {
            tws.send(place(number, 0), Lane.ENTRY);
        }
        tws.hangsUp();
        assertThat(tws.takeEvents())
                .containsExactly(
                        new SessionEvent.NotSent(place(11, 0), false, "the connection closed"));
    }

    @Test
    void shouldPauseWhenTwsSaysItWasTooMuch() {
        ScriptedTws tws = calm(NO_PROBES);
        tws.says(SessionMessage.ErrorMessage.of(-1, 100, "Max rate of messages"));
        assertThat(tws.send(rule(1), Lane.DATA)).isEqualTo(Sending.WAITING);
        tws.passes(SECOND - 1);
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(1);
        assertThat(tws.takeHeard()).containsExactly(rule(1));
    }

    @Test
    void shouldTakeABurstOfComplaintsForOneAndHoldExitsForASecondAtMost() {
        // Given TWS complains of every message of one burst
        ScriptedTws tws = calm(NO_PROBES);
        for (int message = 0; message < 10; message++) {
            tws.says(SessionMessage.ErrorMessage.of(-1, 100, "Max rate of messages"));
            tws.passes(1_000_000);
        }
        tws.send(rule(1), Lane.DATA);
        tws.send(OrderRequest.CancelOrder.of(101), Lane.EXIT);

        // Then a second is enough, and the next burst makes only data wait longer
        tws.passes(SECOND);
        assertThat(tws.takeHeard()).containsExactly(OrderRequest.CancelOrder.of(101), rule(1));
        tws.says(SessionMessage.ErrorMessage.of(-1, 100, "Max rate of messages"));
        tws.send(rule(2), Lane.DATA);
        tws.send(OrderRequest.CancelOrder.of(102), Lane.EXIT);
        tws.passes(SECOND);
        assertThat(tws.takeHeard()).containsExactly(OrderRequest.CancelOrder.of(102));
        tws.passes(SECOND);
        assertThat(tws.takeHeard()).containsExactly(rule(2));
    }

    @Test
    void shouldGoOnWithAPauseOverAReconnection() {
        ScriptedTws tws = calm(NO_PROBES);
        tws.says(SessionMessage.ErrorMessage.of(-1, 100, "Max rate of messages"));
        tws.hangsUp();
        tws.becomesReady();
        tws.takeHeard();
        assertThat(tws.send(rule(1), Lane.DATA)).isEqualTo(Sending.WAITING);
        tws.passes(2 * SECOND);
        assertThat(tws.takeHeard()).containsExactly(rule(1));
    }

    @Test
    void shouldGiveUpATwsThatStopsAnsweringThoughItStillSends() {
        ScriptedTws tws = ScriptedTws.ready(SessionSettings.defaults(7));
        tws.passesInGoodHealth(60 * SECOND);
        assertThat(tws.takeEvents())
                .noneMatch(event -> event instanceof SessionEvent.MustClose)
                .anyMatch(event -> event instanceof SessionEvent.TimeMeasured);
        for (int second = 0; second < 16; second++) {
            tws.passes(SECOND);
            tws.says(new SessionMessage.NextValidId(101));
        }
        assertThat(tws.takeEvents())
                .filteredOn(SessionEvent.MustClose.class::isInstance)
                .extracting(event -> ((SessionEvent.MustClose) event).reason())
                .containsExactly(CloseReason.HALF_OPEN);
        assertThat(tws.send(rule(1), Lane.DATA)).isEqualTo(Sending.NOT_READY);
    }

    @ParameterizedTest
    @CsvSource({"196,1795442400,1795442400000", "197,1795442400123,1795442400123"})
    void shouldMeasureTheTimeOfTws(int version, long said, long millis) {
        // Given
        ScriptedTws tws = new ScriptedTws(SessionSettings.defaults(7), version);
        tws.callAndGreet();
        tws.says(new SessionMessage.ManagedAccounts(List.of("DU1")));
        tws.says(new SessionMessage.NextValidId(1));
        tws.takeEvents();

        // When the answer to the first probe takes 3 ms
        tws.now += 3_000_000;
        tws.says(
                version < 197
                        ? new SessionMessage.CurrentTime(said)
                        : new SessionMessage.CurrentTimeInMillis(said));

        // Then
        assertThat(tws.takeEvents()).contains(new SessionEvent.TimeMeasured(millis, 3_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "1100,ConnectivityLost[code=1100]",
        "2110,ConnectivityLost[code=2110]",
        "1101,ConnectivityRestored[dataLost=true]",
        "1102,ConnectivityRestored[dataLost=false]",
        "2103,'FarmChanged[kind=MARKET_DATA, name=usfarm, ok=false]'",
        "2104,'FarmChanged[kind=MARKET_DATA, name=usfarm, ok=true]'",
        "2105,'FarmChanged[kind=HISTORY, name=usfarm, ok=false]'",
        "2106,'FarmChanged[kind=HISTORY, name=usfarm, ok=true]'",
        "2107,'FarmChanged[kind=HISTORY, name=usfarm, ok=true]'",
        "2108,'FarmChanged[kind=MARKET_DATA, name=usfarm, ok=true]'",
        "2119,'FarmChanged[kind=MARKET_DATA, name=usfarm, ok=false]'",
        "2157,'FarmChanged[kind=SECURITY_DEFINITIONS, name=usfarm, ok=false]'",
        "2158,'FarmChanged[kind=SECURITY_DEFINITIONS, name=usfarm, ok=true]'",
        "321,ReadOnlyApi[text=The API interface is currently in Read-Only mode:usfarm]"
    })
    void shouldTellWhatNoticesMean(int code, String event) {
        ScriptedTws tws = ScriptedTws.ready(NO_PROBES);
        String text =
                code == 321
                        ? "The API interface is currently in Read-Only mode:usfarm"
                        : "Something about a farm:usfarm";
        tws.says(SessionMessage.ErrorMessage.of(-1, code, text));
        assertThat(tws.takeEvents())
                .hasSize(2)
                .last()
                .extracting(SessionEvent::toString)
                .isEqualTo(event);
    }

    @Test
    void shouldReadTheNameOfAFarmThatFollowsTheSentence() {
        ScriptedTws tws = ScriptedTws.ready(NO_PROBES);
        tws.says(
                SessionMessage.ErrorMessage.of(
                        -1,
                        2108,
                        "Market data farm connection is inactive but should be available upon"
                                + " demand.usfarm.nj"));
        assertThat(tws.takeEvents())
                .contains(new SessionEvent.FarmChanged(FarmKind.MARKET_DATA, "usfarm.nj", true));
    }

    @Test
    void shouldProbeEvenWhileDataUsesThePace() {
        ScriptedTws tws = ScriptedTws.ready(SessionSettings.defaults(7));
        for (int number = 0; number < 2000; number++) {
            tws.send(rule(number), Lane.DATA);
        }
        tws.passesInGoodHealth(20 * SECOND);
        assertThat(tws.takeEvents())
                .noneMatch(event -> event instanceof SessionEvent.MustClose)
                .filteredOn(SessionEvent.TimeMeasured.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void shouldDoubleThePauseUpToItsLimit() {
        Backoff backoff = Backoff.of(SECOND, 10 * SECOND);
        assertThat(backoff.delayNanos()).isZero();
        List<Long> delays = new ArrayList<>();
        for (int attempt = 0; attempt < 80; attempt++) {
            backoff = backoff.failed();
            delays.add(backoff.delayNanos() / SECOND);
        }
        assertThat(delays.subList(0, 6)).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
        assertThat(delays.subList(6, 80)).containsOnly(10L);
        assertThat(backoff.succeeded().delayNanos()).isZero();
    }

    @Test
    void shouldRefuseSettingsThatCannotWork() {
        SessionSettings settings = SessionSettings.defaults(7);
        assertThatThrownBy(() -> SessionSettings.defaults(-1))
                .hasMessageStartingWith("Condition failed: clientId");
        assertThatThrownBy(() -> settings.withServerVersions(176, 201))
                .hasMessageContaining("176..201");
        assertThatThrownBy(() -> settings.withPace(10, 10)).hasMessageContaining("reserved");
        assertThatThrownBy(() -> settings.withPace(0, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> settings.withHeartbeat(0, 1)).hasMessageContaining("above 0");
    }

    @Test
    void shouldGiveRequestIdsThatNoOrderReaches() {
        ClientSession session = new ClientSession(NO_PROBES);
        assertThat(session.takeRequestId()).isEqualTo(1_000_000_001);
        assertThat(session.takeRequestId()).isEqualTo(1_000_000_002);
    }
}
