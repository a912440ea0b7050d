package dev.monger.simulator.fault;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Holding;
import dev.monger.simulator.backend.Mishaps;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Market;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and the broker do in an account by themselves: hands, liquidations, moves. */
final class AccountDeeds {
    private final FaultPlan plan;
    private final FaultWorld world;
    private final Agenda agenda;
    private final Link link;

    AccountDeeds(FaultPlan plan, FaultWorld world, Agenda agenda, Link link) {
        this.link = link;
        this.plan = plan;
        this.world = world;
        this.agenda = agenda;
    }

    /** Why a fault names something that is not there, or null. */
    @Nullable String problem(Fault fault) {
        if (fault.kind().parameter("symbol") == null) {
            return null;
        }
        String symbol = fault.text("symbol");
        if (!symbol.isEmpty() && backend().venue().market(symbol) == null) {
            return "symbol: '" + symbol + "' is not listed";
        }
        String account = fault.text("account");
        List<String> accounts = backend().settings().accounts();
        return account.isEmpty() || accounts.contains(account)
                ? null
                : "account: expected one of "
                        + String.join(", ", accounts)
                        + ", was '"
                        + account
                        + "'";
    }

    /** A person's order rests and is bound. */
    void restAndBind(Fault fault) {
        Market market = market(fault);
        boolean buy = fault.has("side", "buy");
        long tick = market.instrument().minTickE8();
        long away = fault.whole("awayTicks") * tick;
        long near = buy ? market.quote().bidE8() : market.quote().askE8();
        long from = near > 0 ? near : market.markE8();
        long limit = Math.max(tick, (buy ? from - away : from + away) / tick * tick);
        OrderTerms terms =
                new OrderTerms(
                        buy,
                        fault.whole("shares"),
                        OrderKind.LIMIT,
                        OrderTerms.Prices.limit(limit),
                        OrderTerms.Life.GTC,
                        "",
                        0,
                        "");
        PlaceOutcome outcome = type(fault, market, terms);
        if (outcome instanceof PlaceOutcome.Taken(BrokerOrder order)) {
            agenda.at(
                    backend().venue().nowNanos() + fault.nanos("boundAfterMillis"),
                    () -> link.pass(Turn.ORDERS, () -> bind(order)));
        }
    }

    private void bind(BrokerOrder order) {
        if (!order.status().isDone() && order.origin().orderId() == 0) {
            world.bind(order);
        }
    }

    /** A person's order trades. */
    void fill(Fault fault) {
        OrderTerms terms =
                new OrderTerms(
                        fault.has("side", "buy"),
                        fault.whole("shares"),
                        OrderKind.MARKET,
                        OrderTerms.Prices.NONE,
                        OrderTerms.Life.DAY,
                        "",
                        0,
                        "");
        type(fault, market(fault), terms);
    }

    private PlaceOutcome type(Fault fault, Market market, OrderTerms terms) {
        return backend().place(OrderOrigin.person(account(fault)), market.instrument(), terms, 0);
    }

    /** The broker warns and liquidates. */
    void liquidate(Fault fault) {
        link.noticed(
                2148,
                "Your account has a margin deficiency; positions may be liquidated without further notice.");
        agenda.at(
                backend().venue().nowNanos() + fault.nanos("warnedMillis"),
                () -> {
                    Holding holding = holding(fault);
                    if (holding != null) {
                        backend()
                                .mishaps()
                                .liquidate(account(fault), holding.conId(), fault.whole("percent"));
                    }
                });
    }

    /** A position moves without an execution. */
    void move(Fault fault) {
        Holding holding = holding(fault);
        String how = fault.text("how");
        boolean needsHolding = how.equals("split") || how.equals("buy-in");
        if (needsHolding && holding == null) {
            return;
        }
        int conId = holding == null ? market(fault).instrument().conId() : holding.conId();
        Mishaps.Move move =
                switch (how) {
                    case "transfer" -> new Mishaps.Move.Transfer(fault.whole("shares"));
                    case "assignment" -> new Mishaps.Move.Assignment(fault.whole("shares"));
                    case "split" -> new Mishaps.Move.Split(fault.whole("ratio"));
                    default -> new Mishaps.Move.BuyIn();
                };
        backend().mishaps().move(account(fault), conId, move);
    }

    /** The position that is meant, the largest one when none is named, null when there is none. */
    private @Nullable Holding holding(Fault fault) {
        AccountBooks books = backend().books(account(fault));
        Market named = backend().venue().market(fault.text("symbol"));
        Holding largest = null;
        for (Holding holding : books.holdings()) {
            boolean meant = named == null || named.instrument().conId() == holding.conId();
            if (meant && holding.shares() != 0 && value(holding) > value(largest)) {
                largest = holding;
            }
        }
        return largest;
    }

    private long value(@Nullable Holding holding) {
        return holding == null
                ? -1
                : Math.abs(holding.shares() * backend().market(holding.conId()).markE8());
    }

    private Market market(Fault fault) {
        Market named = backend().venue().market(fault.text("symbol"));
        List<Market> all = backend().venue().markets();
        return named != null ? named : all.get((int) plan.random(fault.kind()).below(all.size()));
    }

    private String account(Fault fault) {
        String named = fault.text("account");
        return named.isEmpty() ? backend().settings().accounts().getFirst() : named;
    }

    private Backend backend() {
        return world.backend();
    }
}
