package dev.monger.engine.avro;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.CommandId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.AccountEvent;
import dev.monger.core.monger.Execution;
import dev.monger.core.monger.MongerEvent;
import dev.monger.core.monger.SessionEvent;
import dev.monger.engine.Now;
import dev.monger.schemas.Assignment;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Lease;
import dev.monger.schemas.ManualOrder;
import dev.monger.schemas.OrderSide;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Signal;
import dev.monger.schemas.Topics;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns the records a monger reads into the core's events. */
public final class RecordEvents {

    private final String ticker;
    private final String account;

    /** Reads for one ticker and account. */
    public RecordEvents(String ticker, String account) {
        this.ticker = ticker;
        this.account = account;
    }

    /** Returns what a record means; records of other tickers and accounts mean nothing. */
    public Heard heard(SpecificRecord value, Now now) {
        try {
            return new Heard.Events(events(value, now));
        } catch (IllegalArgumentException refused) {
            return new Heard.Malformed(value.getSchema().getName() + ": " + refused.getMessage());
        }
    }

    private List<MongerEvent> events(SpecificRecord value, Now now) {
        return switch (value) {
            case Assignment assignment -> assignment(assignment);
            case Lease lease -> lease(lease);
            case FleetCommand command -> command(command, now);
            case RiskState risk -> risk(risk);
            case ManualOrder manual -> manual(manual);
            case Signal signal -> signal(signal);
            default ->
                    throw new IllegalArgumentException(
                            "Condition failed: a record of a topic that mongers read");
        };
    }

    private List<MongerEvent> assignment(Assignment assignment) {
        if (!assignment.getTicker().equals(ticker)) {
            return List.of();
        }
        if (!assignment.getEnabled()) {
            return List.of(new SessionEvent.AssignmentWithdrawn());
        }
        return switch (AssignmentRecords.read(assignment)) {
            case AssignmentFields.Outcome.Read read ->
                    List.of(new SessionEvent.AssignmentReceived(read.assignment()));
            case AssignmentFields.Outcome.Refused refused ->
                    throw new IllegalArgumentException(refused.problems().toString());
        };
    }

    private List<MongerEvent> lease(Lease lease) {
        if (!lease.getTicker().equals(ticker)) {
            return List.of();
        }
        return List.of(
                new SessionEvent.LeaseReceived(
                        new LeaseEpoch(lease.getEpoch()), new ClientId(lease.getClientId())));
    }

    private List<MongerEvent> command(FleetCommand command, Now now) {
        boolean ours =
                command.getTicker().equals(ticker)
                        || command.getTicker().equals(Topics.ALL_TICKERS);
        return ours ? List.of(fleetCommand(command, now)) : List.of();
    }

    /** Returns the event of a command that is for this ticker, however it came. */
    public static MongerEvent fleetCommand(FleetCommand command, Now now) {
        long left = Amounts.nanos(command.getDeadline()) - now.wallNanos();
        return new MongerEvent.FleetCommandReceived(
                new CommandId(command.getId()),
                kind(command),
                now.monotonicNanos() + left,
                command.getIssuer(),
                command.getReason(),
                command.getBreach());
    }

    private static MongerEvent.CommandKind kind(FleetCommand command) {
        return switch (command.getKind()) {
            case START -> MongerEvent.CommandKind.START;
            case PAUSE -> MongerEvent.CommandKind.PAUSE;
            case RESUME -> MongerEvent.CommandKind.RESUME;
            case REDUCE_ONLY -> MongerEvent.CommandKind.REDUCE_ONLY;
            case FLATTEN -> MongerEvent.CommandKind.FLATTEN;
            case STOP -> MongerEvent.CommandKind.STOP;
            case RESET -> MongerEvent.CommandKind.RESET;
            case STOP_KEEP -> MongerEvent.CommandKind.STOP_KEEP;
            case UNKNOWN ->
                    throw new IllegalArgumentException(
                            "Condition failed: a kind of command this version knows");
        };
    }

    private List<MongerEvent> risk(RiskState risk) {
        if (!risk.getAccount().equals(account)) {
            return List.of();
        }
        MongerEvent.Permit permit =
                switch (risk.getLevel()) {
                    case CLEAR, WARNING -> new MongerEvent.Permit.Clear();
                    case BREACHED ->
                            new MongerEvent.Permit.Breached(
                                    risk.getBreach() == null ? "account" : risk.getBreach(),
                                    String.join("; ", risk.getWarnings()));
                    case UNKNOWN -> null;
                };
        return permit == null ? List.of() : List.of(new MongerEvent.PermitHeard(permit));
    }

    private List<MongerEvent> manual(ManualOrder manual) {
        if (!ticker.equals(manual.getTicker()) || !manual.getAccount().equals(account)) {
            return List.of();
        }
        return switch (manual.getKind()) {
            case FILL -> List.of(new AccountEvent.ManualFillReported(manualFill(manual)));
            case ORDER, CHANGE, CANCEL -> List.of(manualOrder(manual));
            case COMMISSION, INTERVENTION, UNKNOWN -> List.of();
        };
    }

    private static MongerEvent manualOrder(ManualOrder manual) {
        Quantity remaining = new Quantity(required(manual.getRemaining(), "remaining"));
        return new AccountEvent.ManualOrderReported(
                new PermId(manual.getPermId()),
                side(manual.getSide()),
                remaining,
                remaining.signum() > 0 && !"CANCEL".equals(manual.getKind().name()),
                manual.getText());
    }

    private static Execution manualFill(ManualOrder manual) {
        String execId = manual.getExecId();
        if (execId == null) {
            throw new IllegalArgumentException("Condition failed: a fill names its execId");
        }
        return new Execution(
                new ExecId(execId),
                manual.getPermId() == 0 ? null : new PermId(manual.getPermId()),
                null,
                new ConId(manual.getConId()),
                new AccountId(manual.getAccount()),
                side(manual.getSide()),
                new Quantity(required(manual.getShares(), "shares")),
                new Price(required(manual.getPrice(), "price")),
                Amounts.nanos(manual.getOccurredAt()));
    }

    private static long required(@Nullable BigDecimal value, String field) {
        Long units = Amounts.units(value);
        if (units == null) {
            throw new IllegalArgumentException("Condition failed: " + field + " is given");
        }
        return units;
    }

    private static Side side(OrderSide side) {
        return switch (side) {
            case BUY -> Side.BUY;
            case SELL -> Side.SELL;
            case UNKNOWN ->
                    throw new IllegalArgumentException("Condition failed: a side is BUY or SELL");
        };
    }

    private List<MongerEvent> signal(Signal signal) {
        if (!signal.getTicker().equals(ticker)) {
            return List.of();
        }
        return switch (signal.getDirection()) {
            case UP, DOWN -> List.of(prediction(signal));
            case FLAT, UNKNOWN -> List.of();
        };
    }

    private static MongerEvent prediction(Signal signal) {
        long confidence = required(signal.getConfidence(), "confidence") / 100;
        if (confidence < 0 || confidence > 1_000_000) {
            throw new IllegalArgumentException(
                    "Condition failed: a confidence of 0 to 1, not " + signal.getConfidence());
        }
        return new MongerEvent.PredictionArrived(
                signal.getSource() + "/" + signal.getModelVersion(),
                signal.getDirection() == dev.monger.schemas.Direction.UP,
                (int) confidence,
                signal.getHorizonMillis() * 1_000_000,
                Amounts.nanos(signal.getLastInputAt()));
    }
}
