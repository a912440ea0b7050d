package dev.monger.simulator.server;

import dev.monger.tws.message.AdjustedOrder;
import dev.monger.tws.message.ComboLeg;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.DeltaNeutralOrder;
import dev.monger.tws.message.Margins;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderCondition;
import dev.monger.tws.message.OrderConditions;
import dev.monger.tws.message.OrderExtras;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.PegToMidpoint;
import dev.monger.tws.message.ScaleOrder;
import dev.monger.tws.message.VolatilityOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Open and completed orders as {@code @stoqey/ib} shows them, field by field. */
final class StoqeyOrders {
    private final Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    private final int version;

    private StoqeyOrders(int version) {
        this.version = version;
    }

    static StoqeyEvent open(OrderMessage.OpenOrder message, int version) {
        StoqeyOrders orders = new StoqeyOrders(version);
        orders.put("orderId", BigDecimal.valueOf(message.orderId()));
        orders.put("clientId", BigDecimal.valueOf(message.clientId()));
        orders.both(message.order(), message.permId());
        orders.onlyOpen(message.order());
        return StoqeyEvent.of(
                "openOrder",
                BigDecimal.valueOf(message.orderId()),
                contract(message.contract(), message.order()),
                orders.shown,
                state(message.state()));
    }

    static StoqeyEvent completed(OrderMessage.CompletedOrder message, int version) {
        StoqeyOrders orders = new StoqeyOrders(version);
        orders.both(message.order(), message.permId());
        orders.onlyCompleted(message.order(), message.state());
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("status", message.state().status());
        state.put("completedTime", message.state().completedTime());
        state.put("completedStatus", message.state().completedStatus());
        return StoqeyEvent.of(
                "completedOrder",
                contract(message.contract(), message.order()),
                orders.shown,
                state);
    }

    private void put(String name, @Nullable Object value) {
        shown.put(name, value);
    }

    private static Map<String, @Nullable Object> contract(Contract contract, Order order) {
        Map<String, @Nullable Object> map = StoqeyContracts.contract(contract);
        map.put("comboLegsDescription", order.extras().combo().description());
        map.put(
                "comboLegs",
                contract.comboLegs().isEmpty()
                        ? null
                        : contract.comboLegs().stream().map(StoqeyOrders::leg).toList());
        if (contract.deltaNeutral().present()) {
            Map<String, @Nullable Object> neutral = new LinkedHashMap<>();
            neutral.put("conId", BigDecimal.valueOf(contract.deltaNeutral().conId()));
            neutral.put("delta", StoqeyEvent.number(contract.deltaNeutral().deltaE8()));
            neutral.put("price", StoqeyEvent.number(contract.deltaNeutral().priceE8()));
            map.put("deltaNeutralContract", neutral);
        }
        return map;
    }

    private static Map<String, Object> leg(ComboLeg leg) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("conId", BigDecimal.valueOf(leg.conId()));
        map.put("ratio", BigDecimal.valueOf(leg.ratio()));
        map.put("action", leg.action());
        map.put("exchange", leg.exchange());
        map.put("openClose", BigDecimal.valueOf(leg.openClose()));
        map.put("shortSaleSlot", BigDecimal.valueOf(leg.shortSaleSlot()));
        map.put("designatedLocation", leg.designatedLocation());
        map.put("exemptCode", BigDecimal.valueOf(leg.exemptCode()));
        return map;
    }

    /** What open and completed orders have in common. */
    private void both(Order order, long permId) {
        OrderExtras extras = order.extras();
        put("permId", BigDecimal.valueOf(permId));
        put("action", order.action());
        put("totalQuantity", StoqeyEvent.number(order.totalQuantityE8()));
        put("orderType", order.orderType());
        // TWS writes 0 where an order has no such price or amount.
        put("lmtPrice", zeroWhenUnset(order.limitPriceE8()));
        put("auxPrice", zeroWhenUnset(order.auxPriceE8()));
        put("tif", order.timeInForce());
        put("ocaGroup", order.ocaGroup());
        put("ocaType", BigDecimal.valueOf(order.ocaType()));
        put("account", order.account());
        put("openClose", extras.openClose());
        put("origin", BigDecimal.valueOf(extras.origin()));
        put("orderRef", order.orderRef());
        put("outsideRth", order.outsideRegularHours());
        put("hidden", order.hidden());
        put("discretionaryAmt", StoqeyEvent.number(extras.discretionaryAmountE8()));
        put("goodAfterTime", order.goodAfterTime());
        put("goodTillDate", order.goodTillDate());
        put("faGroup", extras.advisor().group());
        put("faMethod", extras.advisor().method());
        put("faPercentage", extras.advisor().percentage());
        put("modelCode", extras.modelCode());
        rest(order, extras);
    }

    private void rest(Order order, OrderExtras extras) {
        put("rule80A", extras.rule80A());
        put("percentOffset", StoqeyEvent.number(extras.percentOffsetE8()));
        put("settlingFirm", extras.settlingFirm());
        put("shortSaleSlot", BigDecimal.valueOf(extras.shortSale().slot()));
        put("designatedLocation", extras.shortSale().designatedLocation());
        put("exemptCode", BigDecimal.valueOf(extras.shortSale().exemptCode()));
        put("startingPrice", StoqeyEvent.number(extras.box().startingPriceE8()));
        put("stockRefPrice", StoqeyEvent.number(extras.box().stockReferencePriceE8()));
        put("delta", StoqeyEvent.number(extras.box().deltaE8()));
        put("stockRangeLower", StoqeyEvent.number(extras.box().stockRangeLowerE8()));
        put("stockRangeUpper", StoqeyEvent.number(extras.box().stockRangeUpperE8()));
        put("displaySize", StoqeyEvent.whole(order.displaySize()));
        put("sweepToFill", extras.sweepToFill());
        put("allOrNone", order.allOrNone());
        put("minQty", StoqeyEvent.whole(order.minQuantity()));
        put("triggerMethod", BigDecimal.valueOf(order.triggerMethod()));
        put("trailingPercent", StoqeyEvent.number(order.trailingPercentE8()));
        volatility(extras.volatility());
        put("notHeld", extras.notHeld());
        put("solicited", extras.solicited());
        put("randomizeSize", extras.randomizeSize());
        put("randomizePrice", extras.randomizePrice());
        // The second trailing stop of the message replaces the first one.
        put("trailStopPrice", StoqeyEvent.number(extras.repeatedTrailStopPriceE8()));
        put("lmtPriceOffset", StoqeyEvent.number(order.limitPriceOffsetE8()));
        put("cashQty", zeroWhenUnset(extras.cashQuantityE8()));
        put("dontUseAutoPriceForHedge", extras.dontUseAutoPriceForHedge());
        put("isOmsContainer", extras.isOmsContainer());
        put("autoCancelParent", extras.autoCancelParent());
        conditions(order.conditions());
        parts(order, extras);
        sinceVersions(extras);
    }

    private void volatility(VolatilityOrder volatility) {
        DeltaNeutralOrder neutral = volatility.deltaNeutral();
        put("volatility", StoqeyEvent.number(volatility.volatilityE8()));
        put("volatilityType", zeroWhenUnset(volatility.type()));
        put("deltaNeutralOrderType", neutral.orderType().isEmpty() ? "None" : neutral.orderType());
        put("deltaNeutralAuxPrice", StoqeyEvent.number(neutral.auxPriceE8()));
        put("deltaNeutralConId", BigDecimal.valueOf(neutral.conId()));
        put("deltaNeutralShortSale", neutral.shortSale());
        put("deltaNeutralShortSaleSlot", BigDecimal.valueOf(neutral.shortSaleSlot()));
        put("deltaNeutralDesignatedLocation", neutral.designatedLocation());
        put("continuousUpdate", volatility.continuousUpdate() ? BigDecimal.ONE : BigDecimal.ZERO);
        put("referencePriceType", zeroWhenUnset(volatility.referencePriceType()));
    }

    private static BigDecimal zeroWhenUnset(int value) {
        return value == Integer.MAX_VALUE ? BigDecimal.ZERO : BigDecimal.valueOf(value);
    }

    private static BigDecimal zeroWhenUnset(long valueE8) {
        return valueE8 == Decimals.UNSET ? BigDecimal.ZERO : BigDecimal.valueOf(valueE8, 8);
    }

    /** The client takes every number but 0 for true; TWS writes 0 for what is not said. */
    private static boolean isTrue(int value) {
        return value != 0 && value != Integer.MAX_VALUE;
    }

    private void parts(Order order, OrderExtras extras) {
        put(
                "orderComboLegs",
                extras.combo().legPricesE8().isEmpty()
                        ? null
                        : extras.combo().legPricesE8().stream()
                                .map(price -> Map.of("price", BigDecimal.valueOf(price, 8)))
                                .toList());
        put(
                "smartComboRoutingParams",
                StoqeyContracts.tags(extras.combo().routingParameters(), "tag", "value"));
        ScaleOrder scale = extras.scale();
        put("scaleInitLevelSize", StoqeyEvent.whole(scale.initialLevelSize()));
        put("scaleSubsLevelSize", StoqeyEvent.whole(scale.subsequentLevelSize()));
        put("scalePriceIncrement", StoqeyEvent.number(scale.priceIncrementE8()));
        if (scale.isScaled()) {
            put("scalePriceAdjustValue", StoqeyEvent.number(scale.priceAdjustValueE8()));
            put("scalePriceAdjustInterval", StoqeyEvent.whole(scale.priceAdjustInterval()));
            put("scaleProfitOffset", StoqeyEvent.number(scale.profitOffsetE8()));
            put("scaleAutoReset", scale.autoReset());
            put("scaleInitPosition", StoqeyEvent.whole(scale.initialPosition()));
            put("scaleInitFillQty", StoqeyEvent.whole(scale.initialFillQuantity()));
            put("scaleRandomPercent", scale.randomPercent());
        }
        put("hedgeType", extras.hedge().type());
        put("hedgeParam", extras.hedge().type().isEmpty() ? null : extras.hedge().parameter());
        put("clearingAccount", extras.clearing().account());
        put("clearingIntent", extras.clearing().intent());
        put("algoStrategy", extras.algo().strategy());
        put("algoParams", StoqeyContracts.tags(extras.algo().parameters(), "tag", "value"));
        if (order.orderType().equals("PEG BENCH")) {
            put(
                    "referenceContractId",
                    BigDecimal.valueOf(extras.pegToBenchmark().referenceConId()));
            put("isPeggedChangeAmountDecrease", extras.pegToBenchmark().isPeggedChangeDecrease());
            put(
                    "peggedChangeAmount",
                    StoqeyEvent.number(extras.pegToBenchmark().peggedChangeAmountE8()));
            put(
                    "referenceChangeAmount",
                    StoqeyEvent.number(extras.pegToBenchmark().referenceChangeAmountE8()));
            put("referenceExchangeId", extras.pegToBenchmark().referenceExchange());
        }
    }

    private void sinceVersions(OrderExtras extras) {
        if (version >= 170) {
            PegToMidpoint peg = extras.pegToMidpoint();
            put("minTradeQty", StoqeyEvent.whole(peg.minTradeQuantity()));
            put("minCompeteSize", StoqeyEvent.whole(peg.minCompeteSize()));
            put("competeAgainstBestOffset", StoqeyEvent.number(peg.competeAgainstBestOffsetE8()));
            put("midOffsetAtWhole", StoqeyEvent.number(peg.midOffsetAtWholeE8()));
            put("midOffsetAtHalf", StoqeyEvent.number(peg.midOffsetAtHalfE8()));
        }
        if (version >= 183) {
            put("customerAccount", extras.parties().customerAccount());
        }
        if (version >= 184) {
            put("professionalCustomer", extras.parties().professionalCustomer());
        }
    }

    private void onlyOpen(Order order) {
        OrderExtras extras = order.extras();
        put("auctionStrategy", BigDecimal.valueOf(extras.auctionStrategy()));
        put("blockOrder", extras.blockOrder());
        put("eTradeOnly", extras.dead().electronicTradeOnly());
        put("firmQuoteOnly", extras.dead().firmQuoteOnly());
        put("nbboPriceCap", StoqeyEvent.number(extras.dead().nbboPriceCapE8()));
        put("parentId", BigDecimal.valueOf(order.parentId()));
        DeltaNeutralOrder neutral = extras.volatility().deltaNeutral();
        boolean none = neutral.orderType().isEmpty();
        put("deltaNeutralSettlingFirm", neutral.settlingFirm());
        put("deltaNeutralClearingAccount", neutral.clearingAccount());
        put("deltaNeutralClearingIntent", neutral.clearingIntent());
        put("deltaNeutralOpenClose", none ? "?" : neutral.openClose());
        put("basisPoints", StoqeyEvent.number(extras.combo().basisPointsE8()));
        put("basisPointsType", StoqeyEvent.whole(extras.combo().basisPointsType()));
        put("optOutSmartRouting", extras.optOutSmartRouting());
        put("whatIf", order.whatIf());
        AdjustedOrder adjusted = extras.adjusted();
        put("adjustedOrderType", adjusted.orderType().isEmpty() ? "None" : adjusted.orderType());
        put("triggerPrice", StoqeyEvent.number(adjusted.triggerPriceE8()));
        put("adjustedStopPrice", StoqeyEvent.number(adjusted.stopPriceE8()));
        put("adjustedStopLimitPrice", StoqeyEvent.number(adjusted.stopLimitPriceE8()));
        put("adjustedTrailingAmount", StoqeyEvent.number(adjusted.trailingAmountE8()));
        put("adjustableTrailingUnit", BigDecimal.valueOf(adjusted.trailingUnit()));
        put(
                "softDollarTier",
                Map.of(
                        "name", extras.softDollarTier().name(),
                        "value", extras.softDollarTier().value(),
                        "displayName", extras.softDollarTier().displayName()));
        put("discretionaryUpToLimitPrice", extras.discretionaryUpToLimitPrice());
        put("usePriceMgmtAlgo", isTrue(extras.usePriceManagementAlgo()));
        put("duration", zeroWhenUnset(extras.duration()));
        put("postToAts", StoqeyEvent.whole(extras.postToAts()));
        if (version < 177) {
            put("faProfile", extras.advisor().profile());
        }
        if (version >= 185) {
            put("bondAccruedInterest", extras.bondAccruedInterest());
        }
        if (version >= 189) {
            put("includeOvernight", extras.includeOvernight());
        }
        if (version >= 193) {
            put("extOperator", extras.parties().externalOperator());
            put("manualOrderIndicator", StoqeyEvent.whole(extras.parties().manualOrderIndicator()));
        }
    }

    private void onlyCompleted(Order order, CompletedState state) {
        put("autoCancelDate", state.autoCancelDate());
        put("filledQuantity", StoqeyEvent.number(state.filledQuantityE8()));
        put("refFuturesConId", BigDecimal.valueOf(state.refFuturesConId()));
        put("shareholder", state.shareholder());
        put("imbalanceOnly", order.extras().imbalanceOnly());
        put("routeMarketableToBbo", isTrue(state.routeMarketableToBbo()));
        // The client reads a 64-bit number as a double.
        put("parentPermId", new BigDecimal(Double.toString((double) state.parentPermId())));
    }

    private void conditions(OrderConditions conditions) {
        if (conditions.conditions().isEmpty()) {
            return;
        }
        put("conditions", conditions.conditions().stream().map(StoqeyOrders::condition).toList());
        put("conditionsIgnoreRth", conditions.ignoreRegularHours());
        put("conditionsCancelOrder", conditions.cancelOrder());
    }

    private static Map<String, Object> condition(OrderCondition condition) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("conjunctionConnection", condition.and() ? "a" : "o");
        switch (condition) {
            case OrderCondition.Price price -> {
                map.put("type", BigDecimal.ONE);
                map.put("price", BigDecimal.valueOf(price.priceE8(), 8));
                map.put("triggerMethod", BigDecimal.valueOf(price.triggerMethod()));
                map.put("conId", BigDecimal.valueOf(price.conId()));
                map.put("exchange", price.exchange());
                map.put("isMore", price.isMore());
            }
            case OrderCondition.Time time -> {
                map.put("type", BigDecimal.valueOf(3));
                map.put("time", time.time());
                map.put("isMore", time.isMore());
            }
            case OrderCondition.Margin margin -> {
                map.put("type", BigDecimal.valueOf(4));
                map.put("percent", BigDecimal.valueOf(margin.percent()));
                map.put("isMore", margin.isMore());
            }
            case OrderCondition.Execution execution -> {
                map.put("type", BigDecimal.valueOf(5));
                map.put("exchange", execution.exchange());
                map.put("secType", execution.secType());
                map.put("symbol", execution.symbol());
            }
            case OrderCondition.Volume volume -> {
                map.put("type", BigDecimal.valueOf(6));
                map.put("volume", BigDecimal.valueOf(volume.volume()));
                map.put("conId", BigDecimal.valueOf(volume.conId()));
                map.put("exchange", volume.exchange());
                map.put("isMore", volume.isMore());
            }
            case OrderCondition.PercentChange change -> {
                map.put("type", BigDecimal.valueOf(7));
                map.put("percent", BigDecimal.valueOf(change.changePercentE8(), 8));
                map.put("conId", BigDecimal.valueOf(change.conId()));
                map.put("exchange", change.exchange());
                map.put("isMore", change.isMore());
            }
        }
        return map;
    }

    private static Map<String, @Nullable Object> state(OrderState state) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Margins margins = state.margins();
        map.put("status", state.status());
        map.put("initMarginBefore", StoqeyEvent.number(margins.initialBeforeE8()));
        map.put("maintMarginBefore", StoqeyEvent.number(margins.maintenanceBeforeE8()));
        map.put("equityWithLoanBefore", StoqeyEvent.number(margins.equityWithLoanBeforeE8()));
        map.put("initMarginChange", StoqeyEvent.number(margins.initialChangeE8()));
        map.put("maintMarginChange", StoqeyEvent.number(margins.maintenanceChangeE8()));
        map.put("equityWithLoanChange", StoqeyEvent.number(margins.equityWithLoanChangeE8()));
        map.put("initMarginAfter", StoqeyEvent.number(margins.initialAfterE8()));
        map.put("maintMarginAfter", StoqeyEvent.number(margins.maintenanceAfterE8()));
        map.put("equityWithLoanAfter", StoqeyEvent.number(margins.equityWithLoanAfterE8()));
        map.put("commission", StoqeyEvent.number(state.commissionE8()));
        map.put("minCommission", StoqeyEvent.number(state.minCommissionE8()));
        map.put("maxCommission", StoqeyEvent.number(state.maxCommissionE8()));
        map.put("commissionCurrency", state.commissionCurrency());
        map.put("warningText", state.warningText());
        return map;
    }
}
