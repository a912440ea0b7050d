package dev.monger.tws.session;

import static dev.monger.tws.session.ErrorCase.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.MarketDataRequest.CancelMarketData;
import dev.monger.tws.message.MarketDataRequest.RequestMarketData;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.List;
import java.util.stream.Stream;

/** Codes about data, history and the account's values: none of them touches an order. */
final class DataErrorCases {

    private static final long SECOND = ScriptedTws.SECOND;
    private static final long DAY = 86_400 * SECOND;
    private static final Contract AAPL = Contract.stock(265598, "AAPL", "NASDAQ");
    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");
    private static final Subscription QUOTES = new Subscription.MarketData(AAPL, "");
    private static final Subscription OTHERS = new Subscription.MarketData(SPY, "");
    private static final Subscription BARS =
            new Subscription.LiveHistory(AAPL, "5 mins", "1 D", "TRADES", true);
    private static final Subscription VALUES = new Subscription.AccountUpdates("DU1");

    private DataErrorCases() {}

    static Stream<ErrorCase> all() {
        return Stream.of(
                        List.of(
                                new ErrorCase(
                                        101,
                                        "waits for a line to be given up",
                                        DataErrorCases::noLineLeft),
                                new ErrorCase(
                                        102,
                                        "asks under a new id, and slower each time",
                                        DataErrorCases::duplicateTickerId),
                                new ErrorCase(
                                        162,
                                        "reads the text: wait, none there, or our own cancel",
                                        DataErrorCases::history),
                                new ErrorCase(
                                        2100,
                                        "does not fight for the account's values",
                                        DataErrorCases::accountReplaced),
                                new ErrorCase(
                                        2101,
                                        "does without the account's values",
                                        DataErrorCases::accountRefused),
                                new ErrorCase(
                                        10167,
                                        "tells that the data goes on, delayed",
                                        DataErrorCases::delayedShown),
                                new ErrorCase(
                                        10197,
                                        "tells of the other session and asks now and then",
                                        DataErrorCases::competingSession)),
                        ErrorCase.each(
                                List.of(10182, 10225),
                                "makes that one subscription anew",
                                DataErrorCases::subscriptionEnded),
                        ErrorCase.each(
                                List.of(309, 354, 414, 10089, 10090, 10091, 10186, 10187, 10189),
                                "does without, until another kind of data is allowed",
                                DataErrorCases::refused),
                        ErrorCase.each(
                                List.of(165, 166, 300, 317, 366),
                                "goes on as it is",
                                DataErrorCases::goesOn))
                .flatMap(List::stream);
    }

    private static int wants(ScriptedTws tws, Subscription what) {
        tws.session.subscriptions().want(what, tws.now, tws);
        tws.passes(SECOND);
        int id =
                switch (tws.takeHeard().getLast()) {
                    case RequestMarketData m -> m.requestId();
                    case MarketDataRequest.RequestHistoricalData m -> m.requestId();
                    default -> -1;
                };
        tws.takeEvents();
        return id;
    }

    private static int flowing(ScriptedTws tws, Subscription what) {
        int id = wants(tws, what);
        tws.says(new MarketDataMessage.MarketDataType(id, 1));
        tws.says(new MarketDataMessage.TickPrice(id, 1, 15_000_000_000L, 100_000_000L, 0));
        tws.takeEvents();
        return id;
    }

    private static SessionEvent changed(Subscription what, Observed observed, int code) {
        return new SessionEvent.SubscriptionChanged(what, observed, code, "text of " + code);
    }

    private static SessionEvent changed(Subscription what, Observed observed) {
        return new SessionEvent.SubscriptionChanged(what, observed, 0, "");
    }

    private static void refused(ScriptedTws tws, int code) {
        int id = wants(tws, QUOTES);
        tws.says(error(id, code));
        assertThat(tws.takeEvents()).contains(changed(QUOTES, Observed.REFUSED, code));
        tws.passesInGoodHealth(600 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();
        tws.session.subscriptions().allow(3, tws.now, tws);
        List<ClientMessage> heard = tws.takeHeard();
        assertThat(heard.getFirst()).isEqualTo(new MarketDataRequest.RequestMarketDataType(3));
        assertThat(heard.getLast()).isInstanceOf(RequestMarketData.class);
    }

    private static void noLineLeft(ScriptedTws tws) {
        flowing(tws, OTHERS);
        int id = wants(tws, QUOTES);
        tws.says(error(id, 101));
        assertThat(tws.takeEvents()).contains(changed(QUOTES, Observed.REFUSED, 101));
        tws.passesInGoodHealth(30 * SECOND - 1);
        assertThat(tws.takeHeard()).isEmpty();
        tws.session.subscriptions().drop(OTHERS, tws.now, tws);
        assertThat(tws.takeHeard())
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        RequestMarketData.class,
                        again -> assertThat(again.contract()).isEqualTo(AAPL));
    }

    private static void duplicateTickerId(ScriptedTws tws) {
        int id = wants(tws, QUOTES);
        tws.says(error(id, 102));
        int second = asked(tws);
        tws.says(error(second, 102));
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(SECOND);
        int third = asked(tws);
        assertThat(List.of(id, second, third)).doesNotHaveDuplicates();
    }

    /** The one request that was heard, without a cancel of what TWS itself ended. */
    private static int asked(ScriptedTws tws) {
        List<ClientMessage> heard = tws.takeHeard();
        assertThat(heard).hasSize(1);
        return ((RequestMarketData) heard.getFirst()).requestId();
    }

    private static void subscriptionEnded(ScriptedTws tws, int code) {
        // Given two streams of bars
        Subscription others = new Subscription.LiveHistory(SPY, "5 mins", "1 D", "TRADES", true);
        int id = wants(tws, BARS);
        wants(tws, others);

        // When one dies
        tws.says(error(id, code));

        // Then only that one is asked for, under a new id
        assertThat(tws.takeEvents())
                .containsSubsequence(
                        changed(BARS, Observed.WAITING, code), changed(BARS, Observed.PENDING));
        assertThat(tws.takeHeard())
                .singleElement()
                .isInstanceOfSatisfying(
                        MarketDataRequest.RequestHistoricalData.class,
                        again -> {
                            assertThat(again.contract()).isEqualTo(AAPL);
                            assertThat(again.keepUpToDate()).isTrue();
                            assertThat(again.requestId()).isGreaterThan(id);
                            // And if that dies too, only after a pause
                            tws.says(error(again.requestId(), code));
                        });
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(SECOND);
        assertThat(tws.takeHeard()).hasSize(1);
    }

    private static void competingSession(ScriptedTws tws) {
        int id = flowing(tws, QUOTES);
        tws.says(error(id, 10197));
        assertThat(tws.takeEvents()).contains(changed(QUOTES, Observed.REFUSED, 10197));
        int asked = 0;
        int answered = id;
        long until = tws.now + DAY / 4;
        while (tws.now < until) {
            tws.passes(SECOND * 10);
            for (ClientMessage heard : tws.takeHeard()) {
                if (heard instanceof RequestMarketData request) {
                    asked++;
                    answered = request.requestId();
                    tws.says(error(answered, 10197));
                } else {
                    assertThat(heard).isEqualTo(new CancelMarketData(answered));
                }
            }
        }
        assertThat(asked).isBetween(6 * 4, 6 * 6 + 6);
        tws.takeEvents();
        tws.says(new MarketDataMessage.MarketDataType(answered, 1));
        tws.says(new MarketDataMessage.TickPrice(answered, 1, 100_000_000L, 100_000_000L, 0));
        assertThat(tws.takeEvents()).contains(changed(QUOTES, Observed.LIVE));
    }

    private static void delayedShown(ScriptedTws tws) {
        int id = wants(tws, QUOTES);
        tws.says(error(id, 10167));
        assertThat(tws.takeEvents()).contains(changed(QUOTES, Observed.DELAYED, 10167));
        tws.passes(10 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();
        tws.says(new MarketDataMessage.MarketDataType(id, 3));
        tws.says(new MarketDataMessage.TickPrice(id, 66, 100_000_000L, 100_000_000L, 0));
        assertThat(tws.takeEvents())
                .filteredOn(SessionEvent.Ticked.class::isInstance)
                .singleElement()
                .extracting(event -> ((SessionEvent.Ticked) event).tick())
                .isInstanceOf(Tick.Delayed.class);
        assertThat(tws.session.subscriptions().observed(QUOTES)).contains(Observed.DELAYED);
    }

    private static void history(ScriptedTws tws) {
        String service = "Historical Market Data Service error message:";
        RequestKey key = new RequestKey(RequestKind.HISTORICAL_DATA, 1_000_000_500);
        for (String none : List.of("HMDS query returned no data: AAPL@SMART Trades")) {
            tws.send(past(key.requestId()), Lane.DATA);
            tws.says(ErrorMessage.of(key.requestId(), 162, service + none));
            assertThat(tws.takeEvents())
                    .contains(new SessionEvent.Answered(key, new Answer.ListedEmpty()));
        }
        tws.send(past(key.requestId()), Lane.DATA);
        String violation = service + "Historical data request pacing violation";
        tws.says(ErrorMessage.of(key.requestId(), 162, violation));
        assertThat(tws.takeEvents())
                .contains(new SessionEvent.Answered(key, new Answer.Unknown(162, violation)));
        assertThat(tws.send(past(key.requestId()), Lane.DATA)).isEqualTo(Sending.WAITING);
        tws.takeHeard();
        tws.passes(15 * SECOND);
        assertThat(tws.takeHeard()).containsExactly(past(key.requestId()));
        tws.send(new MarketDataRequest.CancelHistoricalData(key.requestId()), Lane.DATA);
        tws.takeHeard();
        String cancelled = service + "API historical data query cancelled: 500";
        tws.says(ErrorMessage.of(key.requestId(), 162, cancelled));
        assertThat(tws.takeEvents())
                .contains(new SessionEvent.Answered(key, new Answer.Unknown(162, cancelled)));
        tws.passes(60 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();
    }

    private static MarketDataRequest.RequestHistoricalData past(int id) {
        return new MarketDataRequest.RequestHistoricalData(
                id, AAPL, false, "", "1 hour", "1 D", true, "TRADES", 2, false, "");
    }

    private static void accountReplaced(ScriptedTws tws) {
        wants(tws, VALUES);
        tws.says(error(-1, 2100));
        assertThat(tws.takeEvents()).contains(changed(VALUES, Observed.REFUSED, 2100));
        tws.passes(29 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(SECOND);
        assertThat(tws.takeHeard()).isNotEmpty();
    }

    private static void accountRefused(ScriptedTws tws) {
        wants(tws, VALUES);
        tws.says(error(-1, 2101));
        assertThat(tws.takeEvents()).contains(changed(VALUES, Observed.REFUSED, 2101));
        tws.passes(DAY);
        assertThat(tws.takeHeard()).isEmpty();
    }

    private static void goesOn(ScriptedTws tws, int code) {
        int id = flowing(tws, QUOTES);
        tws.says(error(id, code));
        tws.says(error(999, code));
        tws.passes(60 * SECOND);
        assertThat(tws.takeHeard()).isEmpty();
        assertThat(tws.session.subscriptions().observed(QUOTES)).contains(Observed.LIVE);
        assertThat(tws.takeEvents())
                .noneMatch(SessionEvent.SubscriptionChanged.class::isInstance)
                .noneMatch(SessionEvent.MustClose.class::isInstance);
    }
}
