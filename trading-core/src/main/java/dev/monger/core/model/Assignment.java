package dev.monger.core.model;

/**
 * All that one monger is told to do: what it trades, how much, on which predictions, and within
 * which limits.
 *
 * @param ticker the name under which it trades, at most 16 characters so that an order reference
 *     fits
 * @param contract what the broker is asked to look up
 * @param account the account that every order carries
 * @param sizing how much
 * @param predictions where predictions come from
 * @param signals on which predictions are acted
 * @param entry how a position is entered
 * @param exit how it is left
 * @param risk what stops the monger
 * @param hours when
 * @param stop what happens to the position at the end
 * @param hands what the orders of people mean
 */
public record Assignment(
        Ticker ticker,
        ContractDescription contract,
        AccountId account,
        Sizing sizing,
        PredictionRules predictions,
        SignalRules signals,
        EntryRules entry,
        ExitRules exit,
        RiskRules risk,
        HoursRules hours,
        StopRules stop,
        HandsRules hands) {

    /** Refuses a ticker that does not fit into an order reference. */
    public Assignment {
        if (ticker.value().length() > 16) {
            throw new IllegalArgumentException(
                    "Condition failed: a ticker of at most 16 characters, not " + ticker);
        }
    }

    /** Starts from defaults for everything that has one. */
    public static Builder builder(Ticker ticker, ContractDescription contract, AccountId account) {
        return new Builder(ticker, contract, account);
    }

    /** Starts from this assignment. */
    public Builder toBuilder() {
        return new Builder(ticker, contract, account)
                .sizing(sizing)
                .predictions(predictions)
                .signals(signals)
                .entry(entry)
                .exit(exit)
                .risk(risk)
                .hours(hours)
                .stop(stop)
                .hands(hands);
    }

    /** Collects the groups of an assignment; those not given keep their defaults. */
    public static final class Builder {
        private final Ticker ticker;
        private final ContractDescription contract;
        private final AccountId account;
        private Sizing sizing = Sizing.DEFAULT;
        private PredictionRules predictions = PredictionRules.DEFAULT;
        private SignalRules signals = SignalRules.DEFAULT;
        private EntryRules entry = EntryRules.DEFAULT;
        private ExitRules exit = ExitRules.DEFAULT;
        private RiskRules risk = RiskRules.DEFAULT;
        private HoursRules hours = HoursRules.DEFAULT;
        private StopRules stop = StopRules.DEFAULT;
        private HandsRules hands = HandsRules.DEFAULT;

        private Builder(Ticker ticker, ContractDescription contract, AccountId account) {
            this.ticker = ticker;
            this.contract = contract;
            this.account = account;
        }

        /** Says how much is traded. */
        public Builder sizing(Sizing value) {
            sizing = value;
            return this;
        }

        /** Says where predictions come from. */
        public Builder predictions(PredictionRules value) {
            predictions = value;
            return this;
        }

        /** Says which predictions are acted on. */
        public Builder signals(SignalRules value) {
            signals = value;
            return this;
        }

        /** Says how a position is entered. */
        public Builder entry(EntryRules value) {
            entry = value;
            return this;
        }

        /** Says how a position is left. */
        public Builder exit(ExitRules value) {
            exit = value;
            return this;
        }

        /** Says what stops the monger. */
        public Builder risk(RiskRules value) {
            risk = value;
            return this;
        }

        /** Says when is traded. */
        public Builder hours(HoursRules value) {
            hours = value;
            return this;
        }

        /** Says what happens to the position at the end. */
        public Builder stop(StopRules value) {
            stop = value;
            return this;
        }

        /** Says what the orders of people mean. */
        public Builder hands(HandsRules value) {
            hands = value;
            return this;
        }

        /** Puts the groups together. */
        public Assignment build() {
            return new Assignment(
                    ticker,
                    contract,
                    account,
                    sizing,
                    predictions,
                    signals,
                    entry,
                    exit,
                    risk,
                    hours,
                    stop,
                    hands);
        }
    }
}
