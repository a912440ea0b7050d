package dev.monger.tws.session;

import static dev.monger.tws.session.ErrorCase.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import java.util.stream.Stream;

/** Codes about orders, and those that answer an order as well as a request. */
final class OrderErrorCases {

    private static final int ORDER = 101;
    private static final int REQUEST = 1_000_000_001;
    private static final Contract AAPL = Contract.stock(265598, "AAPL", "NASDAQ");

    private OrderErrorCases() {}

    static Stream<ErrorCase> all() {
        return Stream.of(
                        List.of(
                                new ErrorCase(
                                        103,
                                        "asks for the next id, above which orders go on",
                                        OrderErrorCases::duplicateId),
                                new ErrorCase(
                                        200,
                                        "answers the request, or refuses the order, as its id says",
                                        OrderErrorCases::noSuchContract),
                                new ErrorCase(
                                        202,
                                        "confirms a cancel, and alone ends nothing",
                                        tws -> remarks(tws, 202, OrderRemark.CANCELLED)),
                                new ErrorCase(
                                        321,
                                        "refuses a new order, leaves a changed one, tells read-only",
                                        OrderErrorCases::validation),
                                new ErrorCase(
                                        10006,
                                        "tells that the child has to be sent again",
                                        OrderErrorCases::parentMissing)),
                        ErrorCase.each(
                                List.of(
                                        106, 107, 109, 110, 154, 163, 201, 203, 320, 322, 323, 327,
                                        334, 337, 343, 382, 383, 388, 413, 434, 435, 460, 10268,
                                        10269, 10270, 10314, 10330),
                                "refuses a new order, leaves a changed one as it was",
                                OrderErrorCases::refused),
                        ErrorCase.each(
                                List.of(104, 105, 329, 2102, 10326, 10327),
                                "refuses a change, the order lives on",
                                (tws, code) -> remarks(tws, code, OrderRemark.CHANGE_REFUSED)),
                        ErrorCase.each(
                                List.of(135, 161, 10147, 10148, 10149),
                                "tells that a cancel did not help",
                                (tws, code) -> remarks(tws, code, OrderRemark.CANCEL_REFUSED)),
                        ErrorCase.each(
                                List.of(512, 515, 10328),
                                "tells that nobody knows what became of the order",
                                (tws, code) -> remarks(tws, code, OrderRemark.OUTCOME_UNKNOWN)),
                        ErrorCase.each(
                                List.of(399, 404, 2109, 2137, 10349, 2152, 31_415),
                                "is a word about an order that lives",
                                (tws, code) -> remarks(tws, code, OrderRemark.INFORMATION)))
                .flatMap(List::stream);
    }

    private static OrderRequest.PlaceOrder place(int quantity) {
        return new OrderRequest.PlaceOrder(
                ORDER, AAPL, Order.builder("BUY", Decimals.ofWhole(quantity), "MKT").build());
    }

    private static void shown(ScriptedTws tws) {
        tws.says(
                new OrderMessage.OpenOrder(
                        ORDER, 7, 1L << 40, AAPL, place(1).order(), OrderState.of("Submitted")));
    }

    /** Whatever the code: it is told twice alike, the session goes on and nothing is sent. */
    private static void remarks(ScriptedTws tws, int code, OrderRemark remark) {
        tws.send(place(1), Lane.ENTRY);
        shown(tws);
        tws.takeHeard();
        tws.takeEvents();
        for (int repeat = 0; repeat < 2; repeat++) {
            tws.says(error(ORDER, code));
            assertThat(tws.takeEvents())
                    .containsExactly(
                            new SessionEvent.Received(error(ORDER, code)), remarked(code, remark));
        }
        assertThat(tws.takeHeard()).isEmpty();
        assertThat(tws.session.isReady()).isTrue();
    }

    private static SessionEvent remarked(int code, OrderRemark remark) {
        return new SessionEvent.OrderRemarked(ORDER, remark, code, "text of " + code);
    }

    private static void refused(ScriptedTws tws, int code) {
        // Given a new order
        tws.send(place(1), Lane.ENTRY);
        tws.says(error(ORDER, code));
        assertThat(tws.takeEvents()).contains(remarked(code, OrderRemark.REFUSED));

        // When it was mended, taken, and then changed
        tws.send(place(2), Lane.ENTRY);
        shown(tws);
        tws.send(place(3), Lane.ENTRY);
        tws.takeEvents();
        tws.says(error(ORDER, code));

        // Then the same code refuses the change only
        assertThat(tws.takeEvents()).contains(remarked(code, OrderRemark.CHANGE_REFUSED));
        assertThat(tws.session.isReady()).isTrue();
    }

    private static void duplicateId(ScriptedTws tws) {
        tws.send(place(1), Lane.ENTRY);
        tws.takeHeard();
        tws.says(error(ORDER, 103));
        assertThat(tws.takeEvents()).contains(remarked(103, OrderRemark.DUPLICATE_ID));
        assertThat(tws.takeHeard()).containsExactly(new SessionRequest.RequestIds(1));
        tws.says(new SessionMessage.NextValidId(500));
        assertThat(tws.session.takeOrderId()).isEqualTo(500);
    }

    private static void noSuchContract(ScriptedTws tws) {
        refused(tws, 200);
        tws.send(new ReferenceRequest.RequestContractDetails(REQUEST, AAPL, false, ""), Lane.DATA);
        tws.says(error(REQUEST, 200));
        assertThat(tws.takeEvents())
                .contains(
                        new SessionEvent.Answered(
                                new RequestKey(RequestKind.CONTRACT_DETAILS, REQUEST),
                                new Answer.Unknown(200, "text of 200")))
                .noneMatch(SessionEvent.OrderRemarked.class::isInstance);
    }

    private static void validation(ScriptedTws tws) {
        refused(tws, 321);
        String text =
                "Error validating request.-'bW' : cause - The API interface is currently in"
                        + " Read-Only mode.";
        tws.says(ErrorMessage.of(ORDER, 321, text));
        assertThat(tws.takeEvents())
                .contains(
                        new SessionEvent.ReadOnlyApi(text),
                        new SessionEvent.OrderRemarked(
                                ORDER, OrderRemark.CHANGE_REFUSED, 321, text));
    }

    private static void parentMissing(ScriptedTws tws) {
        tws.send(place(1), Lane.ENTRY);
        tws.says(error(ORDER, 10006));
        assertThat(tws.takeEvents()).contains(remarked(10006, OrderRemark.PARENT_MISSING));
        assertThat(tws.send(place(1), Lane.ENTRY)).isEqualTo(Sending.SENT);
    }
}
