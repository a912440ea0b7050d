package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.MarketSource;
import dev.monger.simulator.venue.Quote;
import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.simulator.venue.Venue;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A broker at a venue whose market only moves when the test says so, and what it told. */
final class Scene implements BackendListener {
    static final long CENT = 1_000_000L;
    static final int IBM = 8314;
    static final long START = 1_795_530_600_000_000_000L;

    final List<String> told = new ArrayList<>();
    final Instrument ibm = Instruments.usual().get(1);
    final Venue venue;
    final Backend backend;
    private int nextId = 1;

    Scene(BackendSettings settings) {
        this(settings, true);
    }

    Scene(BackendSettings settings, boolean alwaysOpen) {
        venue =
                new Venue(
                        Instruments.usual(), new TradingCalendar(alwaysOpen), new Silence(), START);
        backend = new Backend(settings, venue, this);
    }

    /** Lets market time pass until a moment in New York such as 2026-11-24T16:00. */
    void passUntil(String local) {
        backend.advanceTo(nanos(local));
    }

    static long nanos(String local) {
        return TradingCalendar.nanosOf(LocalDateTime.parse(local).atZone(TradingCalendar.ZONE));
    }

    void quote(long bid, long bidShares, long ask, long askShares) {
        venue.force(
                ibm.conId(),
                new Quote(bid * CENT, bidShares, ask * CENT, askShares),
                false,
                backend.venueListener());
    }

    void print(long price, long shares) {
        venue.print(ibm.conId(), price * CENT, shares, backend.venueListener());
    }

    BrokerOrder place(OrderTerms terms) {
        return place(terms, 0);
    }

    BrokerOrder place(OrderTerms terms, long parentPermId) {
        PlaceOutcome outcome =
                backend.place(
                        new OrderOrigin("DU1234567", 7, nextId++, false), ibm, terms, parentPermId);
        return switch (outcome) {
            case PlaceOutcome.Taken taken -> taken.order();
            case PlaceOutcome.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    static OrderTerms market(boolean buy, long shares) {
        return terms(buy, shares, OrderKind.MARKET, OrderTerms.Prices.NONE);
    }

    static OrderTerms limit(boolean buy, long shares, long price) {
        return terms(buy, shares, OrderKind.LIMIT, OrderTerms.Prices.limit(price * CENT));
    }

    static OrderTerms stop(boolean buy, long shares, long price) {
        return terms(buy, shares, OrderKind.STOP, OrderTerms.Prices.stop(price * CENT));
    }

    static OrderTerms terms(boolean buy, long shares, OrderKind kind, OrderTerms.Prices prices) {
        return new OrderTerms(buy, shares, kind, prices, OrderTerms.Life.GTC, "", 0, "ref");
    }

    @Override
    public void orderChanged(BrokerOrder order) {
        told.add("order " + brief(order));
    }

    @Override
    public void statusChanged(BrokerOrder order) {
        told.add("status " + brief(order));
    }

    @Override
    public void executed(BrokerOrder order, Execution execution) {
        told.add("exec " + execution.trade().shares() + "@" + execution.trade().priceE8() / CENT);
    }

    @Override
    public void commissionKnown(BrokerOrder order, Execution execution) {
        told.add("commission " + execution.charge().commissionE8() / CENT);
    }

    @Override
    public void orderNoticed(BrokerOrder order, int code, String text) {
        told.add("notice " + code);
    }

    @Override
    public void positionChanged(String account, int conId) {
        told.add("position " + backend.books(account).shares(conId));
    }

    @Override
    public void marketChanged(MarketEvent event) {
        // The market is the test's own doing.
    }

    @Override
    public void sessionChanged(Session session) {
        told.add("session " + session);
    }

    @Override
    public void orderIdUsed(int clientId, int orderId) {
        told.add("id " + clientId + " " + orderId);
    }

    @Override
    public void dayBegan() {
        told.add("day " + backend.books("DU1234567").day());
    }

    private static String brief(BrokerOrder order) {
        String held = order.whyHeld().isEmpty() ? "" : " " + order.whyHeld();
        return (order.permId() - OrderStore.FIRST_PERM_ID + 1)
                + " "
                + order.status().wireName()
                + " "
                + order.filledShares()
                + "/"
                + order.remainingShares()
                + held;
    }

    private static final class Silence implements MarketSource {
        @Override
        public long nextNanos() {
            return NOTHING_LEFT;
        }

        @Override
        public MarketEvent next() {
            throw new AssertionError("nothing to tell");
        }
    }
}
