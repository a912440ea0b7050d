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
    private final Front front;
    private final FrontContext context;
    private final SessionOutput out;
    private final AccountSubscriptions values;
    private final Map<Integer, AccountRequest.RequestPositionsMulti> positionsMulti =
            new TreeMap<>();
    private final Map<Integer, Subscription<AccountRequest>> profits = new TreeMap<>();
    private boolean positions;

    AccountRequests(Front front, SessionOutput out) {
        this.front = front;
        this.context = front.context();
        this.out = out;
        this.values = new AccountSubscriptions(context, out);
    }

    void handle(AccountRequest request) {
        switch (request) {
            case AccountRequest.RequestPositions all -> positions();
            case AccountRequest.CancelPositions all -> positions = false;
            case AccountRequest.RequestPositionsMulti multi -> positionsMulti(multi);
            case AccountRequest.CancelPositionsMulti multi ->
                    positionsMulti.remove(multi.requestId());
            case AccountRequest.RequestAccountUpdates wanted -> updates(wanted);
            case AccountRequest.RequestAccountUpdatesMulti multi -> multi(multi);
            case AccountRequest.CancelAccountUpdatesMulti multi ->
                    values.endMulti(multi.requestId());
            case AccountRequest.RequestAccountSummary summary -> values.summarize(summary);
            case AccountRequest.CancelAccountSummary summary ->
                    values.endSummary(summary.requestId());
            case AccountRequest.RequestPnl pnl -> profit(pnl.requestId(), pnl.account(), pnl);
            case AccountRequest.CancelPnl pnl -> profits.remove(pnl.requestId());
            case AccountRequest.RequestPnlSingle pnl -> profit(pnl.requestId(), pnl.account(), pnl);
            case AccountRequest.CancelPnlSingle pnl -> profits.remove(pnl.requestId());
        }
    }

    /** A position or cash changed: subscriptions are told at once. */
    void positionChanged(String account, int conId) {
        AccountBooks books = context.books(account);
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
        values.positionChanged(books, holding);
    }

    private void positions() {
        positions = true;
        for (AccountBooks books : context.books().allBooks()) {
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
            values.endUpdates();
            return;
        }
        AccountBooks books = account(-1, request.account());
        if (books == null) {
            return;
        }
        List<Integer> others = front.subscribedToAnother(out, books.account());
        if (others.isEmpty()) {
            values.update(books);
        } else {
            out.error(
                    -1,
                    2101,
                    "Unable to subscribe to account as the following clients are subscribed to a different account: "
                            + String.join(",", others.stream().map(String::valueOf).toList()));
        }
    }

    private void multi(AccountRequest.RequestAccountUpdatesMulti request) {
        AccountBooks books = account(request.requestId(), request.account());
        if (books != null) {
            values.multi(request, books);
        }
    }

    /** The account whose values are subscribed, empty for none. */
    String subscribedAccount() {
        return values.account();
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
        tellProfit(requestId, books.account(), wanted);
    }

    private void tellProfit(int requestId, String account, Subscription<AccountRequest> wanted) {
        if (!out.isOpen() || profits.get(requestId) != wanted) {
            return;
        }
        AccountBooks books = context.books(account);
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
        context.whenLinked(
                context.nowNanos() + context.settings().timing().profitNanos(),
                () -> tellProfit(requestId, account, wanted));
    }

    private @Nullable AccountBooks account(int requestId, String account) {
        List<AccountBooks> all = context.books().allBooks();
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
