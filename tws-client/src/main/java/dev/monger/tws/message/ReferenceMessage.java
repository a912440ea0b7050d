package dev.monger.tws.message;

import java.util.List;

/** Facts about instruments. */
public sealed interface ReferenceMessage extends ServerMessage {

    /** One instrument that matches. */
    record ContractData(int requestId, ContractDetails details) implements ReferenceMessage {}

    /** One bond that matches. */
    record BondContractData(int requestId, BondDetails details) implements ReferenceMessage {}

    /** No more instruments match. */
    record ContractDataEnd(int requestId) implements ReferenceMessage {}

    /** Instruments found by a search. */
    record SymbolSamples(int requestId, List<SymbolSample> samples) implements ReferenceMessage {
        /** Keeps its own copy of the list. */
        public SymbolSamples {
            samples = List.copyOf(samples);
        }
    }

    /** The price steps of a rule, from the lowest edge up. */
    record MarketRule(int marketRuleId, List<PriceStep> steps) implements ReferenceMessage {
        /** Keeps its own copy of the list. */
        public MarketRule {
            steps = List.copyOf(steps);
        }
    }
}
