package dev.monger.engine.portfolio;

import dev.monger.core.portfolio.PortfolioCommand;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Every request the account's guard ever makes. On client 0 {@code reqOpenOrders} and {@code
 * reqAutoOpenOrders} would bind people's orders, which cancels and resubmits them: they are not
 * here.
 */
final class AccountRequests {

    private final String account;
    private int pnlRequest;

    AccountRequests(String account) {
        this.account = account;
    }

    /**
     * Returns the requests of a command, in order; none when it is no request.
     *
     * @param nextId gives ids that no order has
     */
    List<ClientMessage> of(PortfolioCommand command, IntSupplier nextId) {
        return switch (command) {
            case PortfolioCommand.RequestPositions _ ->
                    // A second subscription gets no second list, so the first one is ended before.
                    List.of(
                            new AccountRequest.CancelPositions(),
                            new AccountRequest.RequestPositions());
            case PortfolioCommand.RequestPnl(boolean again) -> pnl(again, nextId.getAsInt());
            case PortfolioCommand.RequestOpenOrders _ ->
                    List.of(new OrderRequest.RequestAllOpenOrders());
            case PortfolioCommand.RequestExecutions _ ->
                    List.of(
                            new OrderRequest.RequestExecutions(
                                    nextId.getAsInt(), ExecutionFilter.NONE));
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

    private List<ClientMessage> pnl(boolean again, int requestId) {
        int earlier = pnlRequest;
        pnlRequest = requestId;
        ClientMessage ask = new AccountRequest.RequestPnl(requestId, account, "");
        return again ? List.of(new AccountRequest.CancelPnl(earlier), ask) : List.of(ask);
    }
}
