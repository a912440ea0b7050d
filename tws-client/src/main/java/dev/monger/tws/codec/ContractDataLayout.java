package dev.monger.tws.codec;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.ContractDetailsBuilder;
import dev.monger.tws.message.FundDetails;
import dev.monger.tws.message.ReferenceMessage.ContractData;
import dev.monger.tws.message.TagValue;
import java.util.List;

/** The fields of contractData. */
final class ContractDataLayout {

    private ContractDataLayout() {}

    static ContractData walk(Fields f, ContractData m) {
        ContractDetails d = m.details();
        ContractDetailsBuilder b = ContractDetails.NONE.toBuilder();
        if (!f.since(164)) {
            f.filler("8");
        }
        int requestId = f.integer("requestId", m.requestId());
        Contract named = named(f, d, b);
        trading(f, d, b);
        String primaryExchange = f.text("primaryExchange", d.contract().primaryExchange());
        hours(f, d, b);
        b.contract(named.withPrimaryExchange(primaryExchange));
        rules(f, d, b);
        if (f.since(179) && named.secType().equals("FUND")) {
            b.fund(fund(f, d.fund()));
        }
        List<TagValue> none = List.of();
        b.ineligibilityReasons(
                f.since(186)
                        ? ContractFields.pairs(
                                f, "ineligibilityReasons.count", d.ineligibilityReasons())
                        : none);
        return new ContractData(requestId, b.build());
    }

    /** symbol … conId; the multiplier stands further down. */
    private static Contract named(Fields f, ContractDetails d, ContractDetailsBuilder b) {
        Contract c = d.contract();
        String symbol = f.text("symbol", c.symbol());
        String secType = f.text("secType", c.secType());
        Expiry expiry =
                Expiry.parse(
                        f.text(
                                "lastTradeDateOrContractMonth",
                                new Expiry(c.lastTradeDateOrContractMonth(), d.lastTradeTime())
                                        .text()));
        b.lastTradeTime(expiry.rest());
        b.lastTradeDate(f.since(182) ? f.text("lastTradeDate", d.lastTradeDate()) : "");
        long strikeE8 = f.decimal("strike", c.strikeE8(), DecimalForm.AMOUNT);
        String right = f.text("right", c.right());
        String exchange = f.text("exchange", c.exchange());
        String currency = f.text("currency", c.currency());
        String localSymbol = f.text("localSymbol", c.localSymbol());
        b.marketName(f.text("marketName", d.marketName()));
        String tradingClass = f.text("tradingClass", c.tradingClass());
        int conId = f.integer("conId", c.conId());
        b.minTickE8(f.decimal("minTick", d.minTickE8(), DecimalForm.POINT));
        if (!f.since(164)) {
            f.filler("100");
        }
        return new Contract(
                conId,
                symbol,
                secType,
                expiry.date(),
                strikeE8,
                right,
                f.text("multiplier", c.multiplier()),
                exchange,
                "",
                currency,
                localSymbol,
                tradingClass,
                "",
                "",
                List.of(),
                Contract.NONE.deltaNeutral());
    }

    /** orderTypes … longName. */
    private static void trading(Fields f, ContractDetails d, ContractDetailsBuilder b) {
        b.orderTypes(f.text("orderTypes", d.orderTypes()));
        b.validExchanges(f.text("validExchanges", d.validExchanges()));
        b.priceMagnifier(f.integer("priceMagnifier", d.priceMagnifier()));
        b.underConId(f.integer("underConId", d.underConId()));
        b.longName(f.escapedText("longName", d.longName()));
    }

    /** contractMonth … evMultiplier. */
    private static void hours(Fields f, ContractDetails d, ContractDetailsBuilder b) {
        b.contractMonth(f.text("contractMonth", d.contractMonth()));
        b.industry(f.text("industry", d.industry()));
        b.category(f.text("category", d.category()));
        b.subcategory(f.text("subcategory", d.subcategory()));
        b.timeZoneId(f.text("timeZoneId", d.timeZoneId()));
        b.tradingHours(f.text("tradingHours", d.tradingHours()));
        b.liquidHours(f.text("liquidHours", d.liquidHours()));
        b.evRule(f.text("evRule", d.evRule()));
        b.evMultiplierE8(f.decimal("evMultiplier", d.evMultiplierE8(), DecimalForm.AMOUNT));
    }

    /** secIdList … suggestedSizeIncrement. */
    private static void rules(Fields f, ContractDetails d, ContractDetailsBuilder b) {
        b.secIds(ContractFields.pairs(f, "secIdList.count", d.secIds()));
        b.aggGroup(f.integer("aggGroup", d.aggGroup(), Unset.LARGEST));
        b.underSymbol(f.text("underSymbol", d.underSymbol()));
        b.underSecType(f.text("underSecType", d.underSecType()));
        b.marketRuleIds(f.text("marketRuleIds", d.marketRuleIds()));
        b.realExpirationDate(f.text("realExpirationDate", d.realExpirationDate()));
        if (f.since(152)) {
            b.stockType(f.text("stockType", d.stockType()));
        }
        if (f.since(163) && !f.since(164)) {
            f.filler("1");
        }
        if (f.since(164)) {
            b.minSizeE8(f.decimal("minSize", d.minSizeE8(), DecimalForm.QUANTITY));
            b.sizeIncrementE8(
                    f.decimal("sizeIncrement", d.sizeIncrementE8(), DecimalForm.QUANTITY));
            b.suggestedSizeIncrementE8(
                    f.decimal(
                            "suggestedSizeIncrement",
                            d.suggestedSizeIncrementE8(),
                            DecimalForm.QUANTITY));
        }
    }

    private static FundDetails fund(Fields f, FundDetails d) {
        return new FundDetails(
                f.text("fundName", d.name()),
                f.text("fundFamily", d.family()),
                f.text("fundType", d.type()),
                f.text("fundFrontLoad", d.frontLoad()),
                f.text("fundBackLoad", d.backLoad()),
                f.text("fundBackLoadTimeInterval", d.backLoadTimeInterval()),
                f.text("fundManagementFee", d.managementFee()),
                f.flag("fundClosed", d.closed()),
                f.flag("fundClosedForNewInvestors", d.closedForNewInvestors()),
                f.flag("fundClosedForNewMoney", d.closedForNewMoney()),
                f.text("fundNotifyAmount", d.notifyAmount()),
                f.text("fundMinimumInitialPurchase", d.minimumInitialPurchase()),
                f.text("fundSubsequentMinimumPurchase", d.subsequentMinimumPurchase()),
                f.text("fundBlueSkyStates", d.blueSkyStates()),
                f.text("fundBlueSkyTerritories", d.blueSkyTerritories()),
                f.text("fundDistributionPolicyIndicator", d.distributionPolicy()),
                f.text("fundAssetType", d.assetType()));
    }

    /** The expiry text: a date, and after a blank or a dash the time and zone of the last trade. */
    private record Expiry(String date, String rest) {

        static Expiry parse(String text) {
            for (int index = 0; index < text.length(); index++) {
                if (text.charAt(index) == ' ' || text.charAt(index) == '-') {
                    return new Expiry(text.substring(0, index), text.substring(index + 1).strip());
                }
            }
            return new Expiry(text, "");
        }

        String text() {
            return rest.isEmpty() ? date : date + " " + rest;
        }
    }
}
