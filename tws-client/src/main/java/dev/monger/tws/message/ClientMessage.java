package dev.monger.tws.message;

/** What a client says to TWS; the leaves are grouped by subject. */
public sealed interface ClientMessage
        permits SessionRequest, MarketDataRequest, ReferenceRequest, OrderRequest, AccountRequest {}
