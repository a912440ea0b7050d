package dev.monger.core.model;

/**
 * A time in which the contract is liquid.
 *
 * @param startNanos first moment inside, exchange time
 * @param endNanos first moment after it, exchange time
 */
public record TradingWindow(long startNanos, long endNanos) {

    /** Refuses a window that ends before it starts. */
    public TradingWindow {
        if (endNanos <= startNanos) {
            throw new IllegalArgumentException("Condition failed: a window ends after it starts");
        }
    }

    /** Tells whether a moment is inside. */
    public boolean contains(long exchangeNanos) {
        return startNanos <= exchangeNanos && exchangeNanos < endNanos;
    }
}
