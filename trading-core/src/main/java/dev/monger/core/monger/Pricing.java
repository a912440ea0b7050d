package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.CloseRules;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.EntryRules;
import dev.monger.core.model.ExitRules;
import dev.monger.core.model.FixedPoint;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.QuotePricing;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/** Prices, always on the contract's increments. */
final class Pricing {

    private Pricing() {}

    /** Returns the limit of an entry: rounded to the patient side. */
    static Price entry(Market.Quote quote, Side side, EntryRules rules, ContractTerms terms) {
        return inQuote(quote, side, rules.pricing(), rules.offsetTicks(), terms);
    }

    private static Price inQuote(
            Market.Quote quote, Side side, QuotePricing at, int offsetTicks, ContractTerms terms) {
        Price near = side == Side.BUY ? quote.bid() : quote.ask();
        Price far = side == Side.BUY ? quote.ask() : quote.bid();
        Price from =
                switch (at) {
                    case JOIN -> near;
                    case MID -> quote.middle();
                    case CROSS -> far;
                };
        long offset = Math.multiplyExact(terms.incrementAt(from), offsetTicks);
        return patient(terms, side, new Price(from.units() + side.sign() * offset));
    }

    /** Returns the limit of the take-profit of a position entered at a price by a side. */
    static OrderTerms takeProfit(
            Price entry, Side entrySide, ExitRules rules, ContractTerms terms) {
        long distance = rules.takeProfit().distanceAt(entry).units();
        Price target = new Price(entry.units() + entrySide.sign() * distance);
        return new OrderTerms.Limit(
                atLeastOneStep(terms, patient(terms, entrySide.opposite(), target)));
    }

    /** Returns the stop of a position entered at a price by a side: static or trailing. */
    static OrderTerms stopLoss(Price entry, Side entrySide, ExitRules rules, ContractTerms terms) {
        Price wanted = rules.stopLoss().distanceAt(entry);
        Price far = new Price(entry.units() - entrySide.sign() * wanted.units());
        Price trigger =
                atLeastOneStep(
                        terms, entrySide == Side.BUY ? terms.roundDown(far) : terms.roundUp(far));
        boolean trails =
                rules.trailing()
                        && (terms.orderTypes().isEmpty() || terms.orderTypes().contains("TRAIL"));
        if (!trails) {
            return new OrderTerms.Stop(trigger);
        }
        return new OrderTerms.Trail(atLeastOneStep(terms, terms.roundUp(wanted)), trigger);
    }

    /**
     * Returns the limit that closes now: through the quote by some increments, within the collar;
     * null when nothing is known of the market.
     */
    static @Nullable Price closing(
            Market market, Side side, Assignment assignment, ContractTerms terms) {
        Market.Quote quote = market.quote();
        boolean live = quote != null && quote.twoSided();
        Price reference = live && quote != null ? quote.middle() : market.lastTrade();
        if (reference == null || reference.signum() <= 0) {
            return null;
        }
        Price far = reference;
        if (live && quote != null) {
            far = side == Side.BUY ? quote.ask() : quote.bid();
        }
        long through = terms.incrementAt(far) * assignment.exit().close().ticks();
        Price wanted = new Price(far.units() + side.sign() * through);
        Price edge = new Price(reference.units() + side.sign() * room(reference, assignment));
        Price collared = side == Side.BUY ? wanted.min(edge) : wanted.max(edge);
        return atLeastOneStep(
                terms, side == Side.BUY ? terms.roundUp(collared) : terms.roundDown(collared));
    }

    /**
     * Returns the limit that closes in good order: where in the quote the assignment says, within
     * the collar on both sides; without a live quote as {@link #closing} does.
     */
    static @Nullable Price orderly(
            Market market, Side side, Assignment assignment, ContractTerms terms) {
        Market.Quote quote = market.quote();
        if (quote == null || !quote.twoSided()) {
            return closing(market, side, assignment, terms);
        }
        CloseRules close = assignment.exit().close();
        Price wanted = inQuote(quote, side, close.pricing(), close.offsetTicks(), terms);
        long room = room(quote.middle(), assignment);
        Price lowest = terms.roundUp(new Price(quote.middle().units() - room));
        Price highest = terms.roundDown(new Price(quote.middle().units() + room));
        return atLeastOneStep(terms, wanted.max(lowest).min(highest));
    }

    private static long room(Price reference, Assignment assignment) {
        return FixedPoint.multiply(
                reference.units(), assignment.risk().priceCollarMillionths() * 100L);
    }

    /** Tells whether a price is within the collar around the middle of the quote. */
    static boolean withinCollar(Price price, Market.Quote quote, int collarMillionths) {
        long room = FixedPoint.multiply(quote.middle().units(), collarMillionths * 100L);
        return Math.abs(price.units() - quote.middle().units()) <= room;
    }

    private static Price patient(ContractTerms terms, Side side, Price price) {
        return side == Side.BUY ? terms.roundDown(price) : terms.roundUp(price);
    }

    private static Price atLeastOneStep(ContractTerms terms, Price price) {
        return price.max(new Price(terms.incrementAt(Price.ZERO)));
    }
}
