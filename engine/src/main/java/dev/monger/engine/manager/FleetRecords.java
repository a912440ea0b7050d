package dev.monger.engine.manager;

import dev.monger.core.manager.FleetOrder;
import dev.monger.core.manager.ManagerCommand;
import dev.monger.core.manager.Part;
import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.Stamp;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Lease;
import dev.monger.schemas.TickerStatus;
import dev.monger.schemas.Topics;
import java.util.List;

/** Between the manager's words and the records of the fleet's topics. */
final class FleetRecords {

    private FleetRecords() {}

    static Lease lease(ManagerCommand.TellLease tell, ManagerSettings settings, Stamp stamp) {
        return Lease.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setTicker(tell.ticker().value())
                .setAccount(settings.account())
                .setGatewayHost(settings.gatewayHost())
                .setGatewayPort(settings.gatewayPort())
                .setClientId(tell.clientId().value())
                .setMessagesPerSecond(settings.messagesPerSecond())
                .setEpoch(tell.epoch())
                .setRevoked(false)
                .build();
    }

    static FleetCommand command(FleetOrder order, Now now, Stamp stamp) {
        long left = order.deadlineNanos() - now.monotonicNanos();
        return FleetCommand.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setId(order.id().value())
                .setTicker(order.target())
                .setKind(kind(order.kind()))
                .setIssuer(order.issuer())
                .setReason(order.reason())
                .setIssuedAt(Amounts.instant(now.wallNanos()))
                .setDeadline(Amounts.instant(now.wallNanos() + left))
                .setBreach(order.breach())
                .build();
    }

    /** Reads a command that a person gave. */
    static FleetOrder order(FleetCommand command, Now now) {
        long left = Amounts.nanos(command.getDeadline()) - now.wallNanos();
        String ticker = command.getTicker();
        return new FleetOrder(
                new CommandId(command.getId()),
                ticker.equals(Topics.ALL_TICKERS) ? null : new Ticker(ticker),
                kind(command.getKind()),
                command.getIssuer(),
                command.getReason(),
                command.getBreach(),
                now.monotonicNanos() + left);
    }

    static CommandResult result(ManagerCommand.TellPart tell, Stamp stamp) {
        CommandResult.Builder result =
                CommandResult.newBuilder()
                        .setSequence(stamp.sequence())
                        .setOccurredAt(stamp.occurredAt())
                        .setRecordedAt(stamp.recordedAt())
                        .setLeaseEpoch(stamp.leaseEpoch())
                        .setCommandId(tell.id().value())
                        .setTicker(tell.target())
                        .setResidualOrders(List.of());
        return switch (tell.part()) {
            case Part.Sent _ -> result.setOutcome(CommandOutcome.PROGRESS).setText("sent").build();
            case Part.Accepted accepted ->
                    result.setOutcome(CommandOutcome.ACCEPTED).setText(accepted.text()).build();
            case Part.Done done ->
                    result.setOutcome(CommandOutcome.DONE)
                            .setText("done")
                            .setProof(done.proof())
                            .build();
            case Part.Failed failed ->
                    result.setOutcome(CommandOutcome.FAILED).setText(failed.residual()).build();
        };
    }

    /** Reads how far a target has come. */
    static Part part(CommandResult result) {
        return switch (result.getOutcome()) {
            case UNKNOWN, ACCEPTED, PROGRESS -> new Part.Accepted(result.getText());
            case DONE ->
                    new Part.Done(result.getProof() == null ? result.getText() : result.getProof());
            case FAILED -> new Part.Failed(residual(result));
        };
    }

    private static String residual(CommandResult result) {
        String position =
                result.getResidualPosition() == null
                        ? ""
                        : "; own position left "
                                + result.getResidualPosition().stripTrailingZeros().toPlainString();
        String orders =
                result.getResidualOrders().isEmpty()
                        ? ""
                        : "; working orders left " + result.getResidualOrders();
        return result.getText() + position + orders;
    }

    /** Says in a sentence what a ticker holds. */
    static String position(TickerStatus status) {
        return "own position "
                + status.getOwnPosition().stripTrailingZeros().toPlainString()
                + ", working orders "
                + status.getWorkingOrders()
                + ", "
                + status.getLifeCycle();
    }

    private static CommandKind kind(FleetOrder.Kind kind) {
        return switch (kind) {
            case START -> CommandKind.START;
            case PAUSE -> CommandKind.PAUSE;
            case RESUME -> CommandKind.RESUME;
            case REDUCE_ONLY -> CommandKind.REDUCE_ONLY;
            case FLATTEN -> CommandKind.FLATTEN;
            case STOP -> CommandKind.STOP;
            case RESET -> CommandKind.RESET;
        };
    }

    private static FleetOrder.Kind kind(CommandKind kind) {
        return switch (kind) {
            case START -> FleetOrder.Kind.START;
            case PAUSE -> FleetOrder.Kind.PAUSE;
            case RESUME -> FleetOrder.Kind.RESUME;
            case REDUCE_ONLY -> FleetOrder.Kind.REDUCE_ONLY;
            case FLATTEN -> FleetOrder.Kind.FLATTEN;
            case STOP -> FleetOrder.Kind.STOP;
            case RESET -> FleetOrder.Kind.RESET;
            // What a deployment does to one process by SIGTERM is nothing to order of the fleet.
            case STOP_KEEP, UNKNOWN ->
                    throw new IllegalArgumentException(
                            "Condition failed: a kind of command that the fleet takes");
        };
    }
}
