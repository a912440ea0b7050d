package dev.monger.core.model;

import java.time.ZoneId;
import java.util.List;

/**
 * What the broker says of the one contract that is traded.
 *
 * @param conId with the account the identity of what is owned; a symbol never is
 * @param increments by rising price, the first from zero
 * @param liquidHours by rising time; empty when the broker names none, which counts as always open
 * @param multiplier what one unit of price is worth per share or contract, 1 for a stock
 * @param orderTypes the broker's words for the order types it takes, for example LMT, STP, TRAIL
 * @param zone where it is traded: times of day without a zone are meant there
 */
public record ContractTerms(
        ConId conId,
        List<PriceIncrement> increments,
        List<TradingWindow> liquidHours,
        Quantity multiplier,
        List<String> orderTypes,
        ZoneId zone) {

    /** Where a contract is traded of which nothing else is known. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("US/Eastern");

    /** Terms of a contract that is traded in the default zone. */
    public ContractTerms(
            ConId conId,
            List<PriceIncrement> increments,
            List<TradingWindow> liquidHours,
            Quantity multiplier,
            List<String> orderTypes) {
        this(conId, increments, liquidHours, multiplier, orderTypes, DEFAULT_ZONE);
    }

    /** Refuses terms that no order could be priced with. */
    public ContractTerms {
        increments = List.copyOf(increments);
        liquidHours = List.copyOf(liquidHours);
        orderTypes = List.copyOf(orderTypes);
        if (increments.isEmpty()) {
            throw new IllegalArgumentException("Condition failed: at least one price increment");
        }
        if (multiplier.signum() <= 0) {
            throw new IllegalArgumentException("Condition failed: a multiplier above zero");
        }
    }

    /** Tells whether the contract is liquid at a moment of exchange time. */
    public boolean liquidAt(long exchangeNanos) {
        return liquidHours.isEmpty()
                || liquidHours.stream().anyMatch(window -> window.contains(exchangeNanos));
    }

    /** Rounds down to a price that the contract's rule allows. */
    public Price roundDown(Price price) {
        long step = incrementAt(price);
        return new Price(Math.floorDiv(price.units(), step) * step);
    }

    /** Rounds up to a price that the contract's rule allows. */
    public Price roundUp(Price price) {
        Price floor = roundDown(price);
        return floor.equals(price)
                ? price
                : roundDown(new Price(floor.units() + incrementAt(floor)));
    }

    /** Returns the step at a price, in units of 1e-8. */
    public long incrementAt(Price price) {
        PriceIncrement found = increments.getFirst();
        for (PriceIncrement increment : increments) {
            if (increment.from().compareTo(price) <= 0) {
                found = increment;
            }
        }
        return found.increment().units();
    }

    /** Returns what a quantity is worth at a price, the multiplier counted. */
    public Money valueOf(Price price, Quantity quantity) {
        Money value = price.times(quantity);
        return multiplier.units() == FixedPoint.ONE
                ? value
                : new Money(FixedPoint.multiply(value.units(), multiplier.units()));
    }
}
