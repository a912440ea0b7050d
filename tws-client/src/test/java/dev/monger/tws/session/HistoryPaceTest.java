package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest.CancelHistoricalData;
import dev.monger.tws.message.MarketDataRequest.RequestHeadTimestamp;
import dev.monger.tws.message.MarketDataRequest.RequestHistoricalData;
import dev.monger.tws.message.MarketDataRequest.RequestRealTimeBars;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The broker's rules for requests of the past, as a session keeps them. */
class HistoryPaceTest {

    private static final long SECOND = ScriptedTws.SECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final SessionSettings SETTINGS =
            SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60).withPace(1000, 10);

    private final ScriptedTws tws = ScriptedTws.ready(SETTINGS);
    private final List<Long> leftAt = new ArrayList<>();
    private int nextId = 1_000_000_000;

    private static Contract stock(int conId) {
        return Contract.stock(conId, "S" + conId, "NYSE");
    }

    private RequestHistoricalData bars(int conId, String end, String size, String what) {
        nextId++;
        return new RequestHistoricalData(
                nextId, stock(conId), false, end, size, "1800 S", false, what, 2, false, "");
    }

    private Sending ask(ClientMessage message) {
        return tws.send(message, Lane.DATA);
    }

    /** Answers each request as it leaves, and notes when it left. */
    private void passes(long nanos) {
        long end = tws.now + nanos;
        note();
        while (tws.session.nextWakeNanos() <= end) {
            tws.passes(Math.max(tws.now, tws.session.nextWakeNanos()) - tws.now);
            note();
        }
        tws.passes(end - tws.now);
        note();
    }

    private void note() {
        for (ClientMessage message : tws.takeHeard()) {
            leftAt.add(tws.now);
            if (message instanceof RequestHistoricalData history) {
                tws.says(new MarketDataMessage.HistoricalDataEnd(history.requestId(), "", ""));
            }
        }
    }

    private List<Long> secondsLeft() {
        long first = leftAt.getFirst();
        return leftAt.stream().map(at -> (at - first) / SECOND).toList();
    }

    /**
     * So many requests at once, how they differ, and when they leave, in seconds after the first.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|30 secs|TRADES|same|0 15",
                "2|1 min|TRADES|same|0 0",
                "2|30 secs|TRADES|end|0 0",
                "6|30 secs|TRADES|end|0 0 0 0 0 2",
                "11|5 secs|TRADES|end|0 0 0 0 0 2 2 2 2 2 4",
                "4|1 secs|BID_ASK|end|0 0 2 2",
                "8|30 secs|TRADES|contract|0 0 0 0 0 0 0 0",
                "8|1 min|BID_ASK|end|0 0 0 0 0 0 0 0"
            })
    void shouldLetRequestsLeaveAsTheRulesAllow(
            int count, String size, String what, String differing, String expected) {
        for (int number = 0; number < count; number++) {
            String end = differing.equals("end") ? "20261124-10:00:0" + number % 10 + number : "";
            ask(bars(differing.equals("contract") ? number : 1, end, size, what));
        }
        passes(20 * SECOND);
        assertThat(secondsLeft().stream().map(String::valueOf))
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void shouldLetAtMostSixtyLeaveInTenMinutes() {
        for (int number = 0; number < 70; number++) {
            ask(bars(number, "", "10 secs", "TRADES"));
        }
        passes(9 * MINUTE);
        assertThat(leftAt).hasSize(60);
        passes(2 * MINUTE);
        assertThat(leftAt).hasSize(70);
        assertThat(secondsLeft().get(60)).isEqualTo(600);
    }

    @Test
    void shouldTellWhatWaitedTooLongOrWasTooMuch() {
        // Given as many as may be open, none of them answered, and more than may wait
        int most = HistoryPace.MOST_OPEN + HeldRequests.MOST;
        for (int number = 0; number < most; number++) {
            assertThat(ask(kept(number))).isNotEqualTo(Sending.FULL);
        }
        assertThat(ask(kept(most))).isEqualTo(Sending.FULL);
        assertThat(notSent()).isEqualTo(1);

        // When
        tws.passes(HeldRequests.LONGEST_NANOS - 1);
        assertThat(notSent()).isZero();
        tws.passes(1);

        // Then
        assertThat(notSent()).isEqualTo(HeldRequests.MOST);
        assertThat(tws.session.waitingMessages()).isZero();
    }

    @Test
    void shouldForgetWhatWasOpenWhenTheBrokerLostIt() {
        // Given
        for (int number = 0; number < HistoryPace.MOST_OPEN; number++) {
            ask(kept(number));
        }
        assertThat(ask(kept(1000))).isEqualTo(Sending.WAITING);

        // When
        tws.says(ErrorMessage.of(-1, 1101, "restored - data lost"));
        tws.passes(0);

        // Then
        assertThat(tws.session.waitingMessages()).isZero();
    }

    @Test
    void shouldAskLaterForAStreamThatWaitedTooLong() {
        // Given no room for a stream of bars
        for (int number = 0; number < HistoryPace.MOST_OPEN; number++) {
            ask(kept(number));
        }
        var bars = new Subscription.LiveHistory(stock(5), "1 min", "1800 S", "TRADES", false);
        tws.session.subscriptions().want(bars, tws.now, tws);
        assertThat(tws.session.waitingMessages()).isEqualTo(1);

        // When it waits too long, and there is room
        tws.passes(HeldRequests.LONGEST_NANOS);
        assertThat(tws.session.waitingMessages()).isZero();
        assertThat(tws.session.subscriptions().observed(bars)).contains(Observed.REFUSED);
        ask(new CancelHistoricalData(1_000_000_001));
        tws.takeHeard();
        tws.passes(30 * SECOND);

        // Then
        assertThat(tws.takeHeard()).hasSize(1).first().isInstanceOf(RequestHistoricalData.class);
    }

    private RequestHistoricalData kept(int conId) {
        nextId++;
        return new RequestHistoricalData(
                nextId, stock(conId), false, "", "1 min", "1800 S", false, "TRADES", 2, true, "");
    }

    private long notSent() {
        return tws.takeEvents().stream().filter(SessionEvent.NotSent.class::isInstance).count();
    }

    @Test
    void shouldCountQuotesTwice() {
        for (int number = 0; number < 40; number++) {
            ask(bars(number, "", "10 secs", "BID_ASK"));
        }
        passes(9 * MINUTE);
        assertThat(leftAt).hasSize(30);
    }

    @Test
    void shouldCountHeadsAndFiveSecondBarsToo() {
        RequestHeadTimestamp head = new RequestHeadTimestamp(1, stock(1), false, true, "TRADES", 2);
        RequestRealTimeBars bars = new RequestRealTimeBars(2, stock(1), 5, "TRADES", false, "");
        assertThat(ask(head)).isEqualTo(Sending.SENT);
        assertThat(ask(bars)).isEqualTo(Sending.SENT);
        assertThat(ask(head.withRequestId(3))).isEqualTo(Sending.WAITING);
        assertThat(ask(bars.withRequestId(4))).isEqualTo(Sending.WAITING);
        passes(20 * SECOND);
        assertThat(secondsLeft()).containsExactly(0L, 0L, 15L, 15L);
    }

    @Test
    void shouldHaveAtMostFiftyOpen() {
        // Given
        List<RequestHistoricalData> asked =
                IntStream.range(0, 60).mapToObj(id -> bars(id, "", "1 day", "TRADES")).toList();
        asked.forEach(this::ask);
        assertThat(tws.takeHeard()).hasSize(50);

        // When one is answered, one refused and one cancelled
        tws.says(new MarketDataMessage.HistoricalDataEnd(asked.get(0).requestId(), "", ""));
        tws.says(ErrorMessage.of(asked.get(1).requestId(), 200, "No security definition"));
        ask(new CancelHistoricalData(asked.get(2).requestId()));
        tws.passes(SECOND);

        // Then three more are open
        assertThat(tws.takeHeard())
                .containsExactly(
                        new CancelHistoricalData(asked.get(2).requestId()),
                        asked.get(50),
                        asked.get(51),
                        asked.get(52));

        // And those that are never answered are given up in the end
        tws.passes(2 * SETTINGS.times().requestDeadlineNanos());
        assertThat(tws.takeHeard()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "1 secs,2000 S,true", "1 secs,2001 S,false", "1 sec,1 D,false", "1 secs,1 W,false",
        "1 secs,1 M,false", "1 secs,1 Y,false", "5 secs,1 D,true", "1 secs,nonsense,true"
    })
    void shouldRefuseBarsOfASecondBeyondTheirReach(String size, String duration, boolean allowed) {
        RequestHistoricalData request =
                new RequestHistoricalData(
                        1, stock(1), false, "", size, duration, false, "TRADES", 2, false, "");
        assertThat(ask(request)).isEqualTo(allowed ? Sending.SENT : Sending.REFUSED);
        if (!allowed) {
            assertThat(tws.takeHeard()).isEmpty();
            assertThat(tws.takeEvents())
                    .containsExactly(
                            new SessionEvent.NotSent(
                                    request,
                                    false,
                                    "bars of 1 second reach back at most 2000 S in one request,"
                                            + " not "
                                            + duration
                                            + ": ask for several stretches"));
        }
    }

    @Test
    void shouldWaitLongerAfterEachViolation() {
        for (int violation = 0; violation < 8; violation++) {
            long before = tws.now;
            tws.says(ErrorMessage.of(5, 162, "...: Historical data request pacing violation"));
            ask(bars(violation, "", "1 min", "TRADES"));
            passes(10 * MINUTE);
            long expected = Math.min(600, 15L << violation);
            assertThat((leftAt.getLast() - before) / SECOND).isEqualTo(expected);
            tws.passes(before + 10 * MINUTE - tws.now);
        }
        tws.passes(20 * MINUTE);
        tws.says(ErrorMessage.of(5, 162, "...: Historical data request pacing violation"));
        ask(bars(77, "", "1 min", "TRADES"));
        passes(15 * SECOND);
        assertThat(tws.session.waitingMessages()).isZero();
    }

    @Test
    void shouldForgetWhatWaitsWhenItIsCancelledOrTheConnectionCloses() {
        RequestHistoricalData first = bars(1, "", "5 secs", "TRADES");
        RequestHistoricalData second = bars(1, "", "5 secs", "TRADES");
        RequestHistoricalData third = bars(1, "", "5 secs", "TRADES");
        Stream.of(first, second, third).forEach(this::ask);
        tws.takeHeard();
        ask(new CancelHistoricalData(second.requestId()));
        assertThat(tws.takeEvents())
                .contains(new SessionEvent.NotSent(second, false, "cancelled before it left"));
        tws.hangsUp();
        assertThat(tws.takeEvents())
                .contains(new SessionEvent.NotSent(third, false, "the connection closed"));
        assertThat(tws.session.waitingMessages()).isZero();
    }

    @Test
    void shouldCountOverReconnectionsButNotOverAnotherClock() {
        ask(bars(1, "", "5 secs", "TRADES"));
        tws.hangsUp();
        tws.passes(5 * SECOND);
        tws.becomesReady();
        assertThat(ask(bars(1, "", "5 secs", "TRADES"))).isEqualTo(Sending.WAITING);
        tws.hangsUp();
        tws.now = 1;
        tws.becomesReady();
        assertThat(ask(bars(1, "", "5 secs", "TRADES"))).isEqualTo(Sending.SENT);
    }

    @Test
    void shouldLetOrdersAndOtherDataPass() {
        for (int number = 0; number < 20; number++) {
            ask(bars(1, "", "5 secs", "TRADES"));
        }
        tws.takeHeard();
        OrderRequest orders = new OrderRequest.RequestOpenOrders();
        assertThat(ask(orders)).isEqualTo(Sending.SENT);
        assertThat(tws.send(OrderRequest.CancelOrder.of(1), Lane.EXIT)).isEqualTo(Sending.SENT);
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L, 20261124L, 4711L);
    }

    /** Whatever is asked whenever: what leaves keeps the three rules, and all of it leaves. */
    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepTheRulesWhateverIsAsked(long seed) {
        Chance chance = new Chance(seed);
        TreeMap<Long, List<RequestHistoricalData>> left = new TreeMap<>();
        int asked = 0;
        for (int step = 0; step < 150; step++) {
            if (chance.below(3) > 0) {
                asked++;
                ask(
                        bars(
                                chance.below(4),
                                "2026112" + chance.below(3) + "-10:00:00",
                                "5 secs",
                                chance.below(3) == 0 ? "BID_ASK" : "TRADES"));
            }
            long until = tws.now + chance.below(3000) * 1_000_000L;
            collect(until, left);
        }
        collect(tws.now + 60 * MINUTE, left);

        assertThat(left.values().stream().mapToInt(List::size).sum()).isEqualTo(asked);
        left.forEach((at, requests) -> requests.forEach(request -> judge(at, request, left)));
    }

    private void collect(long until, NavigableMap<Long, List<RequestHistoricalData>> left) {
        while (true) {
            for (ClientMessage message : tws.takeHeard()) {
                RequestHistoricalData request = (RequestHistoricalData) message;
                left.computeIfAbsent(tws.now, _ -> new ArrayList<>()).add(request);
                tws.says(new MarketDataMessage.HistoricalDataEnd(request.requestId(), "", ""));
            }
            if (tws.session.nextWakeNanos() > until) {
                break;
            }
            tws.passes(Math.max(tws.now, tws.session.nextWakeNanos()) - tws.now);
        }
        tws.passes(until - tws.now);
    }

    private static void judge(
            long at,
            RequestHistoricalData request,
            NavigableMap<Long, List<RequestHistoricalData>> left) {
        List<RequestHistoricalData> same =
                within(left, at, 15 * SECOND).stream()
                        .filter(other -> other.withRequestId(0).equals(request.withRequestId(0)))
                        .toList();
        assertThat(same).hasSize(1);
        List<RequestHistoricalData> burst =
                within(left, at, 2 * SECOND).stream()
                        .filter(other ->
                                other.contract().equals(request.contract())
                                        && other.whatToShow().equals(request.whatToShow()))
                        .toList();
        assertThat(weight(burst)).isLessThan(6);
        assertThat(weight(within(left, at, 600 * SECOND))).isLessThanOrEqualTo(60);
    }

    private static List<RequestHistoricalData> within(
            NavigableMap<Long, List<RequestHistoricalData>> left, long until, long nanos) {
        return left.subMap(until - nanos, false, until, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static int weight(List<RequestHistoricalData> requests) {
        return requests.stream()
                .mapToInt(request -> request.whatToShow().equals("BID_ASK") ? 2 : 1)
                .sum();
    }
}
