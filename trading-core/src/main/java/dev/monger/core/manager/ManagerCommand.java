package dev.monger.core.manager;

import dev.monger.core.model.ClientId;
import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;

/** Something the manager wants done. */
public sealed interface ManagerCommand {

    /** Tell a ticker's desired state. */
    record TellAssignment(Ticker ticker) implements ManagerCommand {}

    /** Tell a ticker's lease. */
    record TellLease(Ticker ticker, ClientId clientId, long epoch) implements ManagerCommand {}

    /** Tell the fleet what to do. */
    record TellOrder(FleetOrder order) implements ManagerCommand {}

    /** Tell how a command ended for a target that cannot speak for itself. */
    record TellPart(CommandId id, String target, Part part) implements ManagerCommand {}

    /** Start a ticker's process. */
    record Launch(Ticker ticker, ClientId clientId, long epoch) implements ManagerCommand {}

    /** End a ticker's process, gently. */
    record End(Ticker ticker, String reason) implements ManagerCommand {}

    /** Tell a person. */
    record RaiseAlarm(String code, String subject, String text) implements ManagerCommand {}

    /** Be woken at this time of the monotonic clock. */
    record WakeAt(long monotonicNanos) implements ManagerCommand {}
}
