package dev.monger.tws.session;

import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceRequest;
import java.util.Optional;

/**
 * Which request is answered.
 *
 * @param requestId 0 for the kinds that have none on the wire
 */
public record RequestKey(RequestKind kind, int requestId) {

    /** Returns which request a message is; empty when it is none that is answered as a whole. */
    public static Optional<RequestKey> of(ClientMessage message) {
        return switch (message) {
            case ReferenceRequest.RequestContractDetails m ->
                    key(RequestKind.CONTRACT_DETAILS, m.requestId());
            case OrderRequest.RequestOpenOrders _ -> key(RequestKind.OPEN_ORDERS, 0);
            case OrderRequest.RequestAllOpenOrders _ -> key(RequestKind.ALL_OPEN_ORDERS, 0);
            case OrderRequest.RequestExecutions m -> key(RequestKind.EXECUTIONS, m.requestId());
            case OrderRequest.RequestCompletedOrders _ -> key(RequestKind.COMPLETED_ORDERS, 0);
            case AccountRequest.RequestPositions _ -> key(RequestKind.POSITIONS, 0);
            case MarketDataRequest.RequestHistoricalData m ->
                    key(RequestKind.HISTORICAL_DATA, m.requestId());
            default -> Optional.empty();
        };
    }

    private static Optional<RequestKey> key(RequestKind kind, int requestId) {
        return Optional.of(new RequestKey(kind, requestId));
    }
}
