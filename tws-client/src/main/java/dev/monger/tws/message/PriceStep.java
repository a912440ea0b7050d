package dev.monger.tws.message;

/** The minimum variation of prices from an edge up. */
public record PriceStep(long lowEdgeE8, long incrementE8) {}
