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

/**
 * Account values and portfolio of one session. Values and portfolio of the one account are told
 * whole at first and every three minutes, and what has changed when a position changes; the others
 * are told whole at first and then what has changed.
 */
final class AccountSubscriptions {
    private static final int MOST_SUMMARIES = 2;
    private static final String EVERYBODY = "All";

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, Subscription<Multi>> multis = new TreeMap<>();
    private final Map<Integer, Subscription<Summary>> summaries = new TreeMap<>();
    private @Nullable Subscription<Updates> updates;

    private record Updates(String account, AccountValues told) {}

    private record Multi(
            AccountRequest.RequestAccountUpdatesMulti request,
            String account,
            AccountValues told) {}

    private record Summary(
            AccountRequest.RequestAccountSummary request, Map<String, AccountValues> told) {}

    AccountSubscriptions(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    /** The account whose values and portfolio are subscribed, empty for none. */
    String account() {
        Subscription<Updates> now = updates;
        return now == null ? "" : now.request().account();
    }

    void positionChanged(AccountBooks books, Holding holding) {
        Subscription<Updates> now = updates;
        if (now != null && now.request().account().equals(books.account())) {
            portfolio(books, holding);
            tell(now.request(), books);
        }
        for (Subscription<Multi> multi : multis.values()) {
            if (multi.request().account().equals(books.account())) {
                tell(multi.request(), books);
            }
        }
    }

    /** Subscribes values and portfolio of an account, in place of another one. */
    void update(AccountBooks books) {
        Subscription<Updates> before = updates;
        if (before != null && !before.request().account().equals(books.account())) {
            out.error(
                    -1,
                    2100,
                    "New account data requested from TWS. API client has been unsubscribed from account data.");
        }
        Subscription<Updates> now =
                new Subscription<>(new Updates(books.account(), new AccountValues()));
        updates = now;
        tell(now.request(), books);
        for (Holding holding : books.holdings()) {
            if (holding.shares() != 0) {
                portfolio(books, holding);
            }
        }
        out.send(new AccountMessage.AccountUpdateTime(TimeTexts.clock(context.nowNanos())));
        out.send(new AccountMessage.AccountDownloadEnd(books.account()));
        later(() -> updateAgain(now));
    }

    void endUpdates() {
        updates = null;
    }

    private void updateAgain(Subscription<Updates> now) {
        if (updates == now) {
            AccountBooks books = context.books(now.request().account());
            now.request().told().forget();
            tell(now.request(), books);
            books.holdings().forEach(holding -> portfolio(books, holding));
            out.send(new AccountMessage.AccountUpdateTime(TimeTexts.clock(context.nowNanos())));
            later(() -> updateAgain(now));
        }
    }

    private void tell(Updates now, AccountBooks books) {
        for (AccountValues.Named named : now.told().news(AccountValues.all(books))) {
            out.send(
                    new AccountMessage.AccountValue(
                            named.key(), named.value(), named.currency(), now.account()));
        }
    }

    private void portfolio(AccountBooks books, Holding holding) {
        long mark = books.markE8(holding.conId());
        Instrument instrument = context.backend().market(holding.conId()).instrument();
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

    void multi(AccountRequest.RequestAccountUpdatesMulti request, AccountBooks books) {
        Subscription<Multi> multi =
                new Subscription<>(new Multi(request, books.account(), new AccountValues()));
        multis.put(request.requestId(), multi);
        tell(multi.request(), books);
        out.send(new AccountMessage.AccountUpdateMultiEnd(request.requestId()));
        later(() -> multiAgain(multi));
    }

    void endMulti(int requestId) {
        multis.remove(requestId);
    }

    private void multiAgain(Subscription<Multi> multi) {
        if (multis.get(multi.request().request().requestId()) == multi) {
            tell(multi.request(), context.books(multi.request().account()));
            later(() -> multiAgain(multi));
        }
    }

    private void tell(Multi multi, AccountBooks books) {
        AccountRequest.RequestAccountUpdatesMulti request = multi.request();
        List<AccountValues.Named> values =
                request.ledgerAndNetLiquidation()
                        ? AccountValues.ledger(books)
                        : AccountValues.all(books);
        for (AccountValues.Named named : multi.told().news(values)) {
            out.send(
                    new AccountMessage.AccountUpdateMulti(
                            request.requestId(),
                            multi.account(),
                            request.modelCode(),
                            named.key(),
                            named.value(),
                            named.currency()));
        }
    }

    void summarize(AccountRequest.RequestAccountSummary request) {
        int id = request.requestId();
        if (!request.group().equals(EVERYBODY)) {
            out.error(
                    id,
                    321,
                    "Error validating request.-'bW' : cause - the group must be All, was '"
                            + request.group()
                            + "'");
            return;
        }
        if (summaries.size() >= MOST_SUMMARIES && !summaries.containsKey(id)) {
            out.error(
                    id,
                    322,
                    "Error processing request.-'bW' : cause - Maximum number of account summary requests exceeded");
            return;
        }
        Subscription<Summary> summary = new Subscription<>(new Summary(request, new TreeMap<>()));
        summaries.put(id, summary);
        tell(summary.request());
        out.send(new AccountMessage.AccountSummaryEnd(id));
        later(() -> summarizeAgain(summary));
    }

    void endSummary(int requestId) {
        summaries.remove(requestId);
    }

    private void summarizeAgain(Subscription<Summary> summary) {
        if (summaries.get(summary.request().request().requestId()) == summary) {
            tell(summary.request());
            later(() -> summarizeAgain(summary));
        }
    }

    private void tell(Summary summary) {
        List<String> tags = List.of(summary.request().tags().split(",", -1));
        boolean ledger = tags.stream().anyMatch(tag -> tag.startsWith("$LEDGER"));
        for (AccountBooks books : context.books().allBooks()) {
            List<AccountValues.Named> wanted =
                    AccountValues.all(books).stream()
                            .filter(named -> isWanted(named, tags, ledger))
                            .toList();
            AccountValues told =
                    summary.told().computeIfAbsent(books.account(), _ -> new AccountValues());
            for (AccountValues.Named named : told.news(wanted)) {
                out.send(
                        new AccountMessage.AccountSummary(
                                summary.request().requestId(),
                                books.account(),
                                named.key(),
                                named.value(),
                                named.currency()));
            }
        }
    }

    private static boolean isWanted(AccountValues.Named named, List<String> tags, boolean ledger) {
        if (named.isBase()) {
            return false;
        }
        return tags.contains(named.key()) || (ledger && named.isLedger());
    }

    private void later(Runnable deed) {
        context.whenLinked(
                context.nowNanos() + context.settings().timing().accountNanos(),
                () -> {
                    if (out.isOpen()) {
                        deed.run();
                    }
                });
    }
}
