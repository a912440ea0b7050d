package dev.monger.simulator.venue;

/** Hears what happens at the exchange, in order. */
public interface VenueListener extends FillSink {

    /** The market of one instrument changed; the {@link Market} already shows it. */
    void marketChanged(MarketEvent event);

    /** A new part of the trading day begins. */
    void sessionChanged(Session session, long nanos);

    /** A new trading day begins; told before the session it begins with. */
    void dayBegan(long nanos);

    /**
     * An auction found its price: the opening one with the first trade of regular hours, the
     * closing one with their last. It takes any size.
     */
    void auctioned(int conId, long priceE8, boolean opening);
}
