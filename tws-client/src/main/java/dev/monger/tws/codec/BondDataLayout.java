package dev.monger.tws.codec;

import dev.monger.tws.message.BondDetails;
import dev.monger.tws.message.ReferenceMessage.BondContractData;

/** The fields of bondContractData. */
final class BondDataLayout {

    private BondDataLayout() {}

    static BondContractData walk(Fields f, BondContractData m) {
        if (!f.since(164)) {
            f.filler("6");
        }
        int requestId = f.integer("requestId", m.requestId());
        return new BondContractData(requestId, details(f, m.details()));
    }

    private static BondDetails details(Fields f, BondDetails d) {
        boolean hours = f.since(188);
        boolean sizes = f.since(164);
        BondDetails n = BondDetails.NONE;
        return new BondDetails(
                f.text("symbol", d.symbol()),
                f.text("secType", d.secType()),
                f.text("cusip", d.cusip()),
                f.decimal("coupon", d.couponE8(), DecimalForm.POINT),
                f.text("maturity", d.maturity()),
                f.text("issueDate", d.issueDate()),
                f.text("ratings", d.ratings()),
                f.text("bondType", d.bondType()),
                f.text("couponType", d.couponType()),
                f.flag("convertible", d.convertible()),
                f.flag("callable", d.callable()),
                f.flag("putable", d.putable()),
                f.text("descAppend", d.description()),
                f.text("exchange", d.exchange()),
                f.text("currency", d.currency()),
                f.text("marketName", d.marketName()),
                f.text("tradingClass", d.tradingClass()),
                f.integer("conId", d.conId()),
                minTick(f, d.minTickE8()),
                f.text("orderTypes", d.orderTypes()),
                f.text("validExchanges", d.validExchanges()),
                f.text("nextOptionDate", d.nextOptionDate()),
                f.text("nextOptionType", d.nextOptionType()),
                f.flag("nextOptionPartial", d.nextOptionPartial()),
                f.text("notes", d.notes()),
                f.escapedText("longName", d.longName()),
                hours ? f.text("timeZoneId", d.timeZoneId()) : "",
                hours ? f.text("tradingHours", d.tradingHours()) : "",
                hours ? f.text("liquidHours", d.liquidHours()) : "",
                f.text("evRule", d.evRule()),
                f.decimal("evMultiplier", d.evMultiplierE8(), DecimalForm.AMOUNT),
                ContractFields.pairs(f, "secIdList.count", d.secIds()),
                f.integer("aggGroup", d.aggGroup(), Unset.LARGEST),
                f.text("marketRuleIds", d.marketRuleIds()),
                sizes ? size(f, "minSize", d.minSizeE8()) : n.minSizeE8(),
                sizes ? size(f, "sizeIncrement", d.sizeIncrementE8()) : n.sizeIncrementE8(),
                sizes
                        ? size(f, "suggestedSizeIncrement", d.suggestedSizeIncrementE8())
                        : n.suggestedSizeIncrementE8());
    }

    /** Below 164 a dead multiplier follows the minimum tick. */
    private static long minTick(Fields f, long value) {
        long minTick = f.decimal("minTick", value, DecimalForm.POINT);
        if (!f.since(164)) {
            f.filler("100");
        }
        return minTick;
    }

    private static long size(Fields f, String name, long value) {
        return f.decimal(name, value, DecimalForm.QUANTITY);
    }
}
