package dev.monger.core.portfolio;

import dev.monger.core.model.ConId;

/**
 * A contract as the broker names it in orders and executions; only the number identifies it.
 *
 * @param conId the broker's number
 * @param symbol the broker's symbol, shared by a stock and its options
 * @param securityType the broker's word, such as STK
 * @param currency of its price
 */
public record Instrument(ConId conId, String symbol, String securityType, String currency) {}
