package dev.monger.core.model;

/**
 * What is made of the orders of people in the same contract and account.
 *
 * @param manualOrders what they mean for us
 */
public record HandsRules(ManualOrders manualOrders) {

    /** People are observed. */
    public static final HandsRules DEFAULT = new HandsRules(ManualOrders.OBSERVE);

    /** What the orders of people mean for us. */
    public enum ManualOrders {
        /** Their fills are theirs; those against our side reduce our own share first. */
        OBSERVE,
        /**
         * As observe; what they buy or sell in the direction of a position that we hold becomes our
         * own share, up to the maximum: our exits cover it, and our rules close it.
         */
        ADOPT,
        /**
         * Their fills change nothing of our own share. Exits are still never larger than what the
         * broker holds.
         */
        IGNORE,
        /** As observe; while an order of theirs works, no entry of ours does. */
        PAUSE
    }
}
