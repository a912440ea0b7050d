package dev.monger.core.portfolio;

import dev.monger.core.model.Money;

/** One thing that hands other than a monger's did in the account; each is told once. */
public sealed interface HandReport {

    /** An order appeared. */
    record OrderTyped(Author author, ObservedOrder order) implements HandReport {}

    /** An order's terms, size or state changed, or it came to its end by executions. */
    record OrderChanged(Author author, ObservedOrder order) implements HandReport {}

    /**
     * An order ended without being filled.
     *
     * @param how how that is known
     */
    record OrderCancelled(Author author, ObservedOrder order, String how) implements HandReport {}

    /**
     * An order was executed.
     *
     * @param correction whether it replaces an earlier revision of the same execution
     */
    record Filled(Author author, ObservedExecution execution, boolean correction)
            implements HandReport {}

    /** What an execution told before has cost. */
    record Charged(Author author, ObservedExecution execution, Money commission)
            implements HandReport {}

    /**
     * A person changed or ended an order of a monger.
     *
     * @param order as it is now
     * @param what what is seen, what was wanted
     */
    record Intervened(ObservedOrder order, String what) implements HandReport {}
}
