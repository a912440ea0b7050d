package dev.monger.core.portfolio;

import dev.monger.core.model.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the guard wants done; nothing here can touch an order. */
public sealed interface PortfolioCommand {

    /** Ask for all positions, once, and their changes. */
    record RequestPositions() implements PortfolioCommand {}

    /**
     * Ask for the account's P&L.
     *
     * @param again whether an earlier subscription of this session is to be ended first
     */
    record RequestPnl(boolean again) implements PortfolioCommand {}

    /** Ask for every open order of the account; binds nothing. */
    record RequestOpenOrders() implements PortfolioCommand {}

    /** Ask for the day's executions of all clients and hands. */
    record RequestExecutions() implements PortfolioCommand {}

    /** Ask for the orders that ended today, those typed by hand included. */
    record RequestCompletedOrders() implements PortfolioCommand {}

    /** End the session and make a new one. */
    record Reconnect(String reason) implements PortfolioCommand {}

    /** Tell what hands did. */
    record TellHands(HandReport report) implements PortfolioCommand {}

    /** Tell the account's P&L. */
    record TellPnl(AccountPnl pnl) implements PortfolioCommand {}

    /** Tell a position. */
    record TellPosition(AccountPosition position) implements PortfolioCommand {}

    /**
     * Beat: tell what the account allows.
     *
     * @param closed the gates that are closed; none means permit
     * @param latch the daily-loss latch
     * @param daily the P&L it was judged by; null when not known
     * @param beat counts up
     */
    record TellRisk(List<PermitGate> closed, LossLatch latch, @Nullable Money daily, long beat)
            implements PortfolioCommand {}

    /** Answer an operator's reset. */
    record AnswerReset(String commandId, boolean done, String text) implements PortfolioCommand {}

    /** Tell a person. */
    record RaiseAlarm(String code, String text) implements PortfolioCommand {}

    /** Be woken at this time of the monotonic clock. */
    record WakeAt(long monotonicNanos) implements PortfolioCommand {}
}
