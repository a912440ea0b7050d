package dev.monger.simulator.front;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketMoment;
import dev.monger.simulator.venue.Venue;
import org.jspecify.annotations.Nullable;

/** Decides which kind of data a client is shown of an instrument, and how it looks now. */
final class DataFeed {
    static final int LIVE = 1;
    static final int FROZEN = 2;
    static final int DELAYED = 3;
    static final int DELAYED_FROZEN = 4;
    private static final long DELAY_NANOS = 900_000_000_000L;

    private final DataRights rights;
    private final Venue venue;
    private final int mostLines;
    private int lines;

    DataFeed(DataRights rights, Venue venue, int mostLines) {
        this.rights = rights;
        this.venue = venue;
        this.mostLines = mostLines;
    }

    /** What TWS says instead of data, or with delayed data, or null when it says nothing. */
    record Word(int code, String text) {}

    /** What is said to a client that asked for an instrument under a data type. */
    @Nullable Word word(int conId, int askedType) {
        boolean delayedAsked = askedType >= DELAYED;
        return switch (rights.of(conId)) {
            case LIVE -> null;
            case DELAYED ->
                    delayedAsked
                            ? new Word(
                                    10167,
                                    "Requested market data is not subscribed. Displaying delayed market data.")
                            : new Word(
                                    354,
                                    "Requested market data is not subscribed. Delayed market data is available.");
            case NONE ->
                    delayedAsked
                            ? new Word(
                                    10186,
                                    "Requested market data is not subscribed. Delayed market data is not enabled.")
                            : new Word(354, "Requested market data is not subscribed.");
        };
    }

    /** The kind of data shown, from 1 to 4, or 0 for none. */
    int type(int conId, int askedType) {
        boolean open = venue.session().isOpen();
        boolean frozen = askedType == FROZEN || askedType == DELAYED_FROZEN;
        return switch (rights.of(conId)) {
            case LIVE -> !open && frozen ? FROZEN : LIVE;
            case DELAYED -> {
                if (askedType < DELAYED) {
                    yield 0;
                }
                yield !open && frozen ? DELAYED_FROZEN : DELAYED;
            }
            case NONE -> 0;
        };
    }

    /** The market as a kind of data shows it; only frozen data show quotes of a closed one. */
    MarketMoment moment(Market market, int type) {
        MarketMoment moment =
                type >= DELAYED ? market.momentAt(venue.nowNanos() - DELAY_NANOS) : market.moment();
        boolean frozen = type == FROZEN || type == DELAYED_FROZEN;
        return venue.session().isOpen() || frozen ? moment : moment.withoutQuote();
    }

    /** Whether live data may be shown. */
    boolean isLive(Instrument instrument) {
        return rights.of(instrument.conId()) == DataRights.Right.LIVE;
    }

    /** Takes one of the lines of all clients; false when none is left. */
    boolean takeLine() {
        if (lines >= mostLines) {
            return false;
        }
        lines++;
        return true;
    }

    void releaseLine() {
        lines--;
    }
}
