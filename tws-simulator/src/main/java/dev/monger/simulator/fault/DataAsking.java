package dev.monger.simulator.fault;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceRequest;
import java.util.List;

/** What goes wrong with requests for data and contracts on their way into TWS. */
final class DataAsking {
    private static final String SERVICE = "Historical Market Data Service error message:";
    private static final int NO_REQUEST = Integer.MIN_VALUE;

    private final Hearing hearing;
    private final GatewayState gateway;
    private final HistoryPace pace;

    DataAsking(Hearing hearing, GatewayState gateway) {
        this.hearing = hearing;
        this.gateway = gateway;
        this.pace = gateway.history();
    }

    Fate fate(ClientMessage message) {
        int unknown = saidUnknown(message);
        if (unknown != NO_REQUEST) {
            return answer(unknown, 200, "No security definition has been found for the request");
        }
        long away = gateway.referenceAwayUntilNanos();
        if (message instanceof ReferenceRequest && hearing.nowNanos() < away) {
            return new Fate.Delayed(away - hearing.nowNanos());
        }
        Fault rules = hearing.get(FaultKind.HISTORY_PACING);
        boolean tooMuch = rules != null && pace.isTooMuch(message, hearing.nowNanos(), rules);
        if (tooMuch && hearing.strikes(FaultKind.HISTORY_PACING)) {
            return answer(
                    requestOf(message), 162, SERVICE + "Historical data request pacing violation");
        }
        if (message instanceof MarketDataRequest.RequestHistoricalData wanted
                && hearing.strikes(FaultKind.HISTORY_QUERY_LOST)) {
            int id = wanted.requestId();
            return answer(id, 366, "No historical data query found for ticker id:" + id);
        }
        return Fate.HANDLED;
    }

    private static int requestOf(ClientMessage message) {
        return switch (message) {
            case MarketDataRequest.RequestHistoricalData wanted -> wanted.requestId();
            case MarketDataRequest.RequestHeadTimestamp wanted -> wanted.requestId();
            case MarketDataRequest.RequestRealTimeBars wanted -> wanted.requestId();
            default -> -1;
        };
    }

    /** The request that is answered as if its contract did not exist. */
    private int saidUnknown(ClientMessage message) {
        Fault on = hearing.get(FaultKind.FALSE_UNKNOWN_CONTRACT);
        if (on == null || (on.has("link", "down") && !hearing.link().isLost())) {
            return NO_REQUEST;
        }
        String requests = on.text("requests");
        int requestId =
                switch (message) {
                    case ReferenceRequest.RequestContractDetails wanted
                            when meant(requests, "details") ->
                            wanted.requestId();
                    case MarketDataRequest.RequestMarketData wanted when meant(requests, "data") ->
                            wanted.requestId();
                    case MarketDataRequest.RequestHistoricalData wanted
                            when meant(requests, "data") ->
                            wanted.requestId();
                    case OrderRequest.PlaceOrder place when meant(requests, "orders") ->
                            place.orderId();
                    default -> NO_REQUEST;
                };
        boolean strikes =
                requestId != NO_REQUEST && hearing.strikes(FaultKind.FALSE_UNKNOWN_CONTRACT);
        return strikes ? requestId : NO_REQUEST;
    }

    private static boolean meant(String requests, String one) {
        return requests.equals("any") || requests.equals(one);
    }

    private Fate answer(int id, int code, String text) {
        return new Fate.Answered(List.of(hearing.error(id, code, text)), false);
    }
}
