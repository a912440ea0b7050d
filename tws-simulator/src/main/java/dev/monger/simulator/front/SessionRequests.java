package dev.monger.simulator.front;

import dev.monger.simulator.fault.BrokerFaults;
import dev.monger.simulator.fault.Link;
import dev.monger.simulator.venue.Instrument;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.PriceStep;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;

/** Everything one session may ask, handed to who answers it. */
final class SessionRequests {
    private static final int USUAL_RULE = 26;

    private final FrontContext context;
    private final SessionOutput out;
    private final OrderRequests orders;
    private final MarketRequests markets;
    private final HistoryRequests history;
    private final AccountRequests accounts;
    private final OrderLists lists;
    private boolean bindsAutomatically;

    SessionRequests(Front front, SessionOutput out) {
        this.context = front.context();
        this.out = out;
        this.orders = new OrderRequests(context, out);
        this.markets = new MarketRequests(context, out);
        this.history = new HistoryRequests(context, out);
        this.accounts = new AccountRequests(front, out);
        this.lists = new OrderLists(front, out);
    }

    /** What TWS says without being asked. */
    void begin() {
        BrokerFaults.Unasked unasked = context.faults().broker().unasked(out.clientId());
        if (unasked != null && unasked.first()) {
            lists.tell(unasked);
        }
        out.send(new SessionMessage.ManagedAccounts(context.backend().settings().accounts()));
        if (unasked != null && !unasked.first()) {
            lists.tell(unasked);
        }
        out.send(nextId());
        Link.Word lost = context.faults().link().newcomerWord();
        if (lost != null) {
            out.error(-1, lost.code(), lost.text());
            return;
        }
        out.error(-1, 2104, "Market data farm connection is OK:usfarm.nj");
        out.error(-1, 2104, "Market data farm connection is OK:usfarm");
        out.error(-1, 2106, "HMDS data farm connection is OK:ushmds");
        out.error(-1, 2158, "Sec-def data farm connection is OK:secdefil");
    }

    /** Ends the subscriptions to data without a word. */
    void dropSubscriptions() {
        markets.dropAll();
        history.dropAll();
    }

    MarketRequests markets() {
        return markets;
    }

    AccountRequests accounts() {
        return accounts;
    }

    boolean bindsAutomatically() {
        return bindsAutomatically;
    }

    void handle(ClientMessage message) {
        switch (message) {
            case SessionRequest request -> session(request);
            case OrderRequest request -> order(request);
            case MarketDataRequest request -> market(request);
            case ReferenceRequest request -> reference(request);
            case AccountRequest request -> accounts.handle(request);
        }
    }

    private void session(SessionRequest request) {
        switch (request) {
            case SessionRequest.StartApi again ->
                    out.error(-1, 321, "Error validating request.-'bW' : cause - already started.");
            case SessionRequest.RequestIds ids -> out.send(nextId());
            case SessionRequest.RequestManagedAccounts wanted ->
                    out.send(
                            new SessionMessage.ManagedAccounts(
                                    context.backend().settings().accounts()));
            case SessionRequest.RequestCurrentTime time ->
                    out.send(
                            new SessionMessage.CurrentTime(
                                    Math.floorDiv(context.nowNanos(), 1_000_000_000L)));
            case SessionRequest.RequestCurrentTimeInMillis time ->
                    out.send(
                            new SessionMessage.CurrentTimeInMillis(
                                    Math.floorDiv(context.nowNanos(), 1_000_000L)));
            case SessionRequest.SetServerLogLevel level -> {
                // TWS does not answer.
            }
        }
    }

    private void order(OrderRequest request) {
        switch (request) {
            case OrderRequest.PlaceOrder place -> orders.place(place);
            case OrderRequest.CancelOrder cancel -> orders.cancel(cancel.orderId());
            case OrderRequest.RequestGlobalCancel all -> cancelAll();
            case OrderRequest.RequestOpenOrders own -> lists.ownOpenOrders();
            case OrderRequest.RequestAllOpenOrders all -> lists.allOpenOrders();
            case OrderRequest.RequestAutoOpenOrders(boolean autoBind) -> {
                if (out.clientId() == 0 && autoBind && context.settings().readOnly()) {
                    out.error(-1, 321, OrderRequests.READ_ONLY);
                } else if (out.clientId() == 0) {
                    bindsAutomatically = autoBind;
                } else {
                    out.error(-1, 327, "Only the default client (i.e 0) can auto bind orders.");
                }
            }
            case OrderRequest.RequestExecutions wanted -> lists.executions(wanted);
            case OrderRequest.RequestCompletedOrders(boolean apiOnly) -> lists.completed(apiOnly);
        }
    }

    private void cancelAll() {
        if (context.settings().readOnly()) {
            out.error(-1, 321, OrderRequests.READ_ONLY);
        } else {
            context.backend().cancelAll();
        }
    }

    private void market(MarketDataRequest request) {
        switch (request) {
            case MarketDataRequest.RequestMarketDataType type -> markets.dataType(type);
            case MarketDataRequest.RequestMarketData wanted -> markets.watch(wanted);
            case MarketDataRequest.CancelMarketData(int id) -> markets.unwatch(id);
            case MarketDataRequest.RequestTickByTick wanted -> markets.stream(wanted);
            case MarketDataRequest.CancelTickByTick(int id) -> markets.unstream(id);
            case MarketDataRequest.RequestRealTimeBars wanted -> markets.bars(wanted);
            case MarketDataRequest.CancelRealTimeBars(int id) -> markets.cancelBars(id);
            case MarketDataRequest.RequestHistoricalData wanted -> history.request(wanted);
            case MarketDataRequest.CancelHistoricalData(int id) -> history.cancel(id);
            case MarketDataRequest.RequestHeadTimestamp wanted -> history.head(wanted);
            case MarketDataRequest.CancelHeadTimestamp cancel -> {
                // The answer has left already.
            }
        }
    }

    private void reference(ReferenceRequest request) {
        switch (request) {
            case ReferenceRequest.RequestContractDetails wanted -> details(wanted);
            case ReferenceRequest.RequestMatchingSymbols(int id, String pattern) ->
                    out.send(
                            new ReferenceMessage.SymbolSamples(
                                    id,
                                    context.finder().like(pattern).stream()
                                            .map(WireContracts::sample)
                                            .toList()));
            case ReferenceRequest.RequestMarketRule(int rule) -> marketRule(rule);
        }
    }

    private void details(ReferenceRequest.RequestContractDetails request) {
        List<Instrument> found = context.finder().all(request.contract());
        if (found.isEmpty()) {
            out.error(
                    request.requestId(),
                    200,
                    "No security definition has been found for the request");
            return;
        }
        for (Instrument instrument : found) {
            out.send(
                    new ReferenceMessage.ContractData(
                            request.requestId(),
                            WireContracts.details(
                                    instrument, context.venue().calendar(), context.nowNanos())));
        }
        out.send(new ReferenceMessage.ContractDataEnd(request.requestId()));
    }

    private void marketRule(int rule) {
        long tick = 0;
        for (var market : context.venue().markets()) {
            if (market.instrument().marketRuleId() == rule) {
                tick = market.instrument().minTickE8();
            }
        }
        if (tick == 0 && rule == USUAL_RULE) {
            tick = Decimals.ONE / 100;
        }
        if (tick == 0) {
            out.error(
                    -1,
                    321,
                    "Error validating request.-'bW' : cause - Unknown market rule id "
                            + rule
                            + ".");
        } else {
            out.send(new ReferenceMessage.MarketRule(rule, List.of(new PriceStep(0, tick))));
        }
    }

    private SessionMessage.NextValidId nextId() {
        return new SessionMessage.NextValidId(context.backend().nextOrderId(out.clientId()));
    }
}
