package dev.monger.tws.codec;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.ReferenceRequest.RequestContractDetails;
import dev.monger.tws.message.ReferenceRequest.RequestMarketRule;
import dev.monger.tws.message.ReferenceRequest.RequestMatchingSymbols;
import java.util.List;

/** Layouts of requests for facts. */
final class ReferenceRequestLayouts {

    private static final Layout<RequestContractDetails> REQUEST_CONTRACT_DETAILS =
            new Layout<>(
                    9,
                    0,
                    new RequestContractDetails(0, Contract.NONE, false, ""),
                    ReferenceRequestLayouts::contractDetails);

    private static final Layout<RequestMatchingSymbols> REQUEST_MATCHING_SYMBOLS =
            new Layout<>(
                    81,
                    0,
                    new RequestMatchingSymbols(0, ""),
                    (f, m) ->
                            new RequestMatchingSymbols(
                                    f.integer("requestId", m.requestId()),
                                    f.text("pattern", m.pattern())));

    private static final Layout<RequestMarketRule> REQUEST_MARKET_RULE =
            new Layout<>(
                    91,
                    0,
                    new RequestMarketRule(0),
                    (f, m) -> new RequestMarketRule(f.integer("marketRuleId", m.marketRuleId())));

    static final List<Layout<? extends ReferenceRequest>> ALL =
            List.of(REQUEST_CONTRACT_DETAILS, REQUEST_MATCHING_SYMBOLS, REQUEST_MARKET_RULE);

    private ReferenceRequestLayouts() {}

    static void write(FieldWriter writer, ReferenceRequest message) {
        switch (message) {
            case RequestContractDetails m -> REQUEST_CONTRACT_DETAILS.write(writer, m);
            case RequestMatchingSymbols m -> REQUEST_MATCHING_SYMBOLS.write(writer, m);
            case RequestMarketRule m -> REQUEST_MARKET_RULE.write(writer, m);
        }
    }

    private static RequestContractDetails contractDetails(Fields f, RequestContractDetails m) {
        f.filler("8");
        int requestId = f.integer("requestId", m.requestId());
        Contract named = ContractFields.twelve(f, m.contract());
        boolean includeExpired = f.flag("includeExpired", m.includeExpired());
        return new RequestContractDetails(
                requestId,
                ContractFields.securityId(f, named, m.contract()),
                includeExpired,
                f.since(176) ? f.text("issuerId", m.issuerId()) : "");
    }
}
