package dev.monger.engine.avro;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.monger.Execution;
import dev.monger.core.monger.MongerFact;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.engine.Now;
import dev.monger.schemas.Amendment;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.Decision;
import dev.monger.schemas.Direction;
import dev.monger.schemas.Fill;
import dev.monger.schemas.Position;
import dev.monger.schemas.PredictionRecord;
import dev.monger.schemas.Topics;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the core's facts into the records of the topics, each with its place in the sequence. */
public final class FactRecords {

    private final Sequences sequences;
    private final SortedMap<String, Booked> booked = new TreeMap<>();
    private final BrokerDetail detail;
    private final String ticker;
    private final String account;
    private long conId;
    private String currency = "";
    private long epoch;
    private int clientId;

    /** Writes for one ticker and account. */
    public FactRecords(String ticker, String account, Sequences sequences, BrokerDetail detail) {
        this.ticker = ticker;
        this.account = account;
        this.sequences = sequences;
        this.detail = detail;
    }

    private record Booked(Execution execution, boolean ours) {}

    /** A new session writes from now on. */
    public void session(long newEpoch, int newClientId) {
        epoch = newEpoch;
        clientId = newClientId;
    }

    /** The broker has confirmed the contract. */
    public void contract(long newConId, String newCurrency) {
        conId = newConId;
        currency = newCurrency;
    }

    /** Returns the record of a fact; empty for a fact that has no topic of its own. */
    public Optional<Publish> record(MongerFact fact, @Nullable Money unrealized, Now now) {
        return switch (fact) {
            case MongerFact.PredictionDecided decided -> Optional.of(prediction(decided, now));
            case MongerFact.OrderChanged changed -> Optional.of(order(changed, now));
            case MongerFact.FillBooked fill -> Optional.of(fill(fill, now));
            case MongerFact.CommissionBooked commission -> commission(commission, now);
            case MongerFact.PositionChanged position ->
                    Optional.of(position(position, unrealized, now));
            case MongerFact.CommandProgressed progressed -> Optional.of(progress(progressed, now));
            case MongerFact.CommandDone done -> Optional.of(done(done, now));
            case MongerFact.CommandFailed failed -> Optional.of(failed(failed, now));
            case MongerFact.StatusChanged status -> Optional.empty();
            case MongerFact.OperatorIntervened intervened -> Optional.empty();
            case MongerFact.RaiseAlarm alarm -> Optional.empty();
            case MongerFact.ClearAlarm alarm -> Optional.empty();
        };
    }

    private Stamp stamp(String topic, String key, Now now) {
        return Stamp.of(sequences.next(topic, key), now, epoch);
    }

    private TradingRecords trading() {
        return new TradingRecords(
                new TradingRecords.Writer(ticker, account, clientId, conId, currency), detail);
    }

    private Publish prediction(MongerFact.PredictionDecided decided, Now now) {
        Stamp stamp = stamp(Topics.PREDICTIONS.name(), ticker, now);
        var prediction = decided.prediction();
        int slash = prediction.source().lastIndexOf('/');
        PredictionRecord value =
                PredictionRecord.newBuilder()
                        .setSequence(stamp.sequence())
                        .setOccurredAt(stamp.occurredAt())
                        .setRecordedAt(stamp.recordedAt())
                        .setLeaseEpoch(stamp.leaseEpoch())
                        .setTicker(ticker)
                        .setSource(
                                slash < 0
                                        ? prediction.source()
                                        : prediction.source().substring(0, slash))
                        .setModelVersion(slash < 0 ? "" : prediction.source().substring(slash + 1))
                        .setDirection(prediction.bullish() ? Direction.UP : Direction.DOWN)
                        .setConfidence(Amounts.decimal(prediction.confidenceMillionths() * 100L))
                        .setHorizonMillis(prediction.horizonNanos() / 1_000_000)
                        .setLastInputAt(Amounts.instant(prediction.lastInputExchangeNanos()))
                        .setDecision(
                                decided.refusedBy() == null ? Decision.ENTERED : Decision.REFUSED)
                        .setRefusedBy(
                                decided.refusedBy() == null ? null : decided.refusedBy().name())
                        .setOrderRef(decided.entry() == null ? null : decided.entry().value())
                        .build();
        return new Publish(Topics.PREDICTIONS.name(), ticker, value);
    }

    private Publish order(MongerFact.OrderChanged changed, Now now) {
        String topic = Topics.ORDERS.name();
        return new Publish(topic, ticker, trading().order(changed, stamp(topic, ticker, now)));
    }

    private Publish fill(MongerFact.FillBooked fill, Now now) {
        String topic = Topics.FILLS.name();
        booked.put(fill.execution().execId().value(), new Booked(fill.execution(), fill.ours()));
        Amendment amendment = fill.replaces() == null ? Amendment.EXECUTION : Amendment.CORRECTION;
        Fill value =
                trading().fill(fill.execution(), amendment, fill.ours(), stamp(topic, ticker, now));
        return new Publish(topic, ticker, value);
    }

    private Optional<Publish> commission(MongerFact.CommissionBooked commission, Now now) {
        ExecId execId = commission.execId();
        Booked known = booked.get(execId.value());
        if (known == null) {
            return Optional.empty();
        }
        String topic = Topics.FILLS.name();
        Money realized = commission.brokerRealized();
        Fill value =
                trading()
                        .fill(
                                known.execution(),
                                Amendment.COMMISSION,
                                known.ours(),
                                stamp(topic, ticker, now));
        value.setCommission(Amounts.decimal(commission.commission().units()));
        value.setCommissionCurrency(currency.isEmpty() ? null : currency);
        value.setRealizedPnl(realized == null ? null : Amounts.decimal(realized.units()));
        return Optional.of(new Publish(topic, ticker, value));
    }

    private Publish position(
            MongerFact.PositionChanged position, @Nullable Money unrealized, Now now) {
        String topic = Topics.POSITIONS.name();
        Stamp stamp = stamp(topic, ticker, now);
        MongerFact.Shares shares = position.shares();
        Position value =
                Position.newBuilder()
                        .setSequence(stamp.sequence())
                        .setOccurredAt(stamp.occurredAt())
                        .setRecordedAt(stamp.recordedAt())
                        .setLeaseEpoch(stamp.leaseEpoch())
                        .setTicker(ticker)
                        .setAccount(account)
                        .setConId(conId)
                        .setBaseline(Amounts.decimal(shares.baseline().units()))
                        .setOwn(Amounts.decimal(shares.own().units()))
                        .setManual(Amounts.decimal(shares.manual().units()))
                        .setAdjustments(Amounts.decimal(shares.adjustments().units()))
                        .setAveragePrice(
                                shares.own().isZero()
                                        ? null
                                        : Amounts.decimal(position.averagePrice().units()))
                        .setRealizedPnl(
                                Amounts.decimal(
                                        position.realized().minus(position.commissions()).units()))
                        .setUnrealizedPnl(
                                unrealized == null ? null : Amounts.decimal(unrealized.units()))
                        .setCommissions(Amounts.decimal(position.commissions().units()))
                        .setBrokerPosition(
                                position.broker() == null
                                        ? null
                                        : Amounts.decimal(position.broker().units()))
                        .setReconciled(shares.expected().equals(position.broker()))
                        .build();
        return new Publish(topic, ticker, value);
    }

    private CommandResult.Builder result(String commandId, CommandOutcome outcome, Now now) {
        Stamp stamp = stamp(Topics.COMMAND_RESULTS.name(), commandId, now);
        return CommandResult.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setCommandId(commandId)
                .setTicker(ticker)
                .setOutcome(outcome)
                .setResidualOrders(List.of());
    }

    private Publish progress(MongerFact.CommandProgressed progressed, Now now) {
        String id = progressed.id().value();
        CommandResult value =
                result(id, CommandOutcome.PROGRESS, now).setText(progressed.text()).build();
        return new Publish(Topics.COMMAND_RESULTS.name(), id, value);
    }

    private Publish done(MongerFact.CommandDone done, Now now) {
        String id = done.id().value();
        CommandResult value =
                result(id, CommandOutcome.DONE, now)
                        .setText(done.proof())
                        .setProof(done.proof())
                        .build();
        return new Publish(Topics.COMMAND_RESULTS.name(), id, value);
    }

    private Publish failed(MongerFact.CommandFailed failed, Now now) {
        String id = failed.id().value();
        var residual = failed.residual();
        CommandResult value =
                result(id, CommandOutcome.FAILED, now)
                        .setText(failed.text())
                        .setResidualPosition(
                                residual == null ? null : Amounts.decimal(residual.units()))
                        .build();
        return new Publish(Topics.COMMAND_RESULTS.name(), id, value);
    }
}
