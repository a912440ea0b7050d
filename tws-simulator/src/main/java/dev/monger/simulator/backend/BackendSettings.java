package dev.monger.simulator.backend;

import java.util.List;

/**
 * What the broker is told before it starts.
 *
 * @param accounts account names; the first one is a person's own
 * @param startCashE8 the cash of each account at first, units of 1e-8
 * @param commission what a trade costs
 * @param brackets how children of an order behave
 * @param oca how OCA groups behave
 * @param notShortable symbols whose short sales are held for locate at first
 * @param marginPercent the equity a position of 100 needs
 * @param mostOrdersPerSide active orders per account, contract and side
 * @param pendingCancel whether a cancel shows PendingCancel first
 * @param latency how long the way to the exchange takes
 */
public record BackendSettings(
        List<String> accounts,
        long startCashE8,
        Commission commission,
        Brackets brackets,
        Oca oca,
        List<String> notShortable,
        int marginPercent,
        int mostOrdersPerSide,
        boolean pendingCancel,
        Latency latency) {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** When children of an order start to work. */
    public enum ChildActivation {
        /** Once all of the parent traded. */
        PARENT_FILLED,

        /** With the parent's first fill. */
        PARENT_FIRST_FILL
    }

    /** How large a child is while its parent is partly filled. */
    public enum ChildSize {
        /** As the client wrote it. */
        AS_WRITTEN,

        /** What the parent has traded so far. */
        PARENT_FILLED_SO_FAR
    }

    /** What becomes of children when a partly filled parent is cancelled. */
    public enum ParentCancel {
        /** They are cancelled. */
        CANCELS_CHILDREN,

        /** They start to work for what the parent has traded. */
        RELEASES_CHILDREN
    }

    /**
     * How children behave; which of these TWS does is not certain, so each is a switch.
     *
     * @param activation when they start to work
     * @param size how large they are under a partly filled parent
     * @param parentCancel what a cancel of a partly filled parent does to them
     */
    public record Brackets(ChildActivation activation, ChildSize size, ParentCancel parentCancel) {}

    /**
     * How OCA groups behave. In groups of type 1 and 2 ("with block"), and among the children of a
     * parent, nothing can trade between a member's fill and what it does to the others. In groups
     * of type 3 the news of a fill takes its time: until it has reached a sibling, that sibling
     * works at its old size, so that the group can trade more than was wanted.
     *
     * @param cancelSpreads whether cancelling one member cancels the others
     * @param unblockedDelayNanos how long the news takes in a group of type 3
     */
    public record Oca(boolean cancelSpreads, long unblockedDelayNanos) {}

    /**
     * How long the way to the exchange takes.
     *
     * @param acknowledgeNanos from the acceptance of an order until it works; so long it cannot be
     *     changed (2102), and a cancel ends it as ApiCancelled
     * @param cancelNanos from a cancel until the order is out of the exchange's book; so long it is
     *     PendingCancel and can still trade
     */
    public record Latency(long acknowledgeNanos, long cancelNanos) {

        /** Everything is there at once. */
        public static final Latency NONE = new Latency(0, 0);
    }

    /**
     * One paper account DU1234567 with a million dollars, and what TWS most likely does; news in
     * OCA groups of type 3 take 40 ms.
     */
    public static BackendSettings usual() {
        return new BackendSettings(
                List.of("DU1234567"),
                1_000_000L * 100_000_000L,
                Commission.flat(500_000L, 100_000_000L),
                new Brackets(
                        ChildActivation.PARENT_FILLED,
                        ChildSize.AS_WRITTEN,
                        ParentCancel.CANCELS_CHILDREN),
                new Oca(false, 40 * NANOS_PER_MILLI),
                List.of(),
                25,
                20,
                false,
                Latency.NONE);
    }

    /** The same with other switches for children. */
    public BackendSettings withBrackets(Brackets other) {
        return new BackendSettings(
                accounts,
                startCashE8,
                commission,
                other,
                oca,
                notShortable,
                marginPercent,
                mostOrdersPerSide,
                pendingCancel,
                latency);
    }

    /** The same with other accounts and first cash. */
    public BackendSettings withAccounts(List<String> names, long cashE8) {
        return new BackendSettings(
                List.copyOf(names),
                cashE8,
                commission,
                brackets,
                oca,
                notShortable,
                marginPercent,
                mostOrdersPerSide,
                pendingCancel,
                latency);
    }

    /** The same with another price list. */
    public BackendSettings withCommission(Commission other) {
        return new BackendSettings(
                accounts,
                startCashE8,
                other,
                brackets,
                oca,
                notShortable,
                marginPercent,
                mostOrdersPerSide,
                pendingCancel,
                latency);
    }

    /** The same with another way to the exchange. */
    public BackendSettings withLatency(Latency other) {
        return new BackendSettings(
                accounts,
                startCashE8,
                commission,
                brackets,
                oca,
                notShortable,
                marginPercent,
                mostOrdersPerSide,
                pendingCancel,
                other);
    }
}
