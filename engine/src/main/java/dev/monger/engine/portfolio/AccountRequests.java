package dev.monger.engine.portfolio;

import dev.monger.core.portfolio.PortfolioCommand;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderRequest;
import java.util.List;

/**
 * Every request the account's guard ever makes. On client 0 {@code reqOpenOrders} and {@code
 * reqAutoOpenOrders} would bind people's orders, which cancels and resubmits them: they are not
 * here.
 */
final class AccountRequests {

    private static final int PNL_REQUEST = 9001;
    private static final int EXECUTIONS_REQUEST = 9002;

    private AccountRequests() {}

    /** Returns the requests of a command, in order; none when it is no request. */
    static List<ClientMessage> of(PortfolioCommand command, String account) {
        return switch (command) {
            case PortfolioCommand.RequestPositions _ ->
                    List.of(new AccountRequest.RequestPositions());
            case PortfolioCommand.RequestPnl(boolean again) -> pnl(again, account);
            case PortfolioCommand.RequestOpenOrders _ ->
                    List.of(new OrderRequest.RequestAllOpenOrders());
            case PortfolioCommand.RequestExecutions _ ->
                    List.of(
                            new OrderRequest.RequestExecutions(
                                    EXECUTIONS_REQUEST, ExecutionFilter.NONE));
            case PortfolioCommand.RequestCompletedOrders _ ->
                    List.of(new OrderRequest.RequestCompletedOrders(false));
            case PortfolioCommand.Reconnect _,
                    PortfolioCommand.TellHands _,
                    PortfolioCommand.TellPnl _,
                    PortfolioCommand.TellPosition _,
                    PortfolioCommand.TellRisk _,
                    PortfolioCommand.AnswerReset _,
                    PortfolioCommand.RaiseAlarm _,
                    PortfolioCommand.WakeAt _ ->
                    List.of();
        };
    }

    private static List<ClientMessage> pnl(boolean again, String account) {
        ClientMessage ask = new AccountRequest.RequestPnl(PNL_REQUEST, account, "");
        return again ? List.of(new AccountRequest.CancelPnl(PNL_REQUEST), ask) : List.of(ask);
    }
}
