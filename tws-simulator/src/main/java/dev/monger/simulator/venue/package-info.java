/**
 * The exchange: instruments, the market that is generated or replayed, and the matching of orders
 * against its top of book.
 *
 * <p>Entry point: {@link dev.monger.simulator.venue.Venue}, which steps a {@link
 * dev.monger.simulator.venue.MarketSource} and owns one {@link dev.monger.simulator.venue.Market}
 * and one {@link dev.monger.simulator.venue.OrderBook} per instrument. Prices are longs in units of
 * 1e-8, sizes are whole shares, times are nanoseconds since the Unix epoch in market time. Nothing
 * here reads a clock, draws chance from outside its seed, or knows of accounts and sessions.
 */
@NullMarked
package dev.monger.simulator.venue;

import org.jspecify.annotations.NullMarked;
