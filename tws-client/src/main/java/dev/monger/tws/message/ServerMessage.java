package dev.monger.tws.message;

/** What TWS says to a client; the leaves are grouped by subject. */
public sealed interface ServerMessage
        permits SessionMessage, MarketDataMessage, ReferenceMessage, OrderMessage, AccountMessage {}
