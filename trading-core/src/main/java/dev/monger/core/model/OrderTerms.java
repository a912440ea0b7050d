package dev.monger.core.model;

/** The kind of an order with the prices that belong to it. */
public sealed interface OrderTerms {

    /** Trades at the price or better. */
    record Limit(Price price) implements OrderTerms {}

    /** Trades at any price once the trigger has traded. */
    record Stop(Price trigger) implements OrderTerms {}

    /**
     * A stop whose trigger follows the market at a distance, moved by the broker.
     *
     * @param distance how far behind the market
     * @param trigger where it stood when it was placed, or where the broker last said it stands
     */
    record Trail(Price distance, Price trigger) implements OrderTerms {}

    /** Trades at any price. */
    record Market() implements OrderTerms {}

    /**
     * A kind that we never send, typed by a person.
     *
     * @param type the broker's word for it
     */
    record Other(String type) implements OrderTerms {}
}
