package dev.monger.tws.session;

import static dev.monger.tws.session.ErrorCase.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Codes about the session, the link to the broker and the farms. */
final class SessionErrorCases {

    private static final long SECOND = ScriptedTws.SECOND;

    private SessionErrorCases() {}

    static Stream<ErrorCase> all() {
        return Stream.concat(session(), farms());
    }

    private static Stream<ErrorCase> farms() {
        return Stream.of(
                        farm(FarmKind.MARKET_DATA, false, 2103, 2119),
                        farm(FarmKind.MARKET_DATA, true, 2104, 2108),
                        farm(FarmKind.HISTORY, false, 2105),
                        farm(FarmKind.HISTORY, true, 2106, 2107),
                        farm(FarmKind.SECURITY_DEFINITIONS, false, 2157),
                        farm(FarmKind.SECURITY_DEFINITIONS, true, 2158))
                .flatMap(List::stream);
    }

    private static Stream<ErrorCase> session() {
        return Stream.of(
                        List.of(
                                new ErrorCase(
                                        100,
                                        "stops sending, each time for longer",
                                        SessionErrorCases::pacing),
                                new ErrorCase(
                                        326,
                                        "closes, and the same id is tried again after a pause",
                                        SessionErrorCases::clientIdInUse),
                                new ErrorCase(
                                        1101,
                                        "tells that the broker is back and data lost",
                                        tws -> restored(tws, 1101, true)),
                                new ErrorCase(
                                        1102,
                                        "tells that the broker is back and data kept",
                                        tws -> restored(tws, 1102, false)),
                                new ErrorCase(
                                        1300,
                                        "closes and tells the new port, when TWS says which",
                                        SessionErrorCases::portChanged),
                                new ErrorCase(
                                        2148,
                                        "tells that margin is short",
                                        SessionErrorCases::marginDeficient)),
                        ErrorCase.each(
                                List.of(502, 507),
                                "closes, since the connection is worth nothing",
                                SessionErrorCases::broken),
                        ErrorCase.each(
                                List.of(1100, 2110),
                                "tells that the broker is away and lets nothing open",
                                SessionErrorCases::linkLost),
                        ErrorCase.each(
                                List.of(501, 503, 504, 505, 506),
                                "is only shown",
                                SessionErrorCases::onlyShown),
                        ErrorCase.each(
                                List.of(2150, 2169, 2199, 99_999),
                                "is a notice, known or not",
                                SessionErrorCases::onlyShown))
                .flatMap(List::stream);
    }

    private static OrderRequest.PlaceOrder place(int orderId) {
        return new OrderRequest.PlaceOrder(
                orderId,
                Contract.stock(265598, "AAPL", "NASDAQ"),
                Order.builder("BUY", Decimals.ofWhole(1), "MKT").build());
    }

    private static void pacing(ScriptedTws tws) {
        for (int strike = 1; strike <= 3; strike++) {
            tws.says(error(-1, 100));
            long pause = SECOND << (strike - 1);
            assertThat(tws.takeEvents())
                    .last()
                    .isEqualTo(new SessionEvent.TooManyMessages(strike, pause));
            var rule = new ReferenceRequest.RequestMarketRule(strike);
            var cancel = OrderRequest.CancelOrder.of(strike);
            assertThat(tws.send(rule, Lane.DATA)).isEqualTo(Sending.WAITING);
            assertThat(tws.send(cancel, Lane.EXIT)).isEqualTo(Sending.WAITING);
            tws.passes(SECOND - 1);
            assertThat(tws.takeHeard()).isEmpty();
            // Exits wait a second, whatever the others do.
            tws.passes(1);
            List<ClientMessage> heard = new ArrayList<>(tws.takeHeard());
            assertThat(heard.getFirst()).isEqualTo(cancel);
            tws.passes(Math.max(0, pause - SECOND - 1));
            heard.addAll(tws.takeHeard());
            assertThat(heard).hasSize(strike == 1 ? 2 : 1);
            tws.passes(1);
            heard.addAll(tws.takeHeard());
            assertThat(heard).containsExactly(cancel, rule);
        }
    }

    private static void clientIdInUse(ScriptedTws tws) {
        int clientId = tws.clientId();
        tws.says(error(-1, 326));
        assertThat(tws.takeEvents())
                .last()
                .isInstanceOfSatisfying(
                        SessionEvent.MustClose.class,
                        close ->
                                assertThat(close.reason()).isEqualTo(CloseReason.CLIENT_ID_IN_USE));
        tws.hangsUp();
        tws.callAndGreet();
        assertThat(tws.clientId()).isEqualTo(clientId);
    }

    private static void restored(ScriptedTws tws, int code, boolean dataLost) {
        tws.says(error(-1, 1100));
        tws.takeEvents();
        assertThat(tws.send(place(101), Lane.ENTRY)).isEqualTo(Sending.LINK_DOWN);
        tws.says(error(-1, code));
        assertThat(tws.takeEvents())
                .containsExactly(
                        new SessionEvent.Received(error(-1, code)),
                        new SessionEvent.ConnectivityRestored(dataLost));
        assertThat(tws.send(place(101), Lane.ENTRY)).isEqualTo(Sending.SENT);
    }

    private static void portChanged(ScriptedTws tws) {
        String text =
                "TWS socket port has been reset and this connection is being dropped. Please"
                        + " reconnect on the new port - 7496";
        tws.says(ErrorMessage.of(-1, 1300, text));
        assertThat(tws.takeEvents())
                .endsWith(
                        new SessionEvent.PortChanged(7496, text),
                        new SessionEvent.MustClose(CloseReason.PORT_CHANGED, "client 7: " + text));
        tws.hangsUp();
        tws.becomesReady();
        tws.says(error(-1, 1300));
        assertThat(tws.takeEvents()).contains(new SessionEvent.PortChanged(1300, "text of 1300"));
        tws.hangsUp();
        tws.becomesReady();
        tws.says(ErrorMessage.of(-1, 1300, "Please reconnect on the new port."));
        assertThat(tws.takeEvents())
                .contains(new SessionEvent.PortChanged(0, "Please reconnect on the new port."));
    }

    private static void marginDeficient(ScriptedTws tws) {
        tws.says(error(-1, 2148));
        assertThat(tws.takeEvents())
                .containsExactly(
                        new SessionEvent.Received(error(-1, 2148)),
                        new SessionEvent.MarginDeficient("text of 2148"));
        assertThat(tws.session.isReady()).isTrue();
    }

    private static void broken(ScriptedTws tws, int code) {
        tws.says(error(-1, code));
        assertThat(tws.takeEvents())
                .last()
                .isEqualTo(
                        new SessionEvent.MustClose(
                                CloseReason.BROKEN, "client 7: " + code + " text of " + code));
    }

    private static void linkLost(ScriptedTws tws, int code) {
        // Given entries of which some wait for the pace, and an exit behind them
        for (int orderId = 101; orderId <= 125; orderId++) {
            tws.send(place(orderId), Lane.ENTRY);
        }
        tws.takeHeard();

        // When
        tws.says(error(-1, code));

        // Then what waits to open is told as unsent, and what closes or cancels still leaves
        List<SessionEvent> events = tws.takeEvents();
        assertThat(events).contains(new SessionEvent.ConnectivityLost(code));
        assertThat(events)
                .filteredOn(SessionEvent.NotSent.class::isInstance)
                .isNotEmpty()
                .allMatch(event ->
                        ((SessionEvent.NotSent) event).reason().equals("TWS lost the broker"));
        assertThat(tws.send(place(126), Lane.ENTRY)).isEqualTo(Sending.LINK_DOWN);
        assertThat(tws.send(OrderRequest.CancelOrder.of(101), Lane.EXIT)).isEqualTo(Sending.SENT);
        tws.passes(3 * SECOND);
        assertThat(tws.takeHeard()).containsExactly(OrderRequest.CancelOrder.of(101));
        assertThat(tws.session.isReady()).isTrue();
    }

    private static void onlyShown(ScriptedTws tws, int code) {
        var rule = new ReferenceRequest.RequestMarketRule(1);
        var details =
                new ReferenceRequest.RequestContractDetails(
                        1_000_000_001, Contract.NONE, false, "");
        tws.send(details, Lane.DATA);
        tws.says(error(-1, code));
        tws.says(error(1_000_000_001, code));
        List<SessionEvent> told = tws.takeEvents();
        assertThat(told).contains(new SessionEvent.Received(error(-1, code)));
        assertThat(told).noneMatch(SessionEvent.MustClose.class::isInstance);
        assertThat(tws.send(rule, Lane.DATA)).isEqualTo(Sending.SENT);
    }

    private static List<ErrorCase> farm(FarmKind kind, boolean ok, Integer... codes) {
        return ErrorCase.each(
                List.of(codes),
                "tells that a farm of " + kind + (ok ? " can be had" : " is away"),
                (tws, code) -> {
                    tws.says(ErrorMessage.of(-1, code, "A farm is as it is:usfarm.nj"));
                    assertThat(tws.takeEvents())
                            .last()
                            .isEqualTo(new SessionEvent.FarmChanged(kind, "usfarm.nj", ok));
                    assertThat(tws.send(place(101), Lane.ENTRY)).isEqualTo(Sending.SENT);
                });
    }
}
