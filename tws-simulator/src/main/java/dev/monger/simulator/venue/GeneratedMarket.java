package dev.monger.simulator.venue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A market made from a seed: per instrument a random walk with regimes, spread and displayed size,
 * trades at the touch, now and then a halt, and, where the exchange closes, opening and closing
 * auctions and overnight gaps.
 *
 * <p>Each instrument draws from its own generators, so that listing one more does not change the
 * others, and halts and gaps from one more, so that they do not change the walk's other draws.
 */
public final class GeneratedMarket implements MarketSource {
    private static final long SHORTEST_STEP_NANOS = 100_000_000L;
    private static final long STEP_SPREAD_NANOS = 600_000_000L;
    private static final long HALT_NANOS = 300_000_000_000L;

    /** The square root of the number of steps in a regular day. */
    private static final long ROOT_OF_STEPS_PER_DAY = 242;

    /** How often the regime changes in a regular day, roughly. */
    private static final long REGIMES_PER_DAY = 90;

    /** An auction trades this many times the usual displayed size. */
    private static final long AUCTION_SIZES = 40;

    private final TradingCalendar calendar;
    private final MarketHabits habits;
    private final List<Walk> walks = new ArrayList<>();

    /** A market of the usual habits for these instruments that begins at {@code startNanos}. */
    public GeneratedMarket(
            long seed, List<Instrument> instruments, TradingCalendar calendar, long startNanos) {
        this(seed, instruments, calendar, startNanos, MarketHabits.usual());
    }

    /** A market for these instruments that begins at {@code startNanos}. */
    public GeneratedMarket(
            long seed,
            List<Instrument> instruments,
            TradingCalendar calendar,
            long startNanos,
            MarketHabits habits) {
        this.calendar = calendar;
        this.habits = habits;
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

    /** What a walk tells next. */
    private enum Due {
        QUOTE,
        TRADE,
        OPENING_AUCTION,
        CLOSING_AUCTION,
        RESUMPTION
    }

    private final class Walk {
        private final Instrument instrument;
        private final SeededRandom random;
        private final SeededRandom incidents;
        private long fairE8;
        private long nextNanos;
        private Due due = Due.QUOTE;
        private Regime regime = Regime.USUAL;
        private int stepsInRegime = 300;
        private Quote quote = Quote.NONE;
        private LocalDate day;
        private boolean bellRings;
        private boolean haltIsDue;

        Walk(long seed, Instrument instrument, long startNanos) {
            this.instrument = instrument;
            this.random = new SeededRandom(seed, instrument.symbol());
            this.incidents = new SeededRandom(seed, instrument.symbol() + " incidents");
            this.fairE8 = instrument.character().startPriceE8();
            this.nextNanos = opening(startNanos);
            this.day = calendar.day(nextNanos);
        }

        MarketEvent next() {
            long now = nextNanos;
            return switch (due) {
                case QUOTE -> quote(now);
                case TRADE -> {
                    quoteNext(now, now + step(now));
                    yield trade(now);
                }
                case OPENING_AUCTION -> {
                    quoteNext(now, now + step(now));
                    yield auction(now);
                }
                case CLOSING_AUCTION -> {
                    due = Due.QUOTE;
                    nextNanos = opening(now + 1 + step(now + 1));
                    yield auction(now);
                }
                case RESUMPTION -> {
                    jump(instrument.character().volatilityBasisPoints() / 4);
                    quoteNext(now, now + 1);
                    yield new MarketEvent.HaltChanged(now, instrument.conId(), 0);
                }
            };
        }

        private MarketEvent quote(long now) {
            gap(now);
            walk(now);
            if (haltIsDue) {
                haltIsDue = false;
                due = Due.RESUMPTION;
                nextNanos = opening(now + HALT_NANOS);
                return new MarketEvent.HaltChanged(now, instrument.conId(), 2);
            }
            quote = quoteAround(now);
            if (bellRings) {
                bellRings = false;
                due = Due.OPENING_AUCTION;
                nextNanos = now + 1;
            } else if (random.chance(instrument.character().tradesPerThousandQuotes())) {
                due = Due.TRADE;
                nextNanos = now + 1 + random.below(50_000_000L);
            } else {
                quoteNext(now, now + step(now));
            }
            return new MarketEvent.QuoteChanged(now, instrument.conId(), quote);
        }

        /** The next quote comes then, unless an auction comes first. */
        private void quoteNext(long now, long then) {
            due = Due.QUOTE;
            nextNanos = opening(then);
            if (calendar.alwaysOpen()) {
                return;
            }
            long edge = calendar.nextChangeNanos(now);
            if (edge > nextNanos) {
                return;
            }
            if (calendar.at(now) == Session.REGULAR) {
                due = Due.CLOSING_AUCTION;
                nextNanos = edge - 1;
            } else if (calendar.at(edge) == Session.REGULAR) {
                bellRings = true;
                nextNanos = edge;
            }
        }

        private void gap(long now) {
            LocalDate today = calendar.day(now);
            if (!calendar.alwaysOpen() && !today.equals(day)) {
                jump(habits.gapBasisPoints());
            }
            day = today;
        }

        private void jump(int basisPoints) {
            long sigma = fairE8 / 10_000 * basisPoints;
            fairE8 = Math.max(10 * instrument.minTickE8(), fairE8 + incidents.nearlyNormal(sigma));
        }

        private void walk(long now) {
            stepsInRegime--;
            if (stepsInRegime <= 0) {
                regime = Regime.ALL.get((int) random.below(Regime.ALL.size()));
                stepsInRegime = 150 + (int) random.below(900);
                haltIsDue =
                        incidents.below(1000 * REGIMES_PER_DAY) < habits.haltsPerThousandDays()
                                && calendar.at(now) == Session.REGULAR;
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

        private MarketEvent auction(long now) {
            long tick = instrument.minTickE8();
            long shares = instrument.character().sizeShares() * AUCTION_SIZES;
            return new MarketEvent.Traded(
                    now, instrument.conId(), quote.midE8() / tick * tick, shares);
        }

        private long step(long now) {
            int factor = calendar.at(now) == Session.REGULAR ? 1 : 8;
            long usual = factor * (SHORTEST_STEP_NANOS + random.below(STEP_SPREAD_NANOS));
            return usual * habits.meanStepMillis() / MarketHabits.USUAL_STEP_MILLIS;
        }

        private long opening(long nanos) {
            return calendar.at(nanos).isOpen() ? nanos : calendar.nextChangeNanos(nanos);
        }
    }
}
