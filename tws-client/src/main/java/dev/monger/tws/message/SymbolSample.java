package dev.monger.tws.message;

import java.util.List;

/**
 * One instrument found by a search.
 *
 * @param derivativeSecTypes the kinds of derivatives it has
 * @param description from version 176
 * @param issuerId from version 176
 */
public record SymbolSample(
        int conId,
        String symbol,
        String secType,
        String primaryExchange,
        String currency,
        List<String> derivativeSecTypes,
        String description,
        String issuerId) {

    /** Keeps its own copy of the list. */
    public SymbolSample {
        derivativeSecTypes = List.copyOf(derivativeSecTypes);
    }
}
