package dev.monger.engine.tws;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.PredictionRules;
import dev.monger.core.model.Price;
import dev.monger.core.monger.LinkEvent;
import dev.monger.core.monger.MongerCommand;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.avro.BrokerDetail;
import dev.monger.prediction.Features.ClosedBar;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest.CancelHistoricalData;
import dev.monger.tws.message.MarketDataRequest.RequestHistoricalData;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.session.Answer;
import dev.monger.tws.session.Backoff;
import dev.monger.tws.session.ClientSession;
import dev.monger.tws.session.FarmKind;
import dev.monger.tws.session.Reconnection;
import dev.monger.tws.session.RequestKey;
import dev.monger.tws.session.RequestKind;
import dev.monger.tws.session.Sending;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import dev.monger.tws.session.SessionSettings;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One monger's desk at the broker: its session, and what it has asked for there. */
public final class BrokerDesk implements BrokerDetail {

    private static final ZoneId BROKER_ZONE = ZoneId.of("US/Eastern");
    private static final Backoff RECONNECTING = Backoff.of(500_000_000L, 30_000_000_000L);

    private final ClientSession session;
    private final String account;
    private final OrderIds ids = new OrderIds();
    private final Streams streams;
    private final Listings listings = new Listings();
    private final ContractLookup lookup = new ContractLookup();
    private final HistoryDesk history = new HistoryDesk();
    private final Reconnection reconnection = new Reconnection(RECONNECTING);
    private final BrokerRequests requests;
    private final OrderDesk orders;
    private boolean linked;
    private boolean apart;

    /** What the core wants streamed of a contract that has to be found first. */
    private MongerCommand.@Nullable SubscribeStreams unsubscribed;

    /** Makes a desk for one client id and account. */
    public BrokerDesk(int clientId, String account, int messagesPerSecond) {
        this.account = account;
        session =
                new ClientSession(
                        SessionSettings.defaults(clientId)
                                .withPace(messagesPerSecond, messagesPerSecond / 4));
        requests = new BrokerRequests(session, ids, new AccountId(account));
        orders = new OrderDesk(new OrderEvents(ids, clientId, BROKER_ZONE));
        streams = new Streams(session.subscriptions(), account);
    }

    /** Takes another client id and pace; only between sessions. */
    public void use(int newClientId, int messagesPerSecond) {
        orders.use(newClientId);
        session.configure(newClientId, messagesPerSecond, messagesPerSecond / 4);
    }

    /** A process begins: whatever was connected belongs to an earlier one. */
    public void started(Now now, Sink sink) {
        down("a new session", now, sink);
        reconnection.succeeded();
        sink.output(new EngineOutput.OpenLink());
    }

    /** The socket is connected. */
    public void linkOpened(Now now, Sink sink) {
        run(now, sink, out -> session.opened(now.monotonicNanos(), out));
    }

    /** The socket is gone, or could not be opened. */
    public void linkClosed(String reason, Now now, Sink sink) {
        down(reason, now, sink);
        reconnection.lost(now.monotonicNanos());
    }

    private void down(String reason, Now now, Sink sink) {
        run(now, sink, out -> session.closed(now.monotonicNanos(), out));
        run(now, sink, out -> streams.forget(now, out));
        apart = false;
        unsubscribed = null;
        lookup.unlinked();
        history.unlinked();
        listings.unlinked().forEach(sink::event);
        if (linked) {
            linked = false;
            sink.event(new LinkEvent.LinkLost(reason));
        }
    }

    /** Bytes came. */
    public void received(byte[] bytes, Now now, Sink sink) {
        run(now, sink, out -> session.received(ByteBuffer.wrap(bytes), now.monotonicNanos(), out));
    }

    /** Time has passed. */
    public void woke(Now now, Sink sink) {
        if (reconnection.due(now.monotonicNanos())) {
            sink.output(new EngineOutput.OpenLink());
        }
        run(now, sink, out -> session.woke(now.monotonicNanos(), out));
        if (session.isReady()) {
            lookup(lookup.woke(now.monotonicNanos(), requests::nextId), now, sink);
        }
        askForHistory(now, sink);
    }

    private interface SessionWork {
        void with(SessionOutputs out);
    }

    private void run(Now now, Sink sink, SessionWork work) {
        List<SessionEvent> told = new ArrayList<>();
        work.with(new SessionVoice(account, sink, told));
        for (SessionEvent event : told) {
            sessionEvent(event, now, sink);
        }
    }

    private void sessionEvent(SessionEvent event, Now now, Sink sink) {
        switch (event) {
            case SessionEvent.Ready ready -> ready(ready, sink);
            case SessionEvent.Received received -> message(received.message(), now, sink);
            case SessionEvent.ConnectivityLost lost -> {
                apart = true;
                streams.apart();
                sink.event(new LinkEvent.BrokerConnectivityLost("TWS reports " + lost.code()));
            }
            case SessionEvent.ConnectivityRestored restored ->
                    restored(restored.dataLost(), now, sink);
            case SessionEvent.FarmChanged farm when farm.kind() == FarmKind.MARKET_DATA ->
                    run(now, sink, out -> sink.event(streams.farm(farm, now, out)));
            case SessionEvent.FarmChanged farm ->
                    lookup(lookup.farm(farm, requests::nextId), now, sink);
            case SessionEvent.NotSent notSent -> notSent(notSent, now, sink);
            case SessionEvent.Ticked ticked -> streams.ticked(ticked.tick()).ifPresent(sink::event);
            case SessionEvent.SubscriptionChanged change -> {
                streams.changed(change).ifPresent(sink::event);
                if (!streams.maybeSilent(change)) {
                    SessionAlarms.of(event, account).ifPresent(sink::output);
                }
            }
            case SessionEvent.OrderRemarked remarked ->
                    orders.remarked(remarked).ifPresent(sink::event);
            case SessionEvent.ReadOnlyApi _,
                    SessionEvent.MalformedFrame _,
                    SessionEvent.PortChanged _,
                    SessionEvent.MarginDeficient _,
                    SessionEvent.TooManyMessages _ ->
                    SessionAlarms.of(event, account).ifPresent(sink::output);
            case SessionEvent.MustClose over -> {
                reconnection.mustClose(over.reason());
                sink.output(new EngineOutput.CloseLink(over.reason() + ": " + over.text()));
            }
            case SessionEvent.TimeMeasured measured -> sink.event(BrokerTime.answered(measured));
            case SessionEvent.Answered answered -> answered(answered, now, sink);
            case SessionEvent.UnknownMessage _,
                    SessionEvent.Conflated _,
                    SessionEvent.Disconnected _ -> {}
        }
    }

    /** What an error ended of data is told where the error is read. */
    private void answered(SessionEvent.Answered answered, Now now, Sink sink) {
        listings.answered(answered.request(), answered.answer()).forEach(sink::event);
        if (!(answered.answer() instanceof Answer.Unknown unknown) || unknown.code() != 0) {
            return;
        }
        int id = answered.request().requestId();
        if (answered.request().kind() == RequestKind.CONTRACT_DETAILS && session.isReady()) {
            lookup.unanswered(id, now.monotonicNanos());
        } else if (answered.request().kind() == RequestKind.HISTORICAL_DATA) {
            history.failed(id, unknown.reason(), now.exchangeNanos());
            run(now, sink, out -> requests.data(new CancelHistoricalData(id), now, out));
        }
    }

    private void notSent(SessionEvent.NotSent message, Now now, Sink sink) {
        if (message.message() instanceof RequestHistoricalData past) {
            history.failed(past.requestId(), message.reason(), now.exchangeNanos());
        }
        RequestKey.of(message.message())
                .map(listings::notSent)
                .ifPresent(events -> events.forEach(sink::event));
        requests.notSent(message, sink);
    }

    private void restored(boolean dataLost, Now now, Sink sink) {
        apart = false;
        sink.event(new LinkEvent.BrokerConnectivityRestored(dataLost));
        run(now, sink, out -> streams.renew(now, out));
        if (dataLost && linked) {
            history.unlinked();
            history.linked(now.exchangeNanos());
        }
        lookup(lookup.restored(requests::nextId), now, sink);
    }

    private void ready(SessionEvent.Ready ready, Sink sink) {
        if (!ready.accounts().contains(account)) {
            sink.output(SessionAlarms.missingAccount(account, ready.accounts()));
            sink.output(new EngineOutput.CloseLink("the account is not managed here"));
            return;
        }
        if (!hasOrderIds(sink)) {
            return;
        }
        reconnection.succeeded();
        linked = true;
        sink.event(new LinkEvent.LinkOpened(!apart));
        if (apart) {
            sink.event(new LinkEvent.BrokerConnectivityLost("TWS said so before it was ready"));
        }
    }

    private boolean hasOrderIds(Sink sink) {
        if (!session.hasOrderId()) {
            sink.output(SessionAlarms.noOrderIds(account));
            sink.output(new EngineOutput.CloseLink("there are no order ids"));
        }
        return session.hasOrderId();
    }

    private void message(ServerMessage message, Now now, Sink sink) {
        switch (message) {
            case OrderMessage order -> orders.heard(order, now, sink);
            case MarketDataMessage data -> {
                history.heard(data, now.exchangeNanos());
                askForHistory(now, sink);
            }
            case AccountMessage about -> account(about, now, sink);
            case ReferenceMessage reference ->
                    lookup(lookup.heard(reference, now.monotonicNanos()), now, sink);
            case SessionMessage.ErrorMessage error -> error(error, now, sink);
            case SessionMessage.NextValidId _ when linked -> hasOrderIds(sink);
            case SessionMessage other -> {}
        }
    }

    private void account(AccountMessage message, Now now, Sink sink) {
        if (message instanceof AccountMessage.Position position) {
            run(now, sink, out -> streams.position(position, now, out));
        }
        AccountEvents.read(message, account, streams).ifPresent(sink::event);
    }

    private void lookup(ContractLookup.Next next, Now now, Sink sink) {
        switch (next) {
            case ContractLookup.Next.Wait wait -> {}
            case ContractLookup.Next.Ask ask ->
                    run(now, sink, out -> requests.data(ask.request(), now, out));
            case ContractLookup.Next.Tell tell -> {
                sink.event(tell.event());
                if (unsubscribed != null) {
                    subscribe(unsubscribed, now, sink);
                }
            }
        }
    }

    private void error(SessionMessage.ErrorMessage error, Now now, Sink sink) {
        if (requests.isData(error.id()) && session.errors().kindOf(error.code()).endsRequest()) {
            lookup(lookup.failed(error, apart, now.monotonicNanos()), now, sink);
            history.failed(error.id(), error.text(), now.exchangeNanos());
        }
    }

    /** Carries out what the core wants of the broker. */
    public void carryOut(MongerCommand.ToBroker command, Now now, Sink sink) {
        switch (command) {
            case MongerCommand.Reconnect reconnect ->
                    sink.output(new EngineOutput.CloseLink(reconnect.reason()));
            case MongerCommand.SubmitOrders submit when !session.isReady() ->
                    requests.notSent(submit, sink);
            case MongerCommand.SubscribeStreams subscribe when !session.isReady() ->
                    lookup.trade(subscribe.conId());
            case MongerCommand.ToBroker other when !session.isReady() -> {}
            case MongerCommand.ConfirmContract confirm -> {
                var question = lookup.start(requests.nextId(), confirm.contract());
                run(now, sink, out -> requests.data(question, now, out));
            }
            case MongerCommand.SubscribeStreams subscribe -> subscribe(subscribe, now, sink);
            case MongerCommand.RequestReconciliation ask -> {
                int executionsId = requests.nextId();
                listings.started(ask.round(), executionsId).forEach(sink::event);
                run(now, sink, out -> requests.lists(executionsId, now, out));
            }
            case MongerCommand.SubmitOrders submit ->
                    run(now, sink, out -> requests.submit(submit, lookup.contract(), now, out));
            case MongerCommand.ModifyOrder modify ->
                    run(
                            now,
                            sink,
                            out -> requests.modify(modify.ticket(), lookup.contract(), now, out));
            case MongerCommand.CancelOrder cancel ->
                    run(now, sink, out -> requests.cancel(cancel.ref(), now, out));
        }
        requests.sentOrders().forEach(sink::event);
    }

    private void subscribe(MongerCommand.SubscribeStreams subscribe, Now now, Sink sink) {
        unsubscribed = lookup.trade(subscribe.conId()) ? null : subscribe;
        var contract = lookup.contract();
        if (contract == null) {
            return;
        }
        run(now, sink, out -> streams.subscribe(contract, subscribe.conId(), now, out));
        history.again(now.exchangeNanos());
        askForHistory(now, sink);
    }

    /** Follows bars as an assignment asks. */
    public void follow(PredictionRules rules, Now now, Sink sink) {
        history.configure(rules, linked && lookup.contract() != null, now.exchangeNanos());
        askForHistory(now, sink);
    }

    private void askForHistory(Now now, Sink sink) {
        var contract = lookup.contract();
        if (contract == null || !session.isReady()) {
            return;
        }
        for (var message : history.due(contract, now.exchangeNanos(), requests::nextId)) {
            run(
                    now,
                    sink,
                    out -> {
                        if (requests.data(message, now, out) == Sending.REFUSED) {
                            sink.output(SessionAlarms.impossibleHistory(account, message));
                        }
                    });
        }
    }

    /** Returns bars that follow one another without a hole, as many as the assignment wants. */
    public Optional<List<ClosedBar>> bars() {
        return history.whole();
    }

    /** Returns the price by which an open position is valued; null without one. */
    public @Nullable Price reference() {
        return streams.reference();
    }

    /** Returns the currency of a contract; empty before it is known. */
    public String currencyOf(ConId conId) {
        return lookup.currencyOf(conId);
    }

    /** Returns the highest order id ever used. */
    public int orderIdHighWaterMark() {
        return session.orderIdHighWater();
    }

    /** When {@link #woke} has something to do, monotonic. */
    public long nextMonotonicWake() {
        return Math.min(
                Math.min(session.nextWakeNanos(), reconnection.nextWakeNanos()),
                session.isReady() ? lookup.nextWakeNanos() : Long.MAX_VALUE);
    }

    /** When {@link #woke} has something to do, exchange time. */
    public long nextExchangeWake() {
        return session.isReady() && lookup.contract() != null
                ? history.nextWakeNanos()
                : Long.MAX_VALUE;
    }

    @Override
    public int orderIdOf(String orderRef) {
        return ids.idOf(new OrderRef(orderRef)).orElse(0);
    }

    @Override
    public ExecutionDetail executionDetail(String execId) {
        return orders.executionDetail(execId);
    }
}
