package dev.monger.engine.tws;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.MarketEvent;
import dev.monger.tws.session.Observed;
import dev.monger.tws.session.Tick;
import dev.monger.tws.session.TickValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts single ticks together to quotes; only live ticks become one that may be traded on. */
final class Quotes {

    private static final long SHORTABLE_ABOVE_E8 = 150_000_000L;
    private static final Side NOTHING = new Side(0, 0);

    private Side bid = NOTHING;
    private Side ask = NOTHING;
    private long lateBid;
    private long lateAsk;
    private long last;
    private boolean live;
    private boolean bidKnown;
    private boolean askKnown;

    /** One side of a live quote; a price of zero when nobody is there. */
    private record Side(long priceE8, long sizeE8) {

        static Side of(long priceE8, long sizeE8) {
            return priceE8 > 0 ? new Side(priceE8, Math.max(sizeE8, 0)) : NOTHING;
        }

        Side resized(long newSizeE8) {
            return of(priceE8, newSizeE8);
        }

        Price price() {
            return new Price(priceE8);
        }

        Quantity size() {
            return new Quantity(sizeE8);
        }
    }

    /** Nothing is known: what comes next makes a new quote, whatever came before. */
    void begin() {
        bid = NOTHING;
        ask = NOTHING;
        lateBid = 0;
        lateAsk = 0;
        bidKnown = false;
        askKnown = false;
    }

    /** Returns the middle of the live quote, or the last trade; null before either. */
    @Nullable Price reference() {
        if (bid.priceE8() > 0 && ask.priceE8() > 0) {
            return new Price(bid.priceE8() + (ask.priceE8() - bid.priceE8()) / 2);
        }
        return last > 0 ? new Price(last) : null;
    }

    /** What is seen of the stream changed; tells when live data ended. */
    Optional<MarketEvent> changed(Observed observed, String why) {
        boolean ended = live && observed != Observed.LIVE;
        live = observed == Observed.LIVE;
        if (observed == Observed.PENDING || ended) {
            begin();
        }
        return ended ? Optional.of(new MarketEvent.LiveDataEnded(why)) : Optional.empty();
    }

    /** Returns what a tick means for the monger; empty when it means nothing yet. */
    Optional<MarketEvent> heard(Tick tick) {
        return switch (tick) {
            case Tick.Live(int _, TickValue value) -> live(value);
            case Tick.Frozen(int _, TickValue value) -> late(value);
            case Tick.Delayed(int _, TickValue value) -> late(value);
            case Tick.DelayedFrozen(int _, TickValue value) -> late(value);
        };
    }

    private Optional<MarketEvent> live(TickValue value) {
        return switch (value) {
            case TickValue.Bid(long priceE8, long sizeE8, int _) -> {
                bid = Side.of(priceE8, sizeE8);
                bidKnown = true;
                yield quote();
            }
            case TickValue.Ask(long priceE8, long sizeE8, int _) -> {
                ask = Side.of(priceE8, sizeE8);
                askKnown = true;
                yield quote();
            }
            case TickValue.BidSize(long sizeE8) -> {
                bid = bid.resized(sizeE8);
                yield quote();
            }
            case TickValue.AskSize(long sizeE8) -> {
                ask = ask.resized(sizeE8);
                yield quote();
            }
            case TickValue.Last(long priceE8, long sizeE8, int _) when priceE8 > 0 -> {
                last = priceE8;
                yield Optional.of(
                        new MarketEvent.LastTraded(new Price(priceE8), new Quantity(sizeE8)));
            }
            default -> ofAnyAge(value);
        };
    }

    /** Half a quote tells nothing: the other half may be from before an outage. */
    private Optional<MarketEvent> quote() {
        return bidKnown && askKnown
                ? Optional.of(
                        new MarketEvent.QuoteReceived(
                                bid.price(), ask.price(), bid.size(), ask.size()))
                : Optional.empty();
    }

    private Optional<MarketEvent> late(TickValue value) {
        switch (value) {
            case TickValue.Bid(long priceE8, long _, int _) -> lateBid = priceE8;
            case TickValue.Ask(long priceE8, long _, int _) -> lateAsk = priceE8;
            default -> {
                return ofAnyAge(value);
            }
        }
        return lateBid > 0 && lateAsk > 0
                ? Optional.of(
                        new MarketEvent.DelayedQuoteReceived(
                                new Price(lateBid), new Price(lateAsk)))
                : Optional.empty();
    }

    /** What is told of the contract itself. */
    private static Optional<MarketEvent> ofAnyAge(TickValue value) {
        return switch (value) {
            case TickValue.Halted halted ->
                    Optional.of(new MarketEvent.TradingHalted(halted.isHalted()));
            case TickValue.Shortable(long valueE8) ->
                    Optional.of(new MarketEvent.ShortableReported(valueE8 > SHORTABLE_ABOVE_E8));
            default -> Optional.empty();
        };
    }
}
