package dev.monger.simulator.server;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events {@code @stoqey/ib} makes of a message of TWS, with every field. */
final class StoqeyView {
    private StoqeyView() {}

    /** The events of a message at a version; none when the client does not know the message. */
    static List<StoqeyEvent> of(ServerMessage message, int version) {
        return switch (message) {
            case SessionMessage session -> session(session);
            case OrderMessage order -> order(order, version);
            case MarketDataMessage data -> StoqeyDataView.of(data);
            case ReferenceMessage reference -> reference(reference, version);
            case AccountMessage account -> StoqeyAccountView.of(account);
        };
    }

    private static List<StoqeyEvent> session(SessionMessage message) {
        return switch (message) {
            case SessionMessage.NextValidId(int id) -> one("nextValidId", whole(id));
            case SessionMessage.ManagedAccounts(List<String> accounts) ->
                    one("managedAccounts", String.join(",", accounts));
            case SessionMessage.CurrentTime(long seconds) -> one("currentTime", whole(seconds));
            case SessionMessage.CurrentTimeInMillis millis -> List.of();
            case SessionMessage.ErrorMessage error ->
                    error.id() == -1
                            ? one("info", error.text(), whole(error.code()))
                            : one(
                                    "error",
                                    error.text(),
                                    whole(error.code()),
                                    whole(error.id()),
                                    reject(error));
        };
    }

    private static @Nullable Object reject(SessionMessage.ErrorMessage error) {
        try {
            String json = error.advancedOrderRejectJson();
            return json.isEmpty() ? null : Json.read(json);
        } catch (BadInput e) {
            throw new AssertionError(e);
        }
    }

    private static List<StoqeyEvent> order(OrderMessage message, int version) {
        return switch (message) {
            case OrderMessage.OpenOrder open -> List.of(StoqeyOrders.open(open, version));
            case OrderMessage.CompletedOrder completed ->
                    List.of(StoqeyOrders.completed(completed, version));
            case OrderMessage.OrderStatus status ->
                    one(
                            "orderStatus",
                            whole(status.orderId()),
                            status.status(),
                            number(status.filledE8()),
                            number(status.remainingE8()),
                            number(status.averageFillPriceE8()),
                            whole(status.permId()),
                            whole(status.parentId()),
                            number(status.lastFillPriceE8()),
                            whole(status.clientId()),
                            status.whyHeld(),
                            number(status.marketCapPriceE8()));
            case OrderMessage.OpenOrderEnd end -> one("openOrderEnd");
            case OrderMessage.OrderBound bound ->
                    one(
                            "orderBound",
                            whole(bound.permId()),
                            whole(bound.clientId()),
                            whole(bound.orderId()));
            case OrderMessage.ExecDetails details ->
                    one(
                            "execDetails",
                            whole(details.requestId()),
                            StoqeyContracts.contract(details.contract()),
                            execution(details.execution(), version));
            case OrderMessage.ExecDetailsEnd(int id) -> one("execDetailsEnd", whole(id));
            case OrderMessage.CommissionReport report ->
                    one("commissionReport", commission(report));
            case OrderMessage.CompletedOrdersEnd end -> one("completedOrdersEnd");
        };
    }

    private static Map<String, @Nullable Object> execution(Execution execution, int version) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("orderId", whole(execution.orderId()));
        map.put("execId", execution.execId());
        map.put("time", execution.time());
        map.put("acctNumber", execution.account());
        map.put("exchange", execution.exchange());
        map.put("side", execution.side());
        map.put("shares", number(execution.sharesE8()));
        map.put("price", number(execution.priceE8()));
        map.put("permId", whole(execution.permId()));
        map.put("clientId", whole(execution.clientId()));
        map.put("liquidation", whole(execution.liquidation()));
        map.put("cumQty", number(execution.cumulativeQuantityE8()));
        map.put("avgPrice", number(execution.averagePriceE8()));
        map.put("orderRef", execution.orderRef());
        map.put("evRule", execution.evRule());
        map.put("evMultiplier", numberOrZero(execution.evMultiplierE8()));
        map.put("modelCode", execution.modelCode());
        map.put("lastLiquidity", whole(execution.lastLiquidity()));
        map.put("pendingPriceRevision", version >= 178 ? execution.pendingPriceRevision() : null);
        return map;
    }

    private static Map<String, @Nullable Object> commission(OrderMessage.CommissionReport report) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("execId", report.execId());
        map.put("commission", number(report.commissionE8()));
        map.put("currency", report.currency());
        map.put("realizedPNL", number(report.realizedPnlE8()));
        map.put("yield", number(report.yieldE8()));
        String date = report.yieldRedemptionDate();
        map.put("yieldRedemptionDate", new BigDecimal(date.isEmpty() ? "0" : date));
        return map;
    }

    private static List<StoqeyEvent> reference(ReferenceMessage message, int version) {
        return switch (message) {
            case ReferenceMessage.ContractData data ->
                    one(
                            "contractDetails",
                            whole(data.requestId()),
                            StoqeyContracts.details(data.details(), version));
            case ReferenceMessage.BondContractData data ->
                    one(
                            "bondContractDetails",
                            whole(data.requestId()),
                            StoqeyContracts.bond(data.details(), version));
            case ReferenceMessage.ContractDataEnd(int id) -> one("contractDetailsEnd", whole(id));
            case ReferenceMessage.SymbolSamples samples ->
                    one(
                            "symbolSamples",
                            whole(samples.requestId()),
                            samples.samples().stream().map(StoqeyContracts::sample).toList());
            case ReferenceMessage.MarketRule rule ->
                    one(
                            "marketRule",
                            whole(rule.marketRuleId()),
                            rule.steps().stream()
                                    .map(step ->
                                            Map.of(
                                                    "lowEdge",
                                                    BigDecimal.valueOf(step.lowEdgeE8(), 8),
                                                    "increment",
                                                    BigDecimal.valueOf(step.incrementE8(), 8)))
                                    .toList());
        };
    }

    static List<StoqeyEvent> one(String name, @Nullable Object... arguments) {
        return List.of(StoqeyEvent.of(name, arguments));
    }

    static @Nullable Object number(long valueE8) {
        return StoqeyEvent.number(valueE8);
    }

    private static Object numberOrZero(long valueE8) {
        Object number = StoqeyEvent.number(valueE8);
        return number == null ? BigDecimal.ZERO : number;
    }

    static BigDecimal whole(long value) {
        return BigDecimal.valueOf(value);
    }
}
