package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.Bar;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestsTest {

    private static final int ID = 1_000_000_001;
    private static final SessionSettings SETTINGS =
            SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60);

    /** A request, one message that belongs to it, one that does not, and its end. */
    private record Call(
            ClientMessage request, ServerMessage item, ServerMessage stray, ServerMessage end) {}

    private static Call call(RequestKind kind) {
        Contract c = Contract.NONE;
        return switch (kind) {
            case CONTRACT_DETAILS ->
                    new Call(
                            new ReferenceRequest.RequestContractDetails(ID, c, false, ""),
                            new ReferenceMessage.ContractData(ID, ContractDetails.NONE),
                            new ReferenceMessage.ContractData(5, ContractDetails.NONE),
                            new ReferenceMessage.ContractDataEnd(ID));
            case OPEN_ORDERS -> openCall(new OrderRequest.RequestOpenOrders());
            case ALL_OPEN_ORDERS -> openCall(new OrderRequest.RequestAllOpenOrders());
            case EXECUTIONS ->
                    new Call(
                            new OrderRequest.RequestExecutions(ID, ExecutionFilter.NONE),
                            new OrderMessage.ExecDetails(ID, c, Execution.NONE),
                            new OrderMessage.ExecDetails(-1, c, Execution.NONE),
                            new OrderMessage.ExecDetailsEnd(ID));
            case COMPLETED_ORDERS ->
                    new Call(
                            new OrderRequest.RequestCompletedOrders(true),
                            new OrderMessage.CompletedOrder(1, c, Order.NONE, CompletedState.NONE),
                            new SessionMessage.NextValidId(5),
                            new OrderMessage.CompletedOrdersEnd());
            case POSITIONS ->
                    new Call(
                            new AccountRequest.RequestPositions(),
                            new AccountMessage.Position("DU1", c, 1, 1),
                            new SessionMessage.NextValidId(5),
                            new AccountMessage.PositionEnd());
            case HISTORICAL_DATA ->
                    new Call(
                            new MarketDataRequest.RequestHistoricalData(
                                    ID, c, false, "", "1 min", "1 D", true, "TRADES", 2, false, ""),
                            new MarketDataMessage.HistoricalData(
                                    ID, "", "", List.of(new Bar("1", 1, 1, 1, 1, 1, 1, 1))),
                            new MarketDataMessage.HistoricalData(5, "", "", List.of()),
                            new MarketDataMessage.HistoricalDataEnd(ID, "", ""));
        };
    }

    private static long deadline(RequestKind kind) {
        return switch (kind) {
            case CONTRACT_DETAILS, HISTORICAL_DATA -> SETTINGS.times().requestDeadlineNanos();
            case OPEN_ORDERS, ALL_OPEN_ORDERS, EXECUTIONS, COMPLETED_ORDERS, POSITIONS ->
                    SETTINGS.times().listDeadlineNanos();
        };
    }

    private static Call openCall(ClientMessage request) {
        return new Call(
                request,
                new OrderMessage.OpenOrder(
                        1, 7, 1, Contract.NONE, Order.NONE, OrderState.of("Submitted")),
                new SessionMessage.NextValidId(5),
                new OrderMessage.OpenOrderEnd());
    }

    @ParameterizedTest
    @EnumSource
    void shouldListWhatTwsListed(RequestKind kind) {
        // Given
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(kind);
        assertThat(tws.send(call.request(), Lane.DATA)).isEqualTo(Sending.SENT);

        // When
        tws.says(call.stray());
        tws.says(call.item());
        assertThat(answers(tws)).isEmpty();
        tws.says(call.end());

        // Then
        assertThat(answers(tws))
                .singleElement()
                .satisfies(answered -> {
                    assertThat(answered.request().kind()).isEqualTo(kind);
                    assertThat(((Answer.Listed) answered.answer()).messages()).hasSize(1);
                });
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellNoneOnlyWhenTwsSaidSo(RequestKind kind) {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(kind);
        tws.send(call.request(), Lane.DATA);
        tws.says(call.end());
        assertThat(answers(tws))
                .extracting(SessionEvent.Answered::answer)
                .containsExactly(new Answer.ListedEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotKnowWhenTheEndNeverComes(RequestKind kind) {
        // Given
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(kind);
        tws.send(call.request(), Lane.DATA);
        tws.says(call.item());

        // When
        tws.passes(deadline(kind) - 1);
        List<SessionEvent.Answered> early = answers(tws);
        tws.passes(1);

        // Then
        assertThat(early).isEmpty();
        assertThat(answers(tws))
                .extracting(SessionEvent.Answered::answer)
                .containsExactly(new Answer.Unknown(0, "no end within the deadline"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotKnowWhenTheConnectionCloses(RequestKind kind) {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        tws.send(call(kind).request(), Lane.DATA);
        tws.hangsUp();
        assertThat(answers(tws))
                .extracting(SessionEvent.Answered::answer)
                .containsExactly(new Answer.Unknown(0, "the connection closed"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotTakeALateEndForTheEndOfTheNextRequest(RequestKind kind) {
        // Given a request whose end is late, and a second one
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(kind);
        tws.send(call.request(), Lane.DATA);
        tws.passes(deadline(kind));
        answers(tws);
        tws.send(call.request(), Lane.DATA);

        // When the late end comes, then what the second asked for
        tws.says(call.end());
        assertThat(answers(tws)).isEmpty();
        tws.passes(0);
        tws.says(call.item());
        tws.says(call.end());

        // Then
        assertThat(answers(tws))
                .singleElement()
                .satisfies(answered ->
                        assertThat(answered.answer()).isInstanceOf(Answer.Listed.class));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_ORDERS", "ALL_OPEN_ORDERS", "COMPLETED_ORDERS", "POSITIONS"})
    void shouldAskForAListAgainOnlyWhenItsEndCannotBeMistaken(RequestKind kind) {
        // Given a list whose answer was lost, asked for again at once
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(kind);
        tws.send(call.request(), Lane.DATA);
        tws.passes(deadline(kind));
        answers(tws);
        tws.takeHeard();
        assertThat(tws.send(call.request(), Lane.DATA)).isEqualTo(Sending.WAITING);
        assertThat(tws.send(call.request(), Lane.DATA)).isEqualTo(Sending.WAITING);
        assertThat(tws.takeEvents())
                .containsExactly(
                        new SessionEvent.NotSent(
                                call.request(), false, "a later one takes its place"));

        // When the lost answer may come no more
        tws.passes(SETTINGS.times().listDeadlineNanos() - 1);
        assertThat(tws.takeHeard()).isEmpty();
        tws.passes(1);

        // Then it leaves, and has its own end
        assertThat(tws.takeHeard()).containsExactly(call.request());
        tws.says(call.item());
        tws.says(call.end());
        assertThat(answers(tws))
                .extracting(answered -> answered.answer().getClass().getSimpleName())
                .containsExactly("Listed");
    }

    @Test
    void shouldNotMistakeTheEndOfPositionsThatWereCancelled() {
        // Given
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(RequestKind.POSITIONS);
        tws.send(call.request(), Lane.DATA);
        tws.send(new AccountRequest.CancelPositions(), Lane.DATA);
        tws.send(call.request(), Lane.DATA);

        // When the end of the first was on its way
        tws.says(call.end());

        // Then
        assertThat(answers(tws))
                .extracting(SessionEvent.Answered::answer)
                .containsExactly(new Answer.Unknown(0, "cancelled"));
        tws.passes(0);
        tws.says(call.end());
        assertThat(answers(tws))
                .extracting(SessionEvent.Answered::answer)
                .containsExactly(new Answer.ListedEmpty());
    }

    @Test
    void shouldTakeBackWaitingPositionsThatAreCancelled() {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(RequestKind.POSITIONS);
        tws.send(call.request(), Lane.DATA);
        tws.passes(SETTINGS.times().listDeadlineNanos());
        tws.send(call.request(), Lane.DATA);
        tws.send(new AccountRequest.CancelPositions(), Lane.DATA);
        tws.takeHeard();
        tws.passes(SETTINGS.times().listDeadlineNanos());
        assertThat(tws.takeHeard()).isEmpty();
    }

    @Test
    void shouldTellThatAWaitingListNeverLeft() {
        // Given
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(RequestKind.POSITIONS);
        tws.send(call.request(), Lane.DATA);
        tws.passes(deadline(RequestKind.POSITIONS));
        tws.send(call.request(), Lane.DATA);
        tws.takeEvents();

        // When
        tws.hangsUp();

        // Then
        assertThat(tws.takeEvents())
                .contains(new SessionEvent.NotSent(call.request(), false, "the connection closed"));
    }

    @Test
    void shouldRecoverWhenAnEndNeverCame() {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        Call call = call(RequestKind.POSITIONS);
        tws.send(call.request(), Lane.DATA);
        tws.passes(2 * deadline(RequestKind.POSITIONS));
        answers(tws);
        tws.send(call.request(), Lane.DATA);
        tws.says(call.end());
        assertThat(answers(tws))
                .extracting(SessionEvent.Answered::answer)
                .containsExactly(new Answer.ListedEmpty());
    }

    @Test
    void shouldEndOwnAndAllOpenOrdersInTheOrderTheyWereAsked() {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        tws.send(new OrderRequest.RequestAllOpenOrders(), Lane.DATA);
        tws.send(new OrderRequest.RequestOpenOrders(), Lane.DATA);
        tws.says(new OrderMessage.OpenOrderEnd());
        tws.says(new OrderMessage.OpenOrderEnd());
        assertThat(answers(tws))
                .extracting(answered -> answered.request().kind())
                .containsExactly(RequestKind.ALL_OPEN_ORDERS, RequestKind.OPEN_ORDERS);
    }

    @Test
    void shouldEndARequestByItsErrorButNotByAWarning() {
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        tws.send(call(RequestKind.CONTRACT_DETAILS).request(), Lane.DATA);
        tws.says(SessionMessage.ErrorMessage.of(ID, 2107, "inactive:ushmds"));
        assertThat(answers(tws)).isEmpty();
        tws.says(SessionMessage.ErrorMessage.of(ID, 200, "No security definition"));
        assertThat(answers(tws))
                .extracting(SessionEvent.Answered::answer)
                .containsExactly(new Answer.Unknown(200, "No security definition"));
    }

    @Test
    void shouldEndHistoryWithItsOnlyMessageBelowVersion196() {
        ScriptedTws tws = new ScriptedTws(SETTINGS, 195);
        tws.callAndGreet();
        tws.says(new SessionMessage.ManagedAccounts(List.of("DU1")));
        tws.says(new SessionMessage.NextValidId(1));
        Call call = call(RequestKind.HISTORICAL_DATA);
        tws.send(call.request(), Lane.DATA);
        tws.says(call.item());
        assertThat(answers(tws)).hasSize(1);
    }

    private static List<SessionEvent.Answered> answers(ScriptedTws tws) {
        return tws.takeEvents().stream()
                .flatMap(event ->
                        event instanceof SessionEvent.Answered answered
                                ? Stream.of(answered)
                                : Stream.empty())
                .toList();
    }
}
