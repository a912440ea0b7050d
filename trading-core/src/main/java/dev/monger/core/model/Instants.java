package dev.monger.core.model;

/**
 * The time of one event; the core knows no other.
 *
 * @param exchangeNanos market time since the Unix epoch: windows, holding times, GTD, age of data
 * @param monotonicNanos a clock that never goes back: permits, heartbeats, deadlines
 */
public record Instants(long exchangeNanos, long monotonicNanos) {}
