package dev.monger.simulator.front;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.Holding;
import dev.monger.simulator.venue.Instrument;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Positions, account values and P&L of one session. */
final class AccountRequests {
    private static final int MOST_SUMMARIES = 2;

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, AccountRequest.RequestPositionsMulti> positionsMulti =
            new TreeMap<>();
    private final Map<Integer, Subscription<AccountRequest.RequestAccountSummary>> summaries =
            new TreeMap<>();
    private final Map<Integer, AccountRequest.RequestAccountUpdatesMulti> updatesMulti =
            new TreeMap<>();
    private final Map<Integer, Subscription<AccountRequest>> profits = new TreeMap<>();
    private boolean positions;
    private @Nullable AccountBooks updates;

    AccountRequests(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    void handle(AccountRequest request) {
        switch (request) {
            case AccountRequest.RequestPositions all -> positions();
            case AccountRequest.CancelPositions all -> positions = false;
            case AccountRequest.RequestPositionsMulti multi -> positionsMulti(multi);
            case AccountRequest.CancelPositionsMulti multi ->
                    positionsMulti.remove(multi.requestId());
            case AccountRequest.RequestAccountUpdates wanted -> updates(wanted);
            case AccountRequest.RequestAccountUpdatesMulti multi -> updatesMulti(multi);
            case AccountRequest.CancelAccountUpdatesMulti multi ->
                    updatesMulti.remove(multi.requestId());
            case AccountRequest.RequestAccountSummary summary -> summary(summary);
            case AccountRequest.CancelAccountSummary summary ->
                    summaries.remove(summary.requestId());
            case AccountRequest.RequestPnl pnl -> profit(pnl.requestId(), pnl.account(), pnl);
            case AccountRequest.CancelPnl pnl -> profits.remove(pnl.requestId());
            case AccountRequest.RequestPnlSingle pnl -> profit(pnl.requestId(), pnl.account(), pnl);
            case AccountRequest.CancelPnlSingle pnl -> profits.remove(pnl.requestId());
        }
    }

    /** A position or cash changed: subscriptions are told at once. */
    void positionChanged(String account, int conId) {
        AccountBooks books = context.backend().books(account);
        Holding holding = books.holding(conId);
        if (holding == null) {
            return;
        }
        if (positions) {
            position(books, holding);
        }
        for (AccountRequest.RequestPositionsMulti multi : positionsMulti.values()) {
            if (multi.account().isEmpty() || multi.account().equals(account)) {
                positionMulti(multi, books, holding);
            }
        }
        if (updates == books) {
            portfolio(books, holding);
            values(books);
        }
    }

    private void positions() {
        positions = true;
        for (AccountBooks books : context.backend().allBooks()) {
            for (Holding holding : books.holdings()) {
                if (holding.shares() != 0) {
                    position(books, holding);
                }
            }
        }
        out.send(new AccountMessage.PositionEnd());
    }

    private void position(AccountBooks books, Holding holding) {
        out.send(
                new AccountMessage.Position(
                        books.account(),
                        WireContracts.contract(instrument(holding)),
                        Amounts.sharesE8(holding.shares()),
                        holding.averageCostE8()));
    }

    private void positionsMulti(AccountRequest.RequestPositionsMulti request) {
        AccountBooks books = account(request.requestId(), request.account());
        if (books == null) {
            return;
        }
        positionsMulti.put(request.requestId(), request);
        for (Holding holding : books.holdings()) {
            if (holding.shares() != 0) {
                positionMulti(request, books, holding);
            }
        }
        out.send(new AccountMessage.PositionMultiEnd(request.requestId()));
    }

    private void positionMulti(
            AccountRequest.RequestPositionsMulti request, AccountBooks books, Holding holding) {
        out.send(
                new AccountMessage.PositionMulti(
                        request.requestId(),
                        books.account(),
                        WireContracts.contract(instrument(holding)),
                        Amounts.sharesE8(holding.shares()),
                        holding.averageCostE8(),
                        ""));
    }

    private void updates(AccountRequest.RequestAccountUpdates request) {
        if (!request.subscribe()) {
            updates = null;
            return;
        }
        AccountBooks books = account(-1, request.account());
        if (books == null) {
            return;
        }
        if (updates != null && updates != books) {
            out.error(
                    -1,
                    2100,
                    "New account data requested from TWS. API client has been unsubscribed from account data.");
        }
        boolean first = updates != books;
        updates = books;
        values(books);
        for (Holding holding : books.holdings()) {
            if (holding.shares() != 0) {
                portfolio(books, holding);
            }
        }
        out.send(new AccountMessage.AccountUpdateTime(TimeTexts.clock(context.nowNanos())));
        out.send(new AccountMessage.AccountDownloadEnd(books.account()));
        if (first) {
            updateLater(books);
        }
    }

    private void updateLater(AccountBooks books) {
        context.agenda()
                .at(
                        context.nowNanos() + context.settings().timing().accountNanos(),
                        () -> {
                            if (out.isOpen() && updates == books) {
                                values(books);
                                books.holdings().forEach(holding -> portfolio(books, holding));
                                updateLater(books);
                            }
                        });
    }

    private void values(AccountBooks books) {
        for (AccountValues.Named named : AccountValues.all(books)) {
            out.send(
                    new AccountMessage.AccountValue(
                            named.key(), named.value(), named.currency(), books.account()));
        }
    }

    private void portfolio(AccountBooks books, Holding holding) {
        long mark = books.markE8(holding.conId());
        Instrument instrument = instrument(holding);
        out.send(
                new AccountMessage.PortfolioValue(
                        WireContracts.contract(instrument)
                                .withExchange(instrument.primaryExchange()),
                        Amounts.sharesE8(holding.shares()),
                        mark,
                        holding.shares() * mark,
                        holding.averageCostE8(),
                        holding.unrealizedE8(mark),
                        holding.dayRealizedE8(),
                        books.account()));
    }

    private void updatesMulti(AccountRequest.RequestAccountUpdatesMulti request) {
        AccountBooks books = account(request.requestId(), request.account());
        if (books == null) {
            return;
        }
        updatesMulti.put(request.requestId(), request);
        for (AccountValues.Named named : AccountValues.all(books)) {
            out.send(
                    new AccountMessage.AccountUpdateMulti(
                            request.requestId(),
                            books.account(),
                            request.modelCode(),
                            named.key(),
                            named.value(),
                            named.currency()));
        }
        out.send(new AccountMessage.AccountUpdateMultiEnd(request.requestId()));
    }

    private void summary(AccountRequest.RequestAccountSummary request) {
        int id = request.requestId();
        if (summaries.size() >= MOST_SUMMARIES && !summaries.containsKey(id)) {
            out.error(
                    id,
                    322,
                    "Error processing request.-'bW' : cause - Maximum number of account summary requests exceeded");
            return;
        }
        Subscription<AccountRequest.RequestAccountSummary> wanted = new Subscription<>(request);
        summaries.put(id, wanted);
        tellSummary(request);
        out.send(new AccountMessage.AccountSummaryEnd(id));
        summarizeLater(wanted);
    }

    private void summarizeLater(Subscription<AccountRequest.RequestAccountSummary> wanted) {
        context.agenda()
                .at(
                        context.nowNanos() + context.settings().timing().accountNanos(),
                        () -> {
                            if (out.isOpen()
                                    && summaries.get(wanted.request().requestId()) == wanted) {
                                tellSummary(wanted.request());
                                summarizeLater(wanted);
                            }
                        });
    }

    private void tellSummary(AccountRequest.RequestAccountSummary request) {
        List<String> tags = List.of(request.tags().split(",", -1));
        for (AccountBooks books : context.backend().allBooks()) {
            for (AccountValues.Named named : AccountValues.all(books)) {
                boolean asked = tags.contains(named.key()) || tags.contains("$LEDGER");
                if (asked && !named.currency().equals("BASE")) {
                    out.send(
                            new AccountMessage.AccountSummary(
                                    request.requestId(),
                                    books.account(),
                                    named.key(),
                                    named.value(),
                                    named.currency()));
                }
            }
        }
    }

    private void profit(int requestId, String account, AccountRequest request) {
        AccountBooks books = account(requestId, account);
        if (books == null) {
            return;
        }
        if (profits.containsKey(requestId)) {
            out.error(requestId, 102, "Duplicate ticker id");
            return;
        }
        Subscription<AccountRequest> wanted = new Subscription<>(request);
        profits.put(requestId, wanted);
        tellProfit(requestId, books, wanted);
    }

    private void tellProfit(
            int requestId, AccountBooks books, Subscription<AccountRequest> wanted) {
        if (!out.isOpen() || profits.get(requestId) != wanted) {
            return;
        }
        if (wanted.request() instanceof AccountRequest.RequestPnlSingle single) {
            Holding holding = books.holding(single.conId());
            // An unknown contract, or one never held, gets no answer at all.
            if (holding != null) {
                long mark = books.markE8(holding.conId());
                out.send(
                        new AccountMessage.PnlSingle(
                                requestId,
                                Amounts.sharesE8(holding.shares()),
                                holding.dailyE8(mark),
                                holding.unrealizedE8(mark),
                                holding.dayRealizedE8(),
                                holding.shares() * mark));
            }
        } else {
            out.send(
                    new AccountMessage.Pnl(
                            requestId,
                            books.dailyE8(),
                            books.unrealizedE8(),
                            books.dayRealizedE8()));
        }
        context.agenda()
                .at(
                        context.nowNanos() + context.settings().timing().profitNanos(),
                        () -> tellProfit(requestId, books, wanted));
    }

    private @Nullable AccountBooks account(int requestId, String account) {
        List<AccountBooks> all = context.backend().allBooks();
        if (account.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        for (AccountBooks books : all) {
            if (books.account().equals(account)) {
                return books;
            }
        }
        out.error(
                requestId,
                321,
                "Error validating request.-'bW' : cause - Invalid account code '" + account + "'.");
        return null;
    }

    private Instrument instrument(Holding holding) {
        return context.backend().market(holding.conId()).instrument();
    }
}
