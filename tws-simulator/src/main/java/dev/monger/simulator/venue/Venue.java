package dev.monger.simulator.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The exchange: steps its market source and matches our orders against it.
 *
 * <p>Deterministic, one owner, driven by given time: {@link #nextNanos} says when something happens
 * next, {@link #step} lets it happen.
 */
public final class Venue {
    private final TradingCalendar calendar;
    private final MarketSource source;
    private final Map<Integer, Listing> listings = new TreeMap<>();
    private long nowNanos;
    private long sessionChangeNanos;
    private BooleanSupplier printsFill = () -> true;

    /** An exchange that lists these instruments and begins at a market time. */
    public Venue(
            List<Instrument> instruments,
            TradingCalendar calendar,
            MarketSource source,
            long startNanos) {
        this.calendar = calendar;
        this.source = source;
        this.nowNanos = startNanos;
        this.sessionChangeNanos = calendar.nextChangeNanos(startNanos);
        for (Instrument instrument : instruments) {
            Listing listing =
                    new Listing(new Market(instrument, calendar, startNanos), new OrderBook());
            if (listings.putIfAbsent(instrument.conId(), listing) != null) {
                throw new IllegalArgumentException(
                        "Condition failed: conIds differ, twice " + instrument.conId());
            }
        }
    }

    /** The time of the next event, {@link MarketSource#NOTHING_LEFT} when none comes. */
    public long nextNanos() {
        return Math.min(source.nextNanos(), sessionChangeNanos);
    }

    /** Lets the next event happen; only when there is one. */
    public void step(VenueListener listener) {
        if (sessionChangeNanos <= source.nextNanos()) {
            nowNanos = sessionChangeNanos;
            sessionChangeNanos = calendar.nextChangeNanos(nowNanos);
            changeSession(listener);
            return;
        }
        MarketEvent event = source.next();
        nowNanos = Math.max(nowNanos, event.timeNanos());
        Listing listing = listings.get(event.conId());
        if (listing != null && (!listing.held || event instanceof MarketEvent.HaltChanged)) {
            happen(listing, listing.shifted(event), listener);
        }
    }

    private void changeSession(VenueListener listener) {
        Session session = calendar.at(nowNanos);
        if (session == Session.AFTER_HOURS || calendar.alwaysOpen()) {
            for (Listing listing : listings.values()) {
                listing.market.closed();
                listener.auctioned(
                        listing.market.instrument().conId(), listing.market.markE8(), false);
            }
        }
        if (calendar.beginsDay(nowNanos)) {
            listings.values().forEach(listing -> listing.market.startDay(nowNanos));
            listener.dayBegan(nowNanos);
        }
        if (session == Session.REGULAR) {
            listings.values().forEach(listing -> listing.opensSoon = true);
        }
        listener.sessionChanged(session, nowNanos);
    }

    /**
     * Puts the quote where somebody wants it; the source goes on from there, or, when held, is not
     * listened to.
     */
    public void force(int conId, Quote quote, boolean hold, VenueListener listener) {
        Listing listing = listing(conId);
        long before = listing.market.quote().midE8();
        if (before > 0 && quote.midE8() > 0) {
            long tick = listing.market.instrument().minTickE8();
            listing.shiftE8 += (quote.midE8() - before) / tick * tick;
        }
        listing.held = hold;
        happen(listing, new MarketEvent.QuoteChanged(nowNanos, conId, quote), listener);
    }

    /** Lets others trade at a price now. */
    public void print(int conId, long priceE8, long shares, VenueListener listener) {
        happen(listing(conId), new MarketEvent.Traded(nowNanos, conId, priceE8, shares), listener);
    }

    /** From now on somebody else says whether others' trades fill our resting orders. */
    public void printsFillWhen(BooleanSupplier condition) {
        printsFill = condition;
    }

    /** Halts (1, 2) or resumes (0) an instrument. */
    public void halt(int conId, int kind, VenueListener listener) {
        happen(listing(conId), new MarketEvent.HaltChanged(nowNanos, conId, kind), listener);
    }

    /** Moves the venue's time on when nothing happens. */
    public void advanceTo(long nanos) {
        nowNanos = Math.max(nowNanos, nanos);
    }

    /** The market time of the last event or advance. */
    public long nowNanos() {
        return nowNanos;
    }

    /** The trading hours. */
    public TradingCalendar calendar() {
        return calendar;
    }

    /** The part of the day now. */
    public Session session() {
        return calendar.at(nowNanos);
    }

    /** All markets, by contract number. */
    public List<Market> markets() {
        List<Market> markets = new ArrayList<>();
        listings.values().forEach(listing -> markets.add(listing.market));
        return markets;
    }

    /** The market of a contract number, or null. */
    public @Nullable Market market(int conId) {
        Listing listing = listings.get(conId);
        return listing == null ? null : listing.market;
    }

    /** The market of a symbol, or null. */
    public @Nullable Market market(String symbol) {
        for (Listing listing : listings.values()) {
            if (listing.market.instrument().symbol().equals(symbol)) {
                return listing.market;
            }
        }
        return null;
    }

    /** Our orders in an instrument that is listed. */
    public OrderBook book(int conId) {
        return listing(conId).book;
    }

    private Listing listing(int conId) {
        Listing listing = listings.get(conId);
        if (listing == null) {
            throw new IllegalArgumentException("Condition failed: conId is listed, conId " + conId);
        }
        return listing;
    }

    private void happen(Listing listing, MarketEvent event, VenueListener listener) {
        switch (event) {
            case MarketEvent.QuoteChanged changed -> {
                listing.market.quoteChanged(changed.timeNanos(), changed.quote());
                listing.book.show(changed.quote());
                listener.marketChanged(event);
                listing.book.match(changed.timeNanos(), listener);
            }
            case MarketEvent.Traded traded -> {
                listing.market.traded(traded.timeNanos(), traded.priceE8(), traded.shares());
                // A stop that this trade reaches comes too late to trade with it.
                List<Long> waited = listing.book.keys();
                listener.marketChanged(event);
                if (!waited.isEmpty() && printsFill.getAsBoolean()) {
                    listing.book.traded(traded, waited, listener);
                }
                if (listing.opensSoon) {
                    listing.opensSoon = false;
                    listener.auctioned(traded.conId(), traded.priceE8(), true);
                }
            }
            case MarketEvent.HaltChanged halt -> {
                listing.market.halted(halt.timeNanos(), halt.halted());
                listener.marketChanged(event);
                listing.book.trading(halt.halted() == 0, halt.timeNanos(), listener);
            }
        }
    }

    private static final class Listing {
        private final Market market;
        private final OrderBook book;
        private long shiftE8;
        private boolean held;
        private boolean opensSoon;

        Listing(Market market, OrderBook book) {
            this.market = market;
            this.book = book;
        }

        MarketEvent shifted(MarketEvent event) {
            if (shiftE8 == 0) {
                return event;
            }
            return switch (event) {
                case MarketEvent.QuoteChanged(long time, int conId, Quote quote) ->
                        new MarketEvent.QuoteChanged(time, conId, moved(quote));
                case MarketEvent.Traded(long time, int conId, long price, long shares) ->
                        new MarketEvent.Traded(time, conId, up(price), shares);
                case MarketEvent.HaltChanged halt -> halt;
            };
        }

        private Quote moved(Quote quote) {
            return new Quote(
                    quote.hasBid() ? up(quote.bidE8()) : 0,
                    quote.bidShares(),
                    quote.hasAsk() ? up(quote.askE8()) : 0,
                    quote.askShares());
        }

        private long up(long priceE8) {
            return Math.max(market.instrument().minTickE8(), priceE8 + shiftE8);
        }
    }
}
