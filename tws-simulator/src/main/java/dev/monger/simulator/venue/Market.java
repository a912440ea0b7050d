package dev.monger.simulator.venue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one instrument's market: quote, last trade, the day so far, the bars. */
public final class Market {
    private static final int MOST_SECONDS = 200_000;

    private final Instrument instrument;
    private final TradingCalendar calendar;
    private final SecondBars trades = new SecondBars(true, MOST_SECONDS);
    private final SecondBars bids = new SecondBars(false, MOST_SECONDS);
    private final SecondBars asks = new SecondBars(false, MOST_SECONDS);
    private final SecondBars mids = new SecondBars(false, MOST_SECONDS);
    private Quote quote = Quote.NONE;
    private long quoteNanos;
    private LocalDate day = LocalDate.EPOCH;
    private long lastE8;
    private long lastShares;
    private long lastNanos;
    private long volumeShares;
    private int tradeCount;
    private long dayValueE4;
    private long lastRegularE8;
    private long openE8;
    private long highE8;
    private long lowE8;
    private long closeE8;
    private long officialCloseE8;
    private int halted;

    private final long startNanos;
    private final long firstCloseE8;
    private @Nullable Past past;
    private final MarketMemory memory = new MarketMemory();

    Market(Instrument instrument, TradingCalendar calendar, long startNanos) {
        this.instrument = instrument;
        this.calendar = calendar;
        // Yesterday ended a little below the first price, so that a change on the day can be shown.
        this.closeE8 =
                instrument.character().startPriceE8()
                        * 997
                        / 1000
                        / instrument.minTickE8()
                        * instrument.minTickE8();
        this.firstCloseE8 = closeE8;
        this.startNanos = startNanos;
    }

    void quoteChanged(long nanos, Quote now) {
        quote = now;
        quoteNanos = nanos;
        if (now.hasBid()) {
            bids.add(nanos, now.bidE8(), 0);
        }
        if (now.hasAsk()) {
            asks.add(nanos, now.askE8(), 0);
        }
        if (now.hasBid() && now.hasAsk()) {
            mids.add(nanos, now.midE8(), 0);
        }
        memory.keep(nanos, moment());
    }

    void traded(long nanos, long priceE8, long shares) {
        startDay(nanos);
        if (openE8 == 0) {
            openE8 = priceE8;
            highE8 = priceE8;
            lowE8 = priceE8;
        }
        highE8 = Math.max(highE8, priceE8);
        lowE8 = Math.min(lowE8, priceE8);
        lastE8 = priceE8;
        lastShares = shares;
        lastNanos = nanos;
        volumeShares += shares;
        tradeCount++;
        dayValueE4 += priceE8 / 10_000 * shares;
        if (calendar.at(nanos) == Session.REGULAR) {
            lastRegularE8 = priceE8;
        }
        trades.add(nanos, priceE8, shares);
        memory.keep(nanos, moment());
    }

    void halted(long nanos, int kind) {
        halted = kind;
        memory.keep(nanos, moment());
    }

    /** Regular hours end: the last price is the day's official close. */
    void closed() {
        officialCloseE8 = lastE8;
    }

    void startDay(long nanos) {
        LocalDate today = calendar.day(nanos);
        if (today.equals(day)) {
            return;
        }
        if (lastE8 > 0) {
            closeE8 = officialCloseE8 > 0 ? officialCloseE8 : lastE8;
        }
        officialCloseE8 = 0;
        day = today;
        openE8 = 0;
        highE8 = 0;
        lowE8 = 0;
        volumeShares = 0;
        tradeCount = 0;
        dayValueE4 = 0;
        memory.keep(nanos, moment());
    }

    /** The market as it stands now. */
    public MarketMoment moment() {
        return new MarketMoment(
                quote,
                lastE8,
                lastShares,
                lastNanos,
                tradeCount,
                volumeShares,
                openE8,
                highE8,
                lowE8,
                new MarketMoment.Figures(closeE8, halted, dayValueE4, lastRegularE8));
    }

    /** The market as it stood at a moment of the last quarter of an hour. */
    public MarketMoment momentAt(long nanos) {
        return memory.at(nanos, moment());
    }

    /**
     * Bars of at most a minute, a divisor of it, over {@code fromSecond} (inclusive) to {@code
     * untilSecond} (exclusive), the time before the simulation included.
     */
    public List<Bar> history(BarKind kind, long fromSecond, long untilSecond, long barSeconds) {
        long startSecond = Math.floorDiv(startNanos, 1_000_000_000L);
        List<Bar> bars = new ArrayList<>();
        if (fromSecond < startSecond) {
            bars.addAll(
                    past().between(
                                    kind,
                                    fromSecond,
                                    Math.min(untilSecond, startSecond),
                                    barSeconds));
        }
        bars.addAll(
                bars(kind).between(Math.max(fromSecond, startSecond), untilSecond, barSeconds, 0));
        return bars;
    }

    /** The first second there is history of, in regular hours only or in all. */
    public long headSecond(boolean regular) {
        return past().firstSecond(regular);
    }

    /** Made when it is first asked for, since most runs never ask. */
    private Past past() {
        Past made = past;
        if (made == null) {
            made = new Past(instrument, calendar, startNanos, firstCloseE8);
            past = made;
        }
        return made;
    }

    /** Whose market this is. */
    public Instrument instrument() {
        return instrument;
    }

    /** The top of book. */
    public Quote quote() {
        return quote;
    }

    /** The time of the last change of the quote, nanoseconds since the Unix epoch. */
    public long quoteNanos() {
        return quoteNanos;
    }

    /** The last trade's price, 0 before the first. */
    public long lastE8() {
        return lastE8;
    }

    /** The last trade's size. */
    public long lastShares() {
        return lastShares;
    }

    /** The last trade's time, nanoseconds since the Unix epoch. */
    public long lastNanos() {
        return lastNanos;
    }

    /** Shares traded today. */
    public long volumeShares() {
        return volumeShares;
    }

    /** Today's first price, 0 before the first trade. */
    public long openE8() {
        return openE8;
    }

    /** Today's highest price. */
    public long highE8() {
        return highE8;
    }

    /** Today's lowest price. */
    public long lowE8() {
        return lowE8;
    }

    /** The last price of the trading day before. */
    public long closeE8() {
        return closeE8;
    }

    /** 0 trading, 1 halted, 2 halted for volatility. */
    public int halted() {
        return halted;
    }

    /**
     * The price positions are valued at: last trade, else middle of the quote, else yesterday's
     * close.
     */
    public long markE8() {
        if (lastE8 > 0) {
            return lastE8;
        }
        return quote.midE8() > 0 ? quote.midE8() : closeE8;
    }

    /** The one-second bars of a kind. */
    public SecondBars bars(BarKind kind) {
        return switch (kind) {
            case TRADES -> trades;
            case BID -> bids;
            case ASK -> asks;
            case MIDPOINT -> mids;
        };
    }
}
