package dev.monger.core.portfolio;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Instants;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;

/** Something that happened, as the account's guard is told. */
public sealed interface PortfolioEvent {

    /** Returns when it was taken. */
    Instants at();

    /** A process began: times of an earlier one mean nothing now. */
    record Began(Instants at) implements PortfolioEvent {}

    /** The session with TWS carries requests. */
    record SessionOpened(Instants at) implements PortfolioEvent {}

    /** The session is gone. */
    record SessionLost(Instants at, String reason) implements PortfolioEvent {}

    /** TWS lost its link to the broker (1100, 2110). */
    record BrokerLinkLost(Instants at) implements PortfolioEvent {}

    /** TWS has its link again (1101, 1102). */
    record BrokerLinkRestored(Instants at) implements PortfolioEvent {}

    /** The broker shows an order, live or in a list. */
    record OrderSeen(Instants at, ObservedOrder order) implements PortfolioEvent {}

    /** The broker tells a status, possibly again. */
    record StatusSeen(Instants at, PermId permId, String brokerStatus, Quantity filled)
            implements PortfolioEvent {}

    /** The list of open orders ended. */
    record OrdersListed(Instants at) implements PortfolioEvent {}

    /** The list of orders that ended has ended. */
    record CompletedListed(Instants at) implements PortfolioEvent {}

    /** The broker tells an execution, live or in a list. */
    record ExecutionSeen(Instants at, ObservedExecution execution) implements PortfolioEvent {}

    /** The list of executions ended. */
    record ExecutionsListed(Instants at) implements PortfolioEvent {}

    /** The broker tells what an execution cost. */
    record CommissionSeen(Instants at, ExecId execId, Money commission) implements PortfolioEvent {}

    /** The broker tells a position. */
    record PositionSeen(Instants at, AccountPosition position) implements PortfolioEvent {}

    /** The list of positions ended; changes follow. */
    record PositionsListed(Instants at) implements PortfolioEvent {}

    /** The broker tells the account's P&L. */
    record PnlSeen(Instants at, AccountPnl pnl) implements PortfolioEvent {}

    /** A monger says what it asks of the broker for one of its orders. */
    record OrderAsked(Instants at, String reference, OrderTerms terms, Quantity total)
            implements PortfolioEvent {}

    /** A monger says that it asked for an order's end, or knows that it filled or was refused. */
    record OrderClosed(Instants at, String reference) implements PortfolioEvent {}

    /** An earlier process told this. */
    record ReportRecalled(Instants at, HandReport report) implements PortfolioEvent {}

    /** An earlier process latched this breach. */
    record BreachRecalled(Instants at, LossLatch.Breached breach) implements PortfolioEvent {}

    /** An operator wants a breach cleared. */
    record ResetAsked(Instants at, String commandId, String breach) implements PortfolioEvent {}

    /** Time passed. */
    record Woke(Instants at) implements PortfolioEvent {}
}
