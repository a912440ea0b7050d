package dev.monger.engine;

/**
 * The time of one input, as the shell saw it; an engine knows no other.
 *
 * @param exchangeNanos market time, nanoseconds since the Unix epoch: the origin and rate of the
 *     shell's market clock; for windows, holding times, GTD and the age of data
 * @param monotonicNanos a clock that never goes back, origin unknown, in real seconds whatever the
 *     market clock's rate: for pacing, heartbeats, permits and deadlines
 * @param wallNanos the machine's calendar, nanoseconds since the Unix epoch: for record timestamps
 *     only
 */
public record Now(long exchangeNanos, long monotonicNanos, long wallNanos) {}
