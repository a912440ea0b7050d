package dev.monger.core.model;

import org.jspecify.annotations.Nullable;

/**
 * What the operator asks the broker to look up; the broker answers with one {@link ContractTerms}.
 *
 * @param symbol the broker's symbol, for example SPY
 * @param securityType the broker's word, for example STK
 * @param exchange where orders are routed, for example SMART
 * @param primaryExchange the listing exchange, where the symbol alone is ambiguous
 * @param currency three letters, for example USD
 * @param conId the contract's number, where the operator knows it
 */
public record ContractDescription(
        String symbol,
        String securityType,
        String exchange,
        @Nullable String primaryExchange,
        String currency,
        @Nullable ConId conId) {

    /** Refuses blank parts. */
    public ContractDescription {
        if (symbol.isBlank()
                || securityType.isBlank()
                || exchange.isBlank()
                || currency.isBlank()) {
            throw new IllegalArgumentException(
                    "Condition failed: a contract names symbol, security type, exchange and currency");
        }
    }

    /** Describes a stock routed by SMART. */
    public static ContractDescription stock(
            String symbol, @Nullable String primaryExchange, String currency) {
        return new ContractDescription(symbol, "STK", "SMART", primaryExchange, currency, null);
    }
}
