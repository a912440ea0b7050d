package dev.monger.core.portfolio;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.Instants;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.ArrayList;
import java.util.List;

/** Steps a guard through a story and keeps what it asked for. */
final class Account {

    static final long SECOND = 1_000_000_000L;
    static final Instrument SPY = new Instrument(new ConId(756733), "SPY", "STK", "USD");

    private final PortfolioCore core = new PortfolioCore(policy());
    private final List<PortfolioCommand> said = new ArrayList<>();
    private PortfolioState state = PortfolioState.EMPTY;
    private long seconds = 1000;

    static PortfolioPolicy policy() {
        return new PortfolioPolicy(
                new AccountId("DU1"), Money.of("1000"), 31, 7, PortfolioPolicy.Pace.DEFAULT);
    }

    /** Opens a session and ends its lists: the guard is reconciled and its P&L is known. */
    static Account calm() {
        Account account = new Account();
        account.take(new PortfolioEvent.Began(account.now()));
        account.open();
        return account;
    }

    void open() {
        take(new PortfolioEvent.SessionOpened(now()));
        take(new PortfolioEvent.PositionsListed(now()));
        take(new PortfolioEvent.OrdersListed(now()));
        take(new PortfolioEvent.ExecutionsListed(now()));
        take(new PortfolioEvent.CompletedListed(now()));
        pnl("0");
    }

    Instants now() {
        return new Instants(seconds * SECOND, seconds * SECOND);
    }

    PortfolioState state() {
        return state;
    }

    void take(PortfolioEvent event) {
        PortfolioCore.Step step = core.step(state, event);
        state = step.state();
        said.addAll(step.commands());
    }

    void pnl(String daily) {
        take(
                new PortfolioEvent.PnlSeen(
                        now(), new AccountPnl(Money.of(daily), Money.ZERO, Money.ZERO)));
    }

    /**
     * Lets a second pass in which the P&L is told and every list ends empty but for these orders.
     */
    void second(ObservedOrder... listed) {
        passed(1);
        for (ObservedOrder order : listed) {
            take(new PortfolioEvent.OrderSeen(now(), order));
        }
        take(new PortfolioEvent.OrdersListed(now()));
        take(new PortfolioEvent.ExecutionsListed(now()));
        take(new PortfolioEvent.CompletedListed(now()));
        pnl("0");
    }

    void seconds(int count, ObservedOrder... listed) {
        for (int second = 0; second < count; second++) {
            second(listed);
        }
    }

    void passed(int count) {
        seconds += count;
        take(new PortfolioEvent.Woke(now()));
    }

    void restart() {
        seconds = 5;
        take(new PortfolioEvent.Began(now()));
        open();
    }

    <T extends PortfolioCommand> List<T> said(Class<T> kind) {
        return said.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<HandReport> told() {
        return said(PortfolioCommand.TellHands.class).stream()
                .map(PortfolioCommand.TellHands::report)
                .toList();
    }

    List<String> alarms() {
        return said(PortfolioCommand.RaiseAlarm.class).stream()
                .map(PortfolioCommand.RaiseAlarm::code)
                .toList();
    }

    PortfolioCommand.TellRisk lastRisk() {
        return said(PortfolioCommand.TellRisk.class).getLast();
    }

    static ObservedOrder typed(long permId, String limit, String status) {
        return order(permId, new ObservedOrder.Source(0, 0, ""), limit, status);
    }

    static ObservedOrder own(long permId, String reference, String limit, String status) {
        return order(permId, new ObservedOrder.Source(3, 12, reference), limit, status);
    }

    private static ObservedOrder order(
            long permId, ObservedOrder.Source source, String limit, String status) {
        return new ObservedOrder(
                new PermId(permId),
                source,
                SPY,
                Side.SELL,
                new OrderTerms.Limit(Price.of(limit)),
                new ObservedOrder.Amounts(Quantity.ofShares(100), Quantity.ZERO),
                new ObservedOrder.Group("", 0, true),
                status);
    }

    static ObservedExecution execution(String execId, int clientId, boolean liquidation) {
        return new ObservedExecution(
                new ExecId(execId),
                900,
                new ObservedOrder.Source(clientId, Integer.MAX_VALUE, ""),
                SPY,
                Side.SELL,
                Quantity.ofShares(100),
                Price.of("150"),
                1,
                liquidation);
    }
}
