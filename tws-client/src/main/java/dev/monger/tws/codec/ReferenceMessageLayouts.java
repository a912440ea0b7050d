package dev.monger.tws.codec;

import dev.monger.tws.message.BondDetails;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.PriceStep;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceMessage.BondContractData;
import dev.monger.tws.message.ReferenceMessage.ContractData;
import dev.monger.tws.message.ReferenceMessage.ContractDataEnd;
import dev.monger.tws.message.ReferenceMessage.MarketRule;
import dev.monger.tws.message.ReferenceMessage.SymbolSamples;
import dev.monger.tws.message.SymbolSample;
import java.util.List;

/** Layouts of facts about instruments. */
final class ReferenceMessageLayouts {

    private static final Layout<ContractData> CONTRACT_DATA =
            new Layout<>(
                    10, 0, new ContractData(0, ContractDetails.NONE), ContractDataLayout::walk);

    private static final Layout<BondContractData> BOND_CONTRACT_DATA =
            new Layout<>(18, 0, new BondContractData(0, BondDetails.NONE), BondDataLayout::walk);

    private static final Layout<ContractDataEnd> CONTRACT_DATA_END =
            new Layout<>(
                    52,
                    0,
                    new ContractDataEnd(0),
                    (f, m) -> {
                        f.filler("1");
                        return new ContractDataEnd(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<SymbolSamples> SYMBOL_SAMPLES =
            new Layout<>(79, 0, new SymbolSamples(0, List.of()), ReferenceMessageLayouts::samples);

    private static final Layout<MarketRule> MARKET_RULE =
            new Layout<>(93, 0, new MarketRule(0, List.of()), ReferenceMessageLayouts::rule);

    private static final SymbolSample NO_SAMPLE =
            new SymbolSample(0, "", "", "", "", List.of(), "", "");
    private static final PriceStep NO_STEP = new PriceStep(0, 0);

    static final List<Layout<? extends ReferenceMessage>> ALL =
            List.of(
                    CONTRACT_DATA,
                    BOND_CONTRACT_DATA,
                    CONTRACT_DATA_END,
                    SYMBOL_SAMPLES,
                    MARKET_RULE);

    private ReferenceMessageLayouts() {}

    static void write(FieldWriter writer, ReferenceMessage message) {
        switch (message) {
            case ContractData m -> CONTRACT_DATA.write(writer, m);
            case BondContractData m -> BOND_CONTRACT_DATA.write(writer, m);
            case ContractDataEnd m -> CONTRACT_DATA_END.write(writer, m);
            case SymbolSamples m -> SYMBOL_SAMPLES.write(writer, m);
            case MarketRule m -> MARKET_RULE.write(writer, m);
        }
    }

    private static SymbolSamples samples(Fields f, SymbolSamples m) {
        int requestId = f.integer("requestId", m.requestId());
        return new SymbolSamples(
                requestId,
                f.list("count", m.samples(), NO_SAMPLE, ReferenceMessageLayouts::sample));
    }

    private static SymbolSample sample(Fields f, SymbolSample s) {
        boolean described = f.since(176);
        return new SymbolSample(
                f.integer("conId", s.conId()),
                f.text("symbol", s.symbol()),
                f.text("secType", s.secType()),
                f.text("primaryExchange", s.primaryExchange()),
                f.text("currency", s.currency()),
                f.list(
                        "derivativeSecTypes.count",
                        s.derivativeSecTypes(),
                        "",
                        (g, type) -> g.text("derivativeSecType", type)),
                described ? f.text("description", s.description()) : "",
                described ? f.text("issuerId", s.issuerId()) : "");
    }

    private static MarketRule rule(Fields f, MarketRule m) {
        int marketRuleId = f.integer("marketRuleId", m.marketRuleId());
        return new MarketRule(
                marketRuleId,
                f.list(
                        "count",
                        m.steps(),
                        NO_STEP,
                        (g, step) ->
                                new PriceStep(
                                        g.decimal("lowEdge", step.lowEdgeE8(), DecimalForm.POINT),
                                        g.decimal(
                                                "increment",
                                                step.incrementE8(),
                                                DecimalForm.POINT))));
    }
}
