package dev.monger.simulator.venue;

/** Hears what happens at the exchange, in order. */
public interface VenueListener extends FillSink {

    /** The market of one instrument changed; the {@link Market} already shows it. */
    void marketChanged(MarketEvent event);

    /** A new part of the trading day begins. */
    void sessionChanged(Session session, long nanos);
}
