package dev.monger.simulator.front;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.fault.BrokerFaults;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.PriceStep;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.time.LocalDate;
import java.util.List;

/** Everything one session may ask, handed to who answers it. */
final class SessionRequests {
    private static final int USUAL_RULE = 26;

    private final Front front;
    private final FrontContext context;
    private final SessionOutput out;
    private final OrderRequests orders;
    private final MarketRequests markets;
    private final HistoryRequests history;
    private final AccountRequests accounts;
    private boolean bindsAutomatically;

    SessionRequests(Front front, SessionOutput out) {
        this.front = front;
        this.context = front.context();
        this.out = out;
        this.orders = new OrderRequests(context, out);
        this.markets = new MarketRequests(context, out);
        this.history = new HistoryRequests(context, out);
        this.accounts = new AccountRequests(front, out);
    }

    /** What TWS says without being asked. */
    void begin() {
        BrokerFaults.Unasked unasked = context.faults().broker().unasked(out.clientId());
        if (unasked != null && unasked.first()) {
            tell(unasked);
        }
        out.send(new SessionMessage.ManagedAccounts(context.backend().settings().accounts()));
        if (unasked != null && !unasked.first()) {
            tell(unasked);
        }
        out.send(nextId());
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
            case OrderRequest.RequestOpenOrders own -> openOrders();
            case OrderRequest.RequestAllOpenOrders all -> {
                for (BrokerOrder order : context.backend().openOrders()) {
                    front.saw(out, order);
                    tell(order);
                }
                out.send(new OrderMessage.OpenOrderEnd());
            }
            case OrderRequest.RequestAutoOpenOrders(boolean autoBind) -> {
                if (out.clientId() == 0 && autoBind && context.settings().readOnly()) {
                    out.error(-1, 321, OrderRequests.READ_ONLY);
                } else if (out.clientId() == 0) {
                    bindsAutomatically = autoBind;
                } else {
                    out.error(-1, 327, "Only the default client (i.e 0) can auto bind orders.");
                }
            }
            case OrderRequest.RequestExecutions wanted -> executions(wanted);
            case OrderRequest.RequestCompletedOrders(boolean apiOnly) -> completed(apiOnly);
        }
    }

    private void cancelAll() {
        if (context.settings().readOnly()) {
            out.error(-1, 321, OrderRequests.READ_ONLY);
        } else {
            context.backend().cancelAll();
        }
    }

    private void openOrders() {
        for (BrokerOrder order : context.backend().openOrders()) {
            boolean unbound = order.origin().manual() && order.origin().orderId() == 0;
            if (unbound && out.clientId() == 0) {
                if (context.settings().readOnly()) {
                    out.error(-1, 321, OrderRequests.READ_ONLY);
                } else {
                    front.bind(order, out);
                }
            }
            if (front.owns(out, order)) {
                tell(order);
            }
        }
        out.send(new OrderMessage.OpenOrderEnd());
    }

    private void tell(BrokerFaults.Unasked unasked) {
        boolean master = out.clientId() == context.settings().masterClientId();
        context.backend().openOrders().stream()
                .filter(order -> master || front.owns(out, order))
                .forEach(this::tell);
        List<Execution> all =
                context.backend().revisions().stream()
                        .filter(one -> master || one.origin().clientId() == out.clientId())
                        .toList();
        int from = Math.max(0, all.size() - unasked.executions());
        for (Execution execution : all.subList(from, all.size())) {
            out.send(context.writer().execution(-1, execution, out.version()));
            out.send(context.writer().commission(execution));
        }
    }

    private void tell(BrokerOrder order) {
        out.send(context.writer().open(order, false));
        out.send(context.writer().status(order));
    }

    private void executions(OrderRequest.RequestExecutions request) {
        ExecutionFilter filter = request.filter();
        long since = filter.time().isEmpty() ? 0 : TimeTexts.parse(filter.time());
        if (since == TimeTexts.MALFORMED) {
            out.error(
                    request.requestId(), 10314, "The date, time, or time-zone entered is invalid.");
            return;
        }
        LocalDate today = context.venue().calendar().day(context.nowNanos());
        int back = filter.lastDays() > 0 && filter.lastDays() <= 7 ? filter.lastDays() : 1;
        LocalDate first = today.minusDays(back - 1L);
        long reach = context.faults().broker().executionsSinceNanos(out.clientId());
        for (Execution execution : context.backend().revisions()) {
            LocalDate day = context.venue().calendar().day(execution.timeNanos());
            boolean dayWanted =
                    filter.dates().isEmpty()
                            ? !day.isBefore(first)
                            : filter.dates().contains(number(day));
            if (dayWanted
                    && execution.timeNanos() >= Math.max(since, reach)
                    && matches(filter, execution)) {
                out.send(context.writer().execution(request.requestId(), execution, out.version()));
                out.send(context.writer().commission(execution));
            }
        }
        out.send(new OrderMessage.ExecDetailsEnd(request.requestId()));
    }

    private static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private boolean matches(ExecutionFilter filter, Execution execution) {
        String symbol = context.backend().market(execution.conId()).instrument().symbol();
        String side = execution.trade().buy() ? "BUY" : "SELL";
        boolean client =
                filter.clientId() == 0
                        || filter.clientId() == Integer.MAX_VALUE
                        || filter.clientId() == execution.origin().clientId();
        boolean mayBeSeen =
                !context.settings().readings().ownExecutionsOnly()
                        || front.isMaster(out)
                        || execution.origin().clientId() == out.clientId();
        return client
                && mayBeSeen
                && (filter.account().isEmpty()
                        || filter.account().equals(execution.origin().account()))
                && (filter.symbol().isEmpty() || filter.symbol().equals(symbol))
                && (filter.secType().isEmpty() || filter.secType().equals("STK"))
                && (filter.exchange().isEmpty()
                        || filter.exchange().equals("SMART")
                        || filter.exchange().equals(execution.trade().exchange()))
                && (filter.side().isEmpty() || filter.side().equals(side));
    }

    private void completed(boolean apiOnly) {
        LocalDate today = context.venue().calendar().day(context.nowNanos());
        for (BrokerOrder order : context.backend().allOrders()) {
            boolean wanted = !(apiOnly && order.origin().manual());
            if (order.status().isDone()
                    && wanted
                    && today.equals(TradingCalendar.local(order.doneNanos()).toLocalDate())) {
                out.send(context.writer().completed(order));
            }
        }
        out.send(new OrderMessage.CompletedOrdersEnd());
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
