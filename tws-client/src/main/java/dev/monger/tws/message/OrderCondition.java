package dev.monger.tws.message;

/** What must hold before an order works (or before it is cancelled). */
public sealed interface OrderCondition {

    /** Tells how this condition joins the next: true for "and", false for "or". */
    boolean and();

    /** A price above or below a level. */
    record Price(
            boolean and,
            boolean isMore,
            long priceE8,
            int conId,
            String exchange,
            int triggerMethod)
            implements OrderCondition {}

    /** A time after or before an instant, written as the wire writes times. */
    record Time(boolean and, boolean isMore, String time) implements OrderCondition {}

    /** A margin cushion in per cent. */
    record Margin(boolean and, boolean isMore, int percent) implements OrderCondition {}

    /** An execution in another instrument. */
    record Execution(boolean and, String secType, String exchange, String symbol)
            implements OrderCondition {}

    /** A day's volume. */
    record Volume(boolean and, boolean isMore, int volume, int conId, String exchange)
            implements OrderCondition {}

    /** A change against the previous close in per cent. */
    record PercentChange(
            boolean and, boolean isMore, long changePercentE8, int conId, String exchange)
            implements OrderCondition {}
}
