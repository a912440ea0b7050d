package dev.monger.core.monger;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Something the monger wants told: published, in order, none lost. */
public sealed interface MongerFact extends MongerCommand {

    /**
     * A prediction was decided on.
     *
     * @param refusedBy the gate that said no; null when an entry left
     * @param text why, or what left
     * @param entry the entry's reference; null when none left
     */
    record PredictionDecided(
            MongerEvent.PredictionArrived prediction,
            @Nullable EntryGate refusedBy,
            String text,
            @Nullable OrderRef entry)
            implements MongerFact {}

    /**
     * An order of ours stands differently than before.
     *
     * @param state the state's name, for example Working
     * @param text what changed it
     */
    record OrderChanged(
            OrderTicket ticket, @Nullable PermId permId, String state, Quantity filled, String text)
            implements MongerFact {}

    /**
     * An execution was booked, or a later revision replaced it.
     *
     * @param replaces the revision it replaces; null for the first of its family
     * @param ours whether it is of our own orders, or by hand
     */
    record FillBooked(Execution execution, @Nullable ExecId replaces, boolean ours)
            implements MongerFact {}

    /** A commission was booked to an execution. */
    record CommissionBooked(ExecId execId, Money commission, @Nullable Money brokerRealized)
            implements MongerFact {}

    /**
     * The position stands differently than before.
     *
     * @param broker what the broker says; null while it has not
     * @param averagePrice of our own share; zero when there is none
     * @param realized by our own executions since they are booked, before commissions
     */
    record PositionChanged(
            Shares shares,
            @Nullable Quantity broker,
            Price averagePrice,
            Money realized,
            Money commissions)
            implements MongerFact {}

    /**
     * Of what a position is made.
     *
     * @param baseline what the account held when the ticker was adopted
     * @param own by our executions, less what hands and adjustments took of it
     * @param manual by people
     * @param adjustments by moves without an execution
     */
    record Shares(Quantity baseline, Quantity own, Quantity manual, Quantity adjustments) {

        /** Nothing of anything. */
        public static final Shares NONE =
                new Shares(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

        /** Returns what the broker should say. */
        public Quantity expected() {
            return baseline.plus(own).plus(manual).plus(adjustments);
        }
    }

    /**
     * The monger stands differently than before.
     *
     * @param haltedBreach the latched breach; null when none
     */
    record StatusChanged(
            Phase phase,
            @Nullable String haltedBreach,
            boolean linkOpen,
            boolean brokerConnected,
            boolean reconciled,
            int unknownOrders,
            boolean protectedPosition)
            implements MongerFact {}

    /** Where a monger stands in its life; {@code halted} is a latch above it. */
    enum Phase {
        /** No assignment, or no session yet. */
        STARTING,
        /** No link, or the contract is not confirmed. */
        CONNECTING,
        /** Comparing with the broker. */
        RECONCILING,
        /** Entries are possible. */
        TRADING,
        /** No entries, by command or because a person touched an order of ours. */
        PAUSED,
        /** No entries, until resumed. */
        REDUCE_ONLY,
        /** Closing the position. */
        FLATTENING,
        /** Proven flat. */
        FLAT,
        /** Ended; the process may end. */
        STOPPED
    }

    /** A command is under way. */
    record CommandProgressed(CommandId id, String text) implements MongerFact {}

    /** A command has ended as it was meant to; the proof says by what is known. */
    record CommandDone(CommandId id, String proof) implements MongerFact {}

    /**
     * A command has ended otherwise.
     *
     * @param residual own shares left; null when the command was refused
     */
    record CommandFailed(CommandId id, String text, @Nullable Quantity residual)
            implements MongerFact {}

    /** A person changed or cancelled an order of ours. */
    record OperatorIntervened(OrderRef ref, @Nullable PermId permId, String text)
            implements MongerFact {}

    /** A person must know: what happened, what is unknown, what to do. */
    record RaiseAlarm(AlarmCode code, String text) implements MongerFact {}

    /** The cause of an alarm is gone. */
    record ClearAlarm(AlarmCode code) implements MongerFact {}
}
