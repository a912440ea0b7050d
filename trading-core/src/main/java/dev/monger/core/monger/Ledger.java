package dev.monger.core.monger;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The position and the profit, from executions alone.
 *
 * <p>Each execution family counts once, with its highest revision, whatever else was told in
 * whatever order. Commissions wait for their execution or follow it.
 *
 * @param baseline what the account held when the ticker was adopted; null until that is fixed
 * @param entries by family
 * @param commissions by family
 * @param measure by which they are counted
 * @param tally what the entries come to
 * @param broker what the broker says beside it
 * @param bookedNanos when something was last booked, monotonic
 */
public record Ledger(
        @Nullable Quantity baseline,
        Table<String, LedgerEntry> entries,
        Table<String, Commission> commissions,
        Tally.Measure measure,
        Tally tally,
        BrokerView broker,
        long bookedNanos) {

    /** A commission of one execution, in the revision it was told for. */
    public record Commission(
            ExecId execId,
            long revision,
            Money amount,
            @Nullable Money brokerRealized,
            boolean told) {

        Commission asTold() {
            return new Commission(execId, revision, amount, brokerRealized, true);
        }
    }

    static final Ledger EMPTY =
            new Ledger(
                    null,
                    Table.empty(),
                    Table.empty(),
                    new Tally.Measure(Long.MIN_VALUE, 0, List.of()),
                    Tally.NOTHING,
                    new BrokerView.NotTold(),
                    Long.MIN_VALUE / 2);

    /** Returns since when realised profit counts as today's, exchange time. */
    public long dayStartNanos() {
        return measure.dayStartNanos();
    }

    /** Returns how many of our orders have filled, whole or in part, since a moment. */
    public int filledOrdersSince(long exchangeNanos) {
        SortedSet<String> filled = new TreeSet<>();
        for (LedgerEntry entry : entries.values()) {
            if (entry.ref() != null && entry.exchangeNanos() >= exchangeNanos) {
                filled.add(entry.ref().value());
            }
        }
        return filled.size();
    }

    /** Returns our own share, signed. */
    public Quantity own() {
        return tally.own();
    }

    /** Returns of what the position is made. */
    public MongerFact.Shares shares() {
        return new MongerFact.Shares(
                baseline == null ? Quantity.ZERO : baseline,
                tally.own(),
                tally.manual(),
                tally.adjustments());
    }

    /** Returns what the broker says; null while it has not. */
    public @Nullable Quantity net() {
        return switch (broker) {
            case BrokerView.NotTold _ -> null;
            case BrokerView.Agrees agrees -> agrees.net();
            case BrokerView.Differs differs -> differs.net();
        };
    }

    /** Tells whether a difference has stood long enough to be believed. */
    public boolean unexplained(long monotonicNanos) {
        return broker instanceof BrokerView.Differs differs
                && monotonicNanos - differs.sinceNanos() >= Timing.SETTLE_NANOS;
    }

    /** Returns how much the broker holds on the side of our own share. */
    public Quantity netOnOwnSide() {
        Quantity net = net();
        if (net == null || own().signum() * net.signum() <= 0) {
            return Quantity.ZERO;
        }
        return net.absolute();
    }

    /**
     * Returns the most that a new or larger exit may be for: never more than our share, never more
     * than the broker holds on that side, nothing while the broker has not said.
     */
    public Quantity closable() {
        return own().absolute().min(netOnOwnSide());
    }

    /**
     * Returns what of our share can really be left, without a sign: where people hold the other
     * side, or a difference has stood long enough to be believed, no more than the broker holds on
     * our side.
     */
    public Quantity effectiveOwn(long monotonicNanos) {
        return switch (broker) {
            case BrokerView.NotTold _ -> own().absolute();
            case BrokerView.Agrees _ -> closable();
            case BrokerView.Differs _ ->
                    unexplained(monotonicNanos) ? closable() : own().absolute();
        };
    }

    /** Returns the side on which our own share is left; null without one. */
    public @Nullable Side exitSide() {
        return own().isZero() ? null : Side.building(own()).opposite();
    }

    /** Returns the sum of our executions of one order. */
    public Quantity filledOf(OrderRef ref) {
        Quantity sum = Quantity.ZERO;
        for (LedgerEntry entry : entries.values()) {
            if (ref.equals(entry.ref())) {
                sum = sum.plus(entry.change().absolute());
            }
        }
        return sum;
    }

    /** Returns all commissions that belong to a booked execution of ours. */
    public Money commissionsSince(long exchangeNanos) {
        Money sum = Money.ZERO;
        for (LedgerEntry entry : entries.values()) {
            if (entry.exchangeNanos() >= exchangeNanos) {
                Commission commission = commissions.get(entry.family());
                sum = commission == null ? sum : sum.plus(commission.amount());
            }
        }
        return sum;
    }

    Ledger booked(LedgerEntry entry, long monotonicNanos) {
        return new Ledger(
                        baseline,
                        entries.with(entry.family(), entry),
                        commissions,
                        measure,
                        tally,
                        broker,
                        monotonicNanos)
                .counted(monotonicNanos);
    }

    Ledger withCommission(String family, Commission commission) {
        return new Ledger(
                baseline,
                entries,
                commissions.with(family, commission),
                measure,
                tally,
                broker,
                bookedNanos);
    }

    Ledger withBaseline(Quantity value, long monotonicNanos) {
        return new Ledger(value, entries, commissions, measure, tally, broker, bookedNanos)
                .counted(monotonicNanos);
    }

    Ledger withNet(Quantity net, long monotonicNanos) {
        BrokerView view = BrokerView.compare(broker, net, shares().expected(), monotonicNanos);
        return new Ledger(baseline, entries, commissions, measure, tally, view, bookedNanos);
    }

    Ledger withNothingTold() {
        BrokerView view = new BrokerView.NotTold();
        return new Ledger(baseline, entries, commissions, measure, tally, view, bookedNanos);
    }

    /** The monotonic clock has another origin in a new process. */
    Ledger restarted(long monotonicNanos) {
        BrokerView view = new BrokerView.NotTold();
        return new Ledger(baseline, entries, commissions, measure, tally, view, monotonicNanos);
    }

    Ledger measuredBy(Tally.Measure value, long monotonicNanos) {
        return new Ledger(baseline, entries, commissions, value, tally, broker, bookedNanos)
                .counted(monotonicNanos);
    }

    private Ledger counted(long monotonicNanos) {
        Ledger counted =
                new Ledger(
                        baseline,
                        entries,
                        commissions,
                        measure,
                        Tally.of(entries.values(), measure),
                        broker,
                        bookedNanos);
        Quantity net = counted.net();
        return net == null ? counted : counted.withNet(net, monotonicNanos);
    }
}
