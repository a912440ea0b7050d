package dev.monger.simulator.fault;

import dev.monger.simulator.venue.SeededRandom;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** Decides, from a seed, which messages suffer from which fault. */
public final class FaultPlan {
    private final SeededRandom random;
    private final List<Active> active = new ArrayList<>();

    /** What becomes of a client's message. */
    public enum Fate {
        /** It is handled. */
        HANDLED,
        /** It is lost and nobody says so. */
        SWALLOWED,
        /** The connection drops and it is lost. */
        DROPPED_BEFORE,
        /** It is handled, and the connection drops before the answer leaves. */
        DROPPED_AFTER
    }

    /** Takes messages that are to leave later. */
    @FunctionalInterface
    public interface Later {
        /** Sends the message when the delay has passed. */
        void send(long delayNanos, ServerMessage message);
    }

    /** A plan without faults. */
    public FaultPlan(long seed) {
        this.random = new SeededRandom(seed, "faults");
    }

    /** Switches a fault on, in place of an earlier one of its kind. */
    public void add(FaultSpec spec) {
        remove(spec.kind());
        active.add(new Active(spec));
    }

    /** Switches a fault off. */
    public void remove(FaultKind kind) {
        active.removeIf(one -> one.spec.kind() == kind);
    }

    /** What is switched on and not used up. */
    public List<FaultSpec> specs() {
        return active.stream().map(one -> one.spec).toList();
    }

    /** What becomes of a message from a client. */
    public Fate fate(ClientMessage message) {
        if (!(message instanceof OrderRequest.PlaceOrder)) {
            return Fate.HANDLED;
        }
        if (strikes(FaultKind.SWALLOWED_ORDER)) {
            return Fate.SWALLOWED;
        }
        if (strikes(FaultKind.DROP_BEFORE_ORDER)) {
            return Fate.DROPPED_BEFORE;
        }
        return strikes(FaultKind.DROP_AFTER_ORDER) ? Fate.DROPPED_AFTER : Fate.HANDLED;
    }

    /** What becomes of the messages of one moment on their way to a client. */
    public List<ServerMessage> told(List<ServerMessage> batch, Later later) {
        if (active.isEmpty() || batch.isEmpty()) {
            return batch;
        }
        List<ServerMessage> told = withoutStatusOfFills(batch);
        told = executionsFirst(told);
        told = commissionsLate(told, later);
        return statusTwice(told);
    }

    private List<ServerMessage> withoutStatusOfFills(List<ServerMessage> batch) {
        boolean filledAtOnce =
                batch.stream().anyMatch(OrderMessage.ExecDetails.class::isInstance)
                        && batch.stream().anyMatch(FaultPlan::isFilledStatus);
        if (!filledAtOnce || !strikes(FaultKind.MISSING_STATUS)) {
            return batch;
        }
        return batch.stream().filter(message -> !isFilledStatus(message)).toList();
    }

    private List<ServerMessage> executionsFirst(List<ServerMessage> batch) {
        boolean both =
                batch.stream().anyMatch(FaultPlan::isLiveExecution)
                        && batch.stream().anyMatch(OrderMessage.OpenOrder.class::isInstance);
        if (!both || !strikes(FaultKind.EXECUTION_FIRST)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        batch.stream().filter(FaultPlan::isLiveExecution).forEach(told::add);
        batch.stream().filter(message -> !isLiveExecution(message)).forEach(told::add);
        return told;
    }

    private List<ServerMessage> commissionsLate(List<ServerMessage> batch, Later later) {
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            long delay = delayOf(FaultKind.LATE_COMMISSION);
            if (message instanceof OrderMessage.CommissionReport
                    && strikes(FaultKind.LATE_COMMISSION)) {
                later.send(delay, message);
            } else {
                told.add(message);
            }
        }
        return told;
    }

    private List<ServerMessage> statusTwice(List<ServerMessage> batch) {
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            told.add(message);
            if (message instanceof OrderMessage.OrderStatus
                    && strikes(FaultKind.DUPLICATE_STATUS)) {
                told.add(message);
            }
        }
        return told;
    }

    private static boolean isFilledStatus(ServerMessage message) {
        return message instanceof OrderMessage.OrderStatus status
                && status.status().equals("Filled");
    }

    private static boolean isLiveExecution(ServerMessage message) {
        return message instanceof OrderMessage.ExecDetails details && details.requestId() == -1;
    }

    private long delayOf(FaultKind kind) {
        for (Active one : active) {
            if (one.spec.kind() == kind) {
                return one.spec.delayNanos();
            }
        }
        return 0;
    }

    private boolean strikes(FaultKind kind) {
        for (Active one : active) {
            if (one.spec.kind() == kind && random.chance(one.spec.perThousand())) {
                one.left--;
                active.removeIf(used -> used.left == 0);
                return true;
            }
        }
        return false;
    }

    private static final class Active {
        private final FaultSpec spec;
        private int left;

        Active(FaultSpec spec) {
            this.spec = spec;
            this.left = spec.mostTimes();
        }
    }
}
