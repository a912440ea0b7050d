package dev.monger.core.monger;

import dev.monger.core.model.FixedPoint;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

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
 * @param openedNanos when the present own share began, exchange time; zero without one
 * @param reversed whether an exit, not an entry, opened the present own share: it went through zero
 */
public record Tally(
        Quantity own,
        Quantity manual,
        Quantity adjustments,
        Money openCost,
        Money realized,
        Money realizedToday,
        long openedNanos,
        boolean reversed) {

    static final Tally NOTHING =
            new Tally(
                    Quantity.ZERO,
                    Quantity.ZERO,
                    Quantity.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    0,
                    false);

    private static final Comparator<LedgerEntry> AS_IT_HAPPENED =
            Comparator.comparingLong(LedgerEntry::exchangeNanos).thenComparing(LedgerEntry::family);

    /** Counts all entries. */
    static Tally of(List<LedgerEntry> entries, long dayStartNanos) {
        Tally tally = NOTHING;
        for (LedgerEntry entry : entries.stream().sorted(AS_IT_HAPPENED).toList()) {
            tally = tally.after(entry, dayStartNanos);
        }
        return tally;
    }

    /** Returns the average price of the own share; zero without one. */
    public Price averagePrice() {
        return own.isZero()
                ? Price.ZERO
                : new Price(FixedPoint.divide(openCost.units(), own.units()));
    }

    private Tally after(LedgerEntry entry, long dayStartNanos) {
        if (entry.change().isZero()) {
            return this;
        }
        Quantity change = entry.change();
        boolean against = own.signum() * change.signum() < 0;
        Quantity reducing = against ? smaller(change, own) : Quantity.ZERO;
        Price price =
                entry.origin() == LedgerEntry.Origin.ADJUSTMENT ? averagePrice() : entry.price();
        Tally reduced =
                against ? reducedBy(reducing, price, entry.exchangeNanos() >= dayStartNanos) : this;
        Quantity rest = change.minus(reducing);
        return switch (entry.origin()) {
            case OURS -> reduced.opened(rest, entry);
            case MANUAL -> reduced.withManual(manual.plus(rest));
            case ADJUSTMENT -> reduced.withAdjustments(adjustments.plus(rest));
        };
    }

    /** Takes from the own share: {@code change} is against it and not larger than it. */
    private Tally reducedBy(Quantity change, Price price, boolean today) {
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
                whole ? 0 : openedNanos,
                !whole && reversed);
    }

    private Tally opened(Quantity change, LedgerEntry entry) {
        if (change.isZero()) {
            return this;
        }
        return new Tally(
                own.plus(change),
                manual,
                adjustments,
                openCost.plus(entry.price().times(change)),
                realized,
                realizedToday,
                own.isZero() ? entry.exchangeNanos() : openedNanos,
                own.isZero() ? byExit(entry) : reversed);
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
                own, value, adjustments, openCost, realized, realizedToday, openedNanos, reversed);
    }

    private Tally withAdjustments(Quantity value) {
        return new Tally(
                own, manual, value, openCost, realized, realizedToday, openedNanos, reversed);
    }

    private static Quantity smaller(Quantity change, Quantity own) {
        Quantity size = change.absolute().min(own.absolute());
        return change.signum() > 0 ? size : size.negated();
    }
}
