package dev.monger.simulator.server;

import dev.monger.tws.message.BondDetails;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.FundDetails;
import dev.monger.tws.message.SymbolSample;
import dev.monger.tws.message.TagValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instruments as {@code @stoqey/ib} shows them. */
final class StoqeyContracts {
    private StoqeyContracts() {}

    /** The contract of an execution, a position or an order. */
    static Map<String, @Nullable Object> contract(Contract contract) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("conId", StoqeyEvent.whole(contract.conId()));
        shown.put("symbol", contract.symbol());
        shown.put("secType", contract.secType());
        shown.put("lastTradeDateOrContractMonth", contract.lastTradeDateOrContractMonth());
        shown.put("strike", StoqeyEvent.number(contract.strikeE8()));
        shown.put("right", right(contract.right()));
        shown.put("multiplier", multiplier(contract.multiplier()));
        shown.put("exchange", contract.exchange());
        shown.put("currency", contract.currency());
        shown.put("localSymbol", contract.localSymbol());
        shown.put("tradingClass", contract.tradingClass());
        return shown;
    }

    /** The contract of a row of the portfolio. */
    static Map<String, @Nullable Object> ofPortfolio(Contract contract) {
        Map<String, @Nullable Object> shown = contract(contract);
        shown.remove("exchange");
        shown.put("primaryExch", contract.primaryExchange());
        return shown;
    }

    private static @Nullable String right(String right) {
        return right.equals("C") || right.equals("P") ? right : null;
    }

    private static BigDecimal multiplier(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    static Map<String, @Nullable Object> details(ContractDetails details, int version) {
        Map<String, @Nullable Object> contract = contract(details.contract());
        contract.put("primaryExch", details.contract().primaryExchange());
        // The client does not part the date from the time that TWS writes behind it.
        String expiry =
                (details.contract().lastTradeDateOrContractMonth() + " " + details.lastTradeTime())
                        .strip();
        contract.put("lastTradeDateOrContractMonth", expiry.isEmpty() ? null : expiry);
        if (version >= 182) {
            contract.put("lastTradeDate", details.lastTradeDate());
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("contract", contract);
        shown.put("marketName", details.marketName());
        shown.put("minTick", StoqeyEvent.number(details.minTickE8()));
        shown.put("orderTypes", details.orderTypes());
        shown.put("validExchanges", details.validExchanges());
        shown.put("priceMagnifier", BigDecimal.valueOf(details.priceMagnifier()));
        shown.put("underConId", BigDecimal.valueOf(details.underConId()));
        shown.put("longName", details.longName());
        shown.put("contractMonth", details.contractMonth());
        shown.put("industry", details.industry());
        shown.put("category", details.category());
        shown.put("subcategory", details.subcategory());
        shown.put("timeZoneId", details.timeZoneId());
        shown.put("tradingHours", details.tradingHours());
        shown.put("liquidHours", details.liquidHours());
        shown.put("evRule", details.evRule());
        shown.put("evMultiplier", StoqeyEvent.number(details.evMultiplierE8()));
        shown.put("secIdList", tags(details.secIds(), "tag", "value"));
        shown.put("aggGroup", BigDecimal.valueOf(details.aggGroup()));
        shown.put("underSymbol", details.underSymbol());
        shown.put("underSecType", details.underSecType());
        shown.put("marketRuleIds", details.marketRuleIds());
        shown.put("realExpirationDate", details.realExpirationDate());
        shown.put("stockType", details.stockType());
        shown.put("minSize", StoqeyEvent.number(details.minSizeE8()));
        shown.put("sizeIncrement", StoqeyEvent.number(details.sizeIncrementE8()));
        shown.put("suggestedSizeIncrement", StoqeyEvent.number(details.suggestedSizeIncrementE8()));
        if (version >= 179 && details.contract().secType().equals("FUND")) {
            fund(details.fund(), shown);
        }
        if (version >= 186) {
            List<?> reasons = tags(details.ineligibilityReasons(), "id", "description");
            shown.put("ineligibilityReasonList", reasons == null ? List.of() : reasons);
        }
        return shown;
    }

    private static void fund(FundDetails fund, Map<String, @Nullable Object> shown) {
        shown.put("fundName", fund.name());
        shown.put("fundFamily", fund.family());
        shown.put("fundType", fund.type());
        shown.put("fundFrontLoad", fund.frontLoad());
        shown.put("fundBackLoad", fund.backLoad());
        shown.put("fundBackLoadTimeInterval", fund.backLoadTimeInterval());
        shown.put("fundManagementFee", fund.managementFee());
        shown.put("fundClosed", fund.closed());
        shown.put("fundClosedForNewInvestors", fund.closedForNewInvestors());
        shown.put("fundClosedForNewMoney", fund.closedForNewMoney());
        shown.put("fundNotifyAmount", fund.notifyAmount());
        shown.put("fundMinimumInitialPurchase", fund.minimumInitialPurchase());
        shown.put("fundSubsequentMinimumPurchase", fund.subsequentMinimumPurchase());
        shown.put("fundBlueSkyStates", fund.blueSkyStates());
        shown.put("fundBlueSkyTerritories", fund.blueSkyTerritories());
        shown.put("fundDistributionPolicyIndicator", fund.distributionPolicy());
        shown.put("fundAssetType", fund.assetType());
    }

    static Map<String, @Nullable Object> bond(BondDetails bond, int version) {
        Map<String, @Nullable Object> contract = new LinkedHashMap<>();
        contract.put("symbol", bond.symbol());
        contract.put("secType", bond.secType());
        contract.put("exchange", bond.exchange());
        contract.put("currency", bond.currency());
        contract.put("tradingClass", bond.tradingClass());
        contract.put("conId", BigDecimal.valueOf(bond.conId()));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("contract", contract);
        shown.put("cusip", bond.cusip());
        shown.put("coupon", StoqeyEvent.number(bond.couponE8()));
        shown.put("maturity", bond.maturity());
        shown.put("issueDate", bond.issueDate());
        shown.put("ratings", bond.ratings());
        shown.put("bondType", bond.bondType());
        shown.put("couponType", bond.couponType());
        shown.put("convertible", bond.convertible());
        shown.put("callable", bond.callable());
        shown.put("putable", bond.putable());
        shown.put("descAppend", bond.description());
        shown.put("marketName", bond.marketName());
        shown.put("minTick", StoqeyEvent.number(bond.minTickE8()));
        shown.put("orderTypes", bond.orderTypes());
        shown.put("validExchanges", bond.validExchanges());
        shown.put("nextOptionDate", bond.nextOptionDate());
        shown.put("nextOptionType", bond.nextOptionType());
        shown.put("nextOptionPartial", bond.nextOptionPartial());
        shown.put("notes", bond.notes());
        shown.put("longName", bond.longName());
        if (version >= 188) {
            shown.put("timeZoneId", bond.timeZoneId());
            shown.put("tradingHours", bond.tradingHours());
            shown.put("liquidHours", bond.liquidHours());
        }
        shown.put("evRule", bond.evRule());
        shown.put("evMultiplier", StoqeyEvent.number(bond.evMultiplierE8()));
        shown.put("secIdList", tags(bond.secIds(), "tag", "value"));
        shown.put("aggGroup", BigDecimal.valueOf(bond.aggGroup()));
        shown.put("marketRuleIds", bond.marketRuleIds());
        shown.put("minSize", StoqeyEvent.number(bond.minSizeE8()));
        shown.put("sizeIncrement", StoqeyEvent.number(bond.sizeIncrementE8()));
        shown.put("suggestedSizeIncrement", StoqeyEvent.number(bond.suggestedSizeIncrementE8()));
        return shown;
    }

    static Map<String, @Nullable Object> sample(SymbolSample sample) {
        Map<String, @Nullable Object> contract = new LinkedHashMap<>();
        contract.put("conId", BigDecimal.valueOf(sample.conId()));
        contract.put("symbol", sample.symbol());
        contract.put("secType", sample.secType());
        contract.put("primaryExch", sample.primaryExchange());
        contract.put("currency", sample.currency());
        contract.put("description", sample.description());
        contract.put("issuerId", sample.issuerId());
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("contract", contract);
        shown.put("derivativeSecTypes", sample.derivativeSecTypes());
        return shown;
    }

    /** Pairs of texts; nothing when there are none. */
    static @Nullable List<?> tags(List<TagValue> tags, String first, String second) {
        return tags.isEmpty()
                ? null
                : tags.stream().map(tag -> Map.of(first, tag.tag(), second, tag.value())).toList();
    }
}
