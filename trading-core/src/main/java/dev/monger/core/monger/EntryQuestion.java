package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Instants;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * May this prediction become an entry now?
 *
 * @param state all that is known
 * @param at now
 * @param prediction what was predicted
 */
public record EntryQuestion(
        MongerState state, Instants at, MongerEvent.PredictionArrived prediction) {

    @Nullable Assignment assignment() {
        return state.session().assignment();
    }

    @Nullable ContractTerms terms() {
        return state.session().terms();
    }

    /** Returns the side that the prediction would be traded by. */
    Side side() {
        Assignment assignment = assignment();
        boolean inverted = assignment != null && assignment.signals().inverted();
        return prediction.bullish() != inverted ? Side.BUY : Side.SELL;
    }

    /** Tells whether a short position would be opened or enlarged. */
    boolean opensShort() {
        return side() == Side.SELL && state.ledger().own().signum() <= 0;
    }

    /** Returns the limit at which an entry would be sent; null without a quote. */
    @Nullable Price limit() {
        Assignment assignment = assignment();
        ContractTerms terms = terms();
        Market.Quote quote = state.market().quote();
        return assignment == null || terms == null || quote == null
                ? null
                : Pricing.entry(quote, side(), assignment.entry(), terms);
    }

    /** Returns own position, working entries and one unit at a price more, without a sign. */
    Quantity sizeAfter(Assignment assignment, Price limit) {
        return state.ledger()
                .own()
                .absolute()
                .plus(state.book().workingEntries(Side.BUY))
                .plus(state.book().workingEntries(Side.SELL))
                .plus(assignment.sizing().unitAt(limit));
    }
}
