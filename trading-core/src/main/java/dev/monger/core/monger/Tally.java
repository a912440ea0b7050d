package dev.monger.core.monger;

import dev.monger.core.model.FixedPoint;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all moves come to, counted in the order in which they happened, so that the order in which
 * they were told makes no difference. Amounts are price times quantity, the multiplier not counted.
 *
 * @param own our share, less what hands and adjustments took of it
 * @param manual what people hold beyond that
 * @param adjustments what adjustments hold beyond that
 * @param openCost what the present own share cost, signed like it
 * @param realized by everything that reduced our own share
 * @param realizedToday the part of it since the day began
 * @param trade the present trade, or the last one
 * @param openedBy what opened the present own share: our order's name; empty without one
 * @param reversed whether an exit, not an entry, opened the present own share: it went through zero
 */
public record Tally(
        Quantity own,
        Quantity manual,
        Quantity adjustments,
        Money openCost,
        Money realized,
        Money realizedToday,
        Trade trade,
        String openedBy,
        boolean reversed) {

    static final Tally NOTHING =
            new Tally(
                    Quantity.ZERO,
                    Quantity.ZERO,
                    Quantity.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Trade.NONE,
                    "",
                    false);

    private static final Comparator<LedgerEntry> AS_IT_HAPPENED =
            Comparator.comparingLong(LedgerEntry::exchangeNanos).thenComparing(LedgerEntry::family);

    /**
     * From the opening of a position to its end, and on where a new one opens within the trade
     * window of the last execution, unless it was over for its time or its loss.
     *
     * @param openedNanos when its first execution was, exchange time; zero for no trade yet
     * @param lastNanos when its last execution was, exchange time
     * @param realized by what reduced our share in it
     */
    public record Trade(long openedNanos, long lastNanos, Money realized) {

        static final Trade NONE = new Trade(0, 0, Money.ZERO);

        private Trade opened(long exchangeNanos, Measure measure) {
            boolean goesOn =
                    openedNanos != 0
                            && exchangeNanos - lastNanos < measure.tradeWindowNanos()
                            && !measure.endedBetween(openedNanos, exchangeNanos);
            return goesOn
                    ? new Trade(openedNanos, exchangeNanos, realized)
                    : new Trade(exchangeNanos, exchangeNanos, Money.ZERO);
        }

        private Trade at(long exchangeNanos, Money gain) {
            return new Trade(openedNanos, exchangeNanos, realized.plus(gain));
        }
    }

    /**
     * From when on, and by which measure, moves are counted.
     *
     * @param dayStartNanos since when realised profit counts as today's, exchange time
     * @param tradeWindowNanos within which a new position after flat belongs to the trade before
     * @param endedNanos when trades were over for their time or their loss, exchange time: what
     *     opens after such a moment belongs to no trade from before it
     */
    public record Measure(long dayStartNanos, long tradeWindowNanos, List<Long> endedNanos) {

        /** Keeps a copy. */
        public Measure {
            endedNanos = List.copyOf(endedNanos);
        }

        Measure of(long startNanos, long windowNanos) {
            return new Measure(startNanos, windowNanos, endedNanos);
        }

        Measure endedAt(long exchangeNanos) {
            return new Measure(
                    dayStartNanos,
                    tradeWindowNanos,
                    Stream.concat(endedNanos.stream(), Stream.of(exchangeNanos)).toList());
        }

        /** Tells whether that trade is over for good. */
        boolean ended(Trade trade) {
            return endedBetween(trade.openedNanos(), Long.MAX_VALUE);
        }

        private boolean endedBetween(long openedNanos, long exchangeNanos) {
            return endedNanos.stream().anyMatch(end -> openedNanos <= end && end < exchangeNanos);
        }
    }

    /** Counts all entries. */
    static Tally of(List<LedgerEntry> entries, Measure measure) {
        Tally tally = NOTHING;
        for (LedgerEntry entry : entries.stream().sorted(AS_IT_HAPPENED).toList()) {
            tally = tally.after(entry, measure);
        }
        return tally;
    }

    /** Returns the average price of the own share; zero without one. */
    public Price averagePrice() {
        return own.isZero()
                ? Price.ZERO
                : new Price(FixedPoint.divide(openCost.units(), own.units()));
    }

    private Tally after(LedgerEntry entry, Measure measure) {
        if (entry.change().isZero()) {
            return this;
        }
        Quantity change = entry.change();
        boolean against = own.signum() * change.signum() < 0 && entry.hands().takes();
        Quantity reducing = against ? smaller(change, own) : Quantity.ZERO;
        Tally reduced = against ? reducedBy(reducing, entry, measure) : this;
        Quantity rest = change.minus(reducing);
        return switch (entry.origin()) {
            case OURS -> reduced.opened(rest, entry, measure);
            case MANUAL -> {
                Quantity adopted = reduced.adopted(rest, entry.hands().adoptUpTo());
                yield reduced.opened(adopted, entry, measure)
                        .withManual(manual.plus(rest).minus(adopted));
            }
            case ADJUSTMENT -> reduced.withAdjustments(adjustments.plus(rest));
        };
    }

    /** Returns what of a person's move on our side becomes ours; from flat nothing does. */
    private Quantity adopted(Quantity rest, Quantity upTo) {
        if (own.signum() * rest.signum() <= 0) {
            return Quantity.ZERO;
        }
        Quantity room = upTo.minus(own.absolute()).max(Quantity.ZERO).min(rest.absolute());
        return rest.signum() > 0 ? room : room.negated();
    }

    /** Takes from the own share: {@code change} is against it and not larger than it. */
    private Tally reducedBy(Quantity change, LedgerEntry entry, Measure measure) {
        Price price =
                entry.origin() == LedgerEntry.Origin.ADJUSTMENT ? averagePrice() : entry.price();
        boolean today = entry.exchangeNanos() >= measure.dayStartNanos();
        boolean whole = change.negated().equals(own);
        Money cost = whole ? openCost : share(change.negated());
        Money gain = price.times(change.negated()).minus(cost);
        return new Tally(
                own.plus(change),
                manual,
                adjustments,
                openCost.minus(cost),
                realized.plus(gain),
                today ? realizedToday.plus(gain) : realizedToday,
                trade.at(entry.exchangeNanos(), gain),
                whole ? "" : openedBy,
                !whole && reversed);
    }

    private Tally opened(Quantity change, LedgerEntry entry, Measure measure) {
        if (change.isZero()) {
            return this;
        }
        long at = entry.exchangeNanos();
        boolean opens = own.isZero();
        return new Tally(
                own.plus(change),
                manual,
                adjustments,
                openCost.plus(entry.price().times(change)),
                realized,
                realizedToday,
                opens ? trade.opened(at, measure) : trade.at(at, Money.ZERO),
                opens ? nameOf(entry) : openedBy,
                opens ? byExit(entry) : reversed);
    }

    private static String nameOf(LedgerEntry entry) {
        return entry.ref() == null ? entry.family() : entry.ref().value();
    }

    private static boolean byExit(LedgerEntry entry) {
        Leg leg = entry.ref() == null ? null : OrderNames.legOf(entry.ref());
        return leg != null && leg.exits();
    }

    /** Returns the part of the cost that belongs to a part of the own share, rounded down. */
    private Money share(Quantity part) {
        BigInteger product =
                BigInteger.valueOf(openCost.units()).multiply(BigInteger.valueOf(part.units()));
        return new Money(product.divide(BigInteger.valueOf(own.units())).longValueExact());
    }

    private Tally withManual(Quantity value) {
        return new Tally(
                own,
                value,
                adjustments,
                openCost,
                realized,
                realizedToday,
                trade,
                openedBy,
                reversed);
    }

    private Tally withAdjustments(Quantity value) {
        return new Tally(
                own, manual, value, openCost, realized, realizedToday, trade, openedBy, reversed);
    }

    private static Quantity smaller(Quantity change, Quantity own) {
        Quantity size = change.absolute().min(own.absolute());
        return change.signum() > 0 ? size : size.negated();
    }
}
