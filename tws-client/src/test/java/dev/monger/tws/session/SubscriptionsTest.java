package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.MarketDataRequest.RequestMarketData;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionsTest {

    private static final long SECOND = ScriptedTws.SECOND;
    private static final Contract AAPL = Contract.stock(265598, "AAPL", "NASDAQ");
    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");
    private static final Subscription QUOTES = new Subscription.MarketData(AAPL, "236");
    private static final Subscription OTHERS = new Subscription.MarketData(SPY, "");
    private static final Subscription BARS =
            new Subscription.LiveHistory(AAPL, "5 mins", "1 D", "TRADES", true);
    private static final SessionSettings SETTINGS =
            SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60);
    private static final long SILENCE = SETTINGS.times().silenceNanos();

    private final ScriptedTws tws = ScriptedTws.ready(SETTINGS);

    /** One of each leaf, so that a new kind of stream cannot be forgotten. */
    static Stream<Subscription> everyKind() {
        return Stream.of(
                QUOTES,
                new Subscription.TickByTick(AAPL, "BidAsk", true),
                new Subscription.RealTimeBars(AAPL, "TRADES", false),
                BARS,
                new Subscription.AccountUpdates("DU1"),
                new Subscription.Positions(),
                new Subscription.Pnl("DU1", ""),
                new Subscription.PnlSingle("DU1", "", 265598));
    }

    /** What TWS says of a stream when it comes. */
    private static ServerMessage item(Subscription what, int id) {
        return switch (what) {
            case Subscription.MarketData _ -> bid(id, 1);
            case Subscription.TickByTick _ ->
                    new MarketDataMessage.TickByTickBidAsk(id, 1, 1, 2, 3, 4, 0);
            case Subscription.RealTimeBars _ ->
                    new MarketDataMessage.RealTimeBar(id, 1, 1, 1, 1, 1, 1, 1, 1);
            case Subscription.LiveHistory _ ->
                    new MarketDataMessage.HistoricalData(id, "", "", List.of());
            case Subscription.AccountUpdates _ ->
                    new AccountMessage.AccountValue("NetLiquidation", "1", "USD", "DU1");
            case Subscription.Positions _ -> new AccountMessage.PositionEnd();
            case Subscription.Pnl _ -> new AccountMessage.Pnl(id, 1, 2, 3);
            case Subscription.PnlSingle _ -> new AccountMessage.PnlSingle(id, 1, 2, 3, 4, 5);
        };
    }

    private static MarketDataMessage.TickPrice bid(int id, int tickType) {
        return new MarketDataMessage.TickPrice(id, tickType, Decimals.ONE, Decimals.ONE, 0);
    }

    /** A tick comes after the word that its request is served live. */
    private void hears(ServerMessage message) {
        if (message instanceof MarketDataMessage.TickPrice tick) {
            tws.says(new MarketDataMessage.MarketDataType(tick.requestId(), 1));
        }
        tws.says(message);
    }

    private static ErrorMessage notice(int code) {
        return ErrorMessage.of(-1, code, "Market data farm connection is this way:usfarm");
    }

    private void want(Subscription what) {
        tws.session.subscriptions().want(what, tws.now, tws);
    }

    private Observed observed(Subscription what) {
        return tws.session.subscriptions().observed(what).orElseThrow();
    }

    /** Which of two instruments' quotes were asked for since the last look, by symbol. */
    private List<String> symbolsAsked() {
        return tws.takeHeard().stream()
                .flatMap(message ->
                        message instanceof RequestMarketData m
                                ? Stream.of(m.contract().symbol())
                                : Stream.empty())
                .toList();
    }

    private int idOf(Subscription what) {
        return IntStream.range(1_000_000_000, 1_000_000_400)
                .filter(id -> tws.session.subscriptions().of(id).equals(Optional.of(what)))
                .findFirst()
                .orElse(0);
    }

    private List<Observed> changesOf(Subscription what) {
        List<Observed> changes = new ArrayList<>();
        for (SessionEvent event : tws.takeEvents()) {
            if (event instanceof SessionEvent.SubscriptionChanged change
                    && change.what().equals(what)) {
                changes.add(change.observed());
            }
        }
        return changes;
    }

    @Test
    void shouldHaveAStoryForEveryKindOfStream() {
        assertThat(everyKind().map(Object::getClass))
                .containsExactlyInAnyOrder(Subscription.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void shouldAskHearAskAgainAfterAReconnectionAndEnd(Subscription what) {
        // Given it is wanted before there is a session
        tws.hangsUp();
        want(what);
        want(what);
        assertThat(observed(what)).isEqualTo(Observed.WAITING);

        // When the session is ready, then it comes
        tws.becomesReady();
        assertThat(tws.takeHeard().getLast()).isEqualTo(what.request(idOf(what)));
        int first = idOf(what);
        hears(item(what, first));
        assertThat(changesOf(what)).containsExactly(Observed.PENDING, Observed.LIVE);

        // When the connection is lost and comes back
        tws.hangsUp();
        assertThat(observed(what)).isEqualTo(Observed.WAITING);
        tws.passes(20 * SECOND);
        tws.becomesReady();

        // Then it is asked for once, without a cancel of what is gone, under a new id
        List<ClientMessage> heard = tws.takeHeard();
        assertThat(heard).last().isEqualTo(what.request(idOf(what)));
        assertThat(heard).doesNotContain(what.cancel(first));
        if (what.hasRequestId()) {
            assertThat(idOf(what)).isGreaterThan(first);
        }

        // And ended when it is wanted no longer
        int second = idOf(what);
        tws.session.subscriptions().drop(what, tws.now, tws);
        assertThat(tws.takeHeard()).containsExactly(what.cancel(second));
        assertThat(tws.session.subscriptions().wanted()).isEmpty();
        tws.takeEvents();
        hears(item(what, second));
        assertThat(changesOf(what)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void shouldMakeEverythingAnewAfter1101AndNothingAfter1102(Subscription what) {
        want(what);
        int first = idOf(what);
        hears(item(what, first));
        tws.takeHeard();

        // When data was kept
        tws.says(notice(1100));
        tws.says(notice(1102));
        tws.passes(600 * SECOND);

        // Then nothing
        assertThat(tws.takeHeard()).isEmpty();
        assertThat(observed(what)).isEqualTo(Observed.LIVE);

        // When data was lost
        tws.says(notice(1100));
        tws.says(notice(1101));

        // Then it is ended, in case TWS has it after all, and asked for
        assertThat(tws.takeHeard()).containsExactly(what.cancel(first), what.request(idOf(what)));
        assertThat(observed(what)).isEqualTo(Observed.PENDING);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void shouldTellThatAnAnswerNeverCameAndAskAgain(Subscription what) {
        want(what);
        tws.passes(SETTINGS.times().requestDeadlineNanos() - 1);
        assertThat(observed(what)).isEqualTo(Observed.PENDING);
        tws.passes(1);
        assertThat(observed(what)).isEqualTo(Observed.SILENT);
        int first = idOf(what);
        tws.takeHeard();

        // And asks again, ever more seldom
        tws.passes(30 * SECOND - 1);
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(1);
        assertThat(tws.takeHeard()).containsExactly(what.cancel(first), what.request(idOf(what)));
        tws.passes(3600 * SECOND);
        assertThat(tws.takeHeard()).hasSizeBetween(2 * 5, 2 * 10);
        hears(item(what, idOf(what)));
        assertThat(observed(what)).isEqualTo(Observed.LIVE);
        tws.passes(3600 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();
    }

    @Test
    void shouldMakeOnlySilentSubscriptionsAnewAfterAFarmCameBack() {
        // Given two streams
        want(QUOTES);
        want(OTHERS);
        want(BARS);
        Stream.of(QUOTES, OTHERS, BARS).forEach(what -> hears(item(what, idOf(what))));
        tws.takeHeard();

        // When the farm flaps and one of them comes back by itself
        tws.says(notice(2103));
        tws.passes(60 * SECOND);
        tws.says(notice(2104));
        tws.passes(SILENCE / 2);
        hears(bid(idOf(OTHERS), 1));
        tws.takeEvents();
        tws.passes(SILENCE / 2 - 1);
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(1);

        // Then the other is made anew, once
        assertThat(symbolsAsked()).containsExactly("AAPL");
        assertThat(changesOf(QUOTES)).containsExactly(Observed.SILENT, Observed.PENDING);
        tws.passes(SETTINGS.times().requestDeadlineNanos());
        assertThat(symbolsAsked()).isEmpty();
        assertThat(observed(QUOTES)).isEqualTo(Observed.SILENT);
        assertThat(observed(OTHERS)).isEqualTo(Observed.LIVE);
        assertThat(observed(BARS)).isEqualTo(Observed.LIVE);
    }

    @Test
    void shouldNotMindFarmsThatWereNeverAway() {
        want(QUOTES);
        hears(bid(idOf(QUOTES), 1));
        tws.takeHeard();
        tws.says(notice(2104));
        tws.says(notice(2108));
        tws.passes(3600 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();
    }

    @Test
    void shouldWaitForTheBrokerBeforeItTakesSilenceForLoss() {
        want(QUOTES);
        hears(bid(idOf(QUOTES), 1));
        tws.takeHeard();
        tws.says(notice(2103));
        tws.says(notice(2104));
        tws.says(notice(1100));
        tws.passes(10 * SILENCE);
        assertThat(tws.takeHeard()).isEmpty();
        tws.says(notice(1102));
        tws.passes(SILENCE - 1);
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(1);
        assertThat(symbolsAsked()).containsExactly("AAPL");
    }

    @Test
    void shouldRememberAnOutageThatWasToldBeforeTheSessionWasReady() {
        // Given
        tws.hangsUp();
        want(QUOTES);
        tws.callAndGreet();
        tws.says(notice(1100));
        tws.says(new SessionMessage.ManagedAccounts(List.of("DU1")));
        tws.says(new SessionMessage.NextValidId(101));
        assertThat(symbolsAsked()).containsExactly("AAPL");

        // When TWS says of a good contract that it knows none
        tws.says(ErrorMessage.of(idOf(QUOTES), 200, "No security definition has been found"));

        // Then that is not believed, and asked again when the broker is back
        assertThat(observed(QUOTES)).isEqualTo(Observed.WAITING);
        tws.says(notice(1102));
        assertThat(symbolsAsked()).containsExactly("AAPL");
    }

    @Test
    void shouldNotBelieveThatAContractIsUnknownWhileTheBrokerIsAway() {
        // Given M25: 200 for a good symbol during an outage
        tws.says(notice(1100));
        want(QUOTES);
        tws.says(ErrorMessage.of(idOf(QUOTES), 200, "No security definition has been found"));
        assertThat(observed(QUOTES)).isEqualTo(Observed.WAITING);
        tws.takeHeard();
        tws.passes(600 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();

        // When
        tws.says(notice(1102));

        // Then
        assertThat(symbolsAsked()).containsExactly("AAPL");
        tws.says(ErrorMessage.of(idOf(QUOTES), 200, "No security definition has been found"));
        assertThat(observed(QUOTES)).isEqualTo(Observed.REFUSED);
        tws.passes(30 * SECOND - 1);
        assertThat(tws.takeHeard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,LIVE", "2,FROZEN", "3,DELAYED", "4,DELAYED_FROZEN"})
    void shouldTellHowFreshTheDataIs(int kind, Observed observed) {
        want(QUOTES);
        int id = idOf(QUOTES);
        hears(bid(id, 1));
        tws.says(new MarketDataMessage.MarketDataType(id, kind));
        assertThat(observed(QUOTES)).isEqualTo(observed);
        tws.says(new MarketDataMessage.MarketDataType(id, 1));
        assertThat(observed(QUOTES))
                .as("the promise of live data is not yet live data")
                .isEqualTo(observed);
        hears(bid(id, 1));
        assertThat(observed(QUOTES)).isEqualTo(Observed.LIVE);
    }

    @Test
    void shouldSayWhichKindOfDataIsAllowedBeforeItAsks() {
        tws.session.subscriptions().allow(3, tws.now, tws);
        want(QUOTES);
        tws.hangsUp();
        tws.takeHeard();
        tws.becomesReady();
        assertThat(tws.takeHeard())
                .containsSubsequence(
                        new MarketDataRequest.RequestMarketDataType(3),
                        QUOTES.request(idOf(QUOTES)));
    }

    @Test
    void shouldTakeTheValuesOfOneAccountOnly() {
        want(new Subscription.AccountUpdates("DU1"));
        assertThatThrownBy(() -> want(new Subscription.AccountUpdates("DU2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one account at a time");
        assertThat(tws.takeHeard())
                .containsExactly(new AccountRequest.RequestAccountUpdates(true, "DU1"));
    }

    @Test
    void shouldNeverKeepAnOrderWaitingForDataThatIsInTrouble() {
        // Given so many streams that their making anew takes seconds
        for (int conId = 1; conId <= 100; conId++) {
            want(new Subscription.MarketData(Contract.stock(conId, "S" + conId, "NYSE"), ""));
        }
        tws.passes(10 * SECOND);
        tws.takeHeard();

        // When all are lost at once, and an order and its cancel are to be sent
        tws.says(notice(1100));
        tws.says(notice(1101));
        OrderRequest.PlaceOrder order =
                new OrderRequest.PlaceOrder(
                        101, AAPL, Order.builder("BUY", Decimals.ofWhole(1), "MKT").build());
        tws.takeHeard();
        tws.passes(SECOND);
        tws.takeHeard();
        assertThat(tws.session.waitingMessages()).isGreaterThan(50);
        tws.send(order, Lane.EXIT);
        tws.send(OrderRequest.CancelOrder.of(101), Lane.EXIT);

        // Then both leave at once, in their order
        assertThat(tws.takeHeard()).containsExactly(order, OrderRequest.CancelOrder.of(101));
    }
}
