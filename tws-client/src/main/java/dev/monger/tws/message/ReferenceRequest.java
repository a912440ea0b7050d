package dev.monger.tws.message;

/** Requests for facts about instruments. */
public sealed interface ReferenceRequest extends ClientMessage {

    /**
     * Asks for all instruments that match.
     *
     * @param issuerId from version 176
     */
    record RequestContractDetails(
            int requestId, Contract contract, boolean includeExpired, String issuerId)
            implements ReferenceRequest {}

    /** Searches instruments by the start of a symbol or a name. */
    record RequestMatchingSymbols(int requestId, String pattern) implements ReferenceRequest {}

    /** Asks for the price steps of a rule. */
    record RequestMarketRule(int marketRuleId) implements ReferenceRequest {}
}
