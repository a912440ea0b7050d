package dev.monger.simulator.fault;

import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionRequest;
import java.util.List;

/**
 * What becomes of requests while TWS has no link to the broker: it answers by itself what it can,
 * lists from what it knew, and the others wait. Single orders and their cancels are not decided
 * here, see {@link OrderAsking}.
 */
final class LinkAsking {
    private static final Fate WAITS = new Fate.HeldForLink(List.of());

    private final Link link;

    LinkAsking(Link link) {
        this.link = link;
    }

    Fate fate(ClientMessage message) {
        if (!link.isLost()) {
            return Fate.HANDLED;
        }
        return switch (message) {
            case SessionRequest _ -> Fate.HANDLED;
            case OrderRequest request -> fate(request);
            case AccountRequest request -> fate(request);
            case MarketDataRequest _ -> WAITS;
            case ReferenceRequest _ -> WAITS;
        };
    }

    private Fate fate(OrderRequest request) {
        return switch (request) {
            case OrderRequest.PlaceOrder _,
                    OrderRequest.CancelOrder _,
                    OrderRequest.RequestAutoOpenOrders _ ->
                    Fate.HANDLED;
            case OrderRequest.RequestGlobalCancel _ -> WAITS;
            case OrderRequest.RequestOpenOrders _,
                    OrderRequest.RequestAllOpenOrders _,
                    OrderRequest.RequestExecutions _,
                    OrderRequest.RequestCompletedOrders _ ->
                    list();
        };
    }

    private Fate fate(AccountRequest request) {
        return switch (request) {
            case AccountRequest.RequestPnl _,
                    AccountRequest.CancelPnl _,
                    AccountRequest.RequestPnlSingle _,
                    AccountRequest.CancelPnlSingle _ ->
                    WAITS;
            case AccountRequest.RequestAccountUpdates updates ->
                    updates.subscribe() ? list() : Fate.HANDLED;
            case AccountRequest.RequestPositions _,
                    AccountRequest.RequestPositionsMulti _,
                    AccountRequest.RequestAccountUpdatesMulti _,
                    AccountRequest.RequestAccountSummary _ ->
                    list();
            case AccountRequest.CancelPositions _,
                    AccountRequest.CancelPositionsMulti _,
                    AccountRequest.CancelAccountUpdatesMulti _,
                    AccountRequest.CancelAccountSummary _ ->
                    Fate.HANDLED;
        };
    }

    private Fate list() {
        return link.known() == null ? new Fate.Swallowed() : Fate.HANDLED;
    }
}
