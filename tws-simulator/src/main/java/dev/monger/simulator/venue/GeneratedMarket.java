package dev.monger.simulator.venue;

import java.util.ArrayList;
import java.util.List;

/**
 * A market made from a seed: per instrument a random walk with regimes, spread and displayed size,
 * and trades at the touch.
 *
 * <p>Each instrument draws from its own generator, so that listing one more does not change the
 * others.
 */
public final class GeneratedMarket implements MarketSource {
    private static final long SHORTEST_STEP_NANOS = 100_000_000L;
    private static final long STEP_SPREAD_NANOS = 600_000_000L;

    /** The square root of the number of steps in a regular day. */
    private static final long ROOT_OF_STEPS_PER_DAY = 242;

    private final TradingCalendar calendar;
    private final List<Walk> walks = new ArrayList<>();

    /** A market for these instruments that begins at {@code startNanos}. */
    public GeneratedMarket(
            long seed, List<Instrument> instruments, TradingCalendar calendar, long startNanos) {
        this.calendar = calendar;
        for (Instrument instrument : instruments) {
            walks.add(new Walk(seed, instrument, startNanos));
        }
    }

    @Override
    public long nextNanos() {
        return walks.isEmpty() ? NOTHING_LEFT : earliest().nextNanos;
    }

    @Override
    public MarketEvent next() {
        if (walks.isEmpty()) {
            throw new IllegalArgumentException("Condition failed: an event is left");
        }
        return earliest().next();
    }

    private Walk earliest() {
        Walk first = walks.getFirst();
        for (Walk walk : walks) {
            if (walk.nextNanos < first.nextNanos) {
                first = walk;
            }
        }
        return first;
    }

    /** How the walk behaves for some minutes. */
    private enum Regime {
        CALM(60, 0),
        USUAL(100, 0),
        RISING(100, 12),
        FALLING(100, -12),
        WILD(250, 0);

        private static final List<Regime> ALL = List.of(values());

        private final int volatilityPercent;
        private final int driftPercent;

        Regime(int volatilityPercent, int driftPercent) {
            this.volatilityPercent = volatilityPercent;
            this.driftPercent = driftPercent;
        }
    }

    private final class Walk {
        private final Instrument instrument;
        private final SeededRandom random;
        private long fairE8;
        private long nextNanos;
        private Regime regime = Regime.USUAL;
        private int stepsInRegime = 300;
        private Quote quote = Quote.NONE;
        private boolean tradeIsDue;

        Walk(long seed, Instrument instrument, long startNanos) {
            this.instrument = instrument;
            this.random = new SeededRandom(seed, instrument.symbol());
            this.fairE8 = instrument.character().startPriceE8();
            this.nextNanos = opening(startNanos);
        }

        MarketEvent next() {
            long now = nextNanos;
            if (tradeIsDue) {
                tradeIsDue = false;
                nextNanos = opening(now + step(now));
                return trade(now);
            }
            walk();
            quote = quoteAround(now);
            tradeIsDue = random.chance(instrument.character().tradesPerThousandQuotes());
            nextNanos = tradeIsDue ? now + 1 + random.below(50_000_000L) : opening(now + step(now));
            return new MarketEvent.QuoteChanged(now, instrument.conId(), quote);
        }

        private void walk() {
            stepsInRegime--;
            if (stepsInRegime <= 0) {
                regime = Regime.ALL.get((int) random.below(Regime.ALL.size()));
                stepsInRegime = 150 + (int) random.below(900);
            }
            long sigma =
                    fairE8
                            / 10_000
                            * instrument.character().volatilityBasisPoints()
                            / ROOT_OF_STEPS_PER_DAY;
            long scaled = sigma * regime.volatilityPercent / 100;
            long drift = sigma * regime.driftPercent / 100;
            // A weak pull to the start keeps a market that runs for days in a sensible range.
            long pull = (instrument.character().startPriceE8() - fairE8) / 20_000;
            fairE8 =
                    Math.max(
                            10 * instrument.minTickE8(),
                            fairE8 + random.nearlyNormal(scaled) + drift + pull);
        }

        private Quote quoteAround(long now) {
            long tick = instrument.minTickE8();
            int factor = calendar.at(now) == Session.REGULAR ? 1 : 4;
            long spread =
                    (long) instrument.character().spreadTicks() * factor
                            + (random.chance(250) ? 1 : 0);
            long bid = (fairE8 - spread * tick / 2) / tick * tick;
            return new Quote(bid, size(), bid + spread * tick, size());
        }

        private long size() {
            // Lots of 100, from a quarter of the usual size to four times it, small ones more
            // often.
            long quarter = Math.max(1, instrument.character().sizeShares() / 400);
            long factor = 1 + random.below(4) * random.below(6);
            return 100 * quarter * factor;
        }

        private MarketEvent trade(long now) {
            boolean lifted = random.chance(500);
            long displayed = lifted ? quote.askShares() : quote.bidShares();
            long shares = 1 + random.below(Math.max(1, displayed * 3 / 4));
            if (random.chance(600)) {
                shares = Math.max(100, shares / 100 * 100);
            }
            long price = lifted ? quote.askE8() : quote.bidE8();
            return new MarketEvent.Traded(now, instrument.conId(), price, shares);
        }

        private long step(long now) {
            int factor = calendar.at(now) == Session.REGULAR ? 1 : 8;
            return factor * (SHORTEST_STEP_NANOS + random.below(STEP_SPREAD_NANOS));
        }

        private long opening(long nanos) {
            return calendar.at(nanos).isOpen() ? nanos : calendar.nextChangeNanos(nanos);
        }
    }
}
