package dev.monger.simulator.fault;

import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What goes wrong when orders are told: statuses missing, wrong, twice; codes that mean nothing.
 */
final class OrderTelling implements Telling {
    private static final int CANCELLED = 202;
    private static final int FIRST_UNKNOWN_CODE = 29_000;
    private static final List<String> ENDED =
            List.of("Filled", "Cancelled", "ApiCancelled", "Inactive");

    private final Hearing hearing;
    private final Set<Long> inactive;
    private final Set<Integer> mutedCancels = new TreeSet<>();

    OrderTelling(Hearing hearing, Set<Long> inactive) {
        this.hearing = hearing;
        this.inactive = inactive;
    }

    @Override
    public List<ServerMessage> told(List<ServerMessage> batch) {
        if (batch.stream().noneMatch(OrderTelling::concernsOrders)) {
            return batch;
        }
        List<ServerMessage> told = withoutMutedCancels(batch);
        told = withoutStatusOfFills(told);
        told = cancelledWithoutStatus(told);
        told = staleLast(told);
        told = heldAsInactive(told);
        told = withUnknownStatus(told);
        told = withCodes(told);
        return statusAgain(told);
    }

    private static boolean concernsOrders(ServerMessage message) {
        return message instanceof OrderMessage || message instanceof SessionMessage.ErrorMessage;
    }

    /** Nothing that confirms a cancel of this order is told, until the order has ended. */
    void muteCancel(int orderId) {
        mutedCancels.add(orderId);
    }

    private List<ServerMessage> withoutMutedCancels(List<ServerMessage> batch) {
        if (mutedCancels.isEmpty()) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>(batch);
        for (int orderId : List.copyOf(mutedCancels)) {
            told.removeIf(message -> confirmsCancel(message, orderId));
            // With a way to the exchange PendingCancel and Cancelled are moments apart.
            if (batch.stream().anyMatch(message -> ends(message, orderId))) {
                mutedCancels.remove(orderId);
            }
        }
        return told;
    }

    private static boolean confirmsCancel(ServerMessage message, int orderId) {
        return switch (message) {
            case OrderMessage.OrderStatus status ->
                    status.orderId() == orderId
                            && List.of("PendingCancel", "Cancelled", "ApiCancelled")
                                    .contains(status.status());
            case SessionMessage.ErrorMessage error ->
                    error.id() == orderId && error.code() == CANCELLED;
            default -> false;
        };
    }

    private static boolean ends(ServerMessage message, int orderId) {
        return switch (message) {
            case OrderMessage.OrderStatus status ->
                    status.orderId() == orderId && ENDED.contains(status.status());
            case SessionMessage.ErrorMessage error ->
                    error.id() == orderId && error.code() == CANCELLED;
            default -> false;
        };
    }

    private List<ServerMessage> withoutStatusOfFills(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.MISSING_STATUS)) {
            return batch;
        }
        Set<Long> filled = new TreeSet<>();
        for (ServerMessage message : batch) {
            if (message instanceof OrderMessage.ExecDetails details && details.requestId() == -1) {
                filled.add(details.execution().permId());
            }
        }
        filled.removeIf(permId -> batch.stream().noneMatch(message -> isFilled(message, permId)));
        List<ServerMessage> told = new ArrayList<>(batch);
        for (long permId : filled) {
            Fault fault = hearing.strike(FaultKind.MISSING_STATUS);
            if (fault != null) {
                boolean all = fault.has("which", "all");
                told.removeIf(message ->
                        message instanceof OrderMessage.OrderStatus status
                                && status.permId() == permId
                                && (all || status.status().equals("Filled")));
            }
        }
        return told;
    }

    private static boolean isFilled(ServerMessage message, long permId) {
        return message instanceof OrderMessage.OrderStatus status
                && status.permId() == permId
                && status.status().equals("Filled");
    }

    private List<ServerMessage> cancelledWithoutStatus(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.CANCEL_WITHOUT_STATUS)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>(batch);
        for (ServerMessage message : batch) {
            if (message instanceof SessionMessage.ErrorMessage error
                    && error.code() == CANCELLED
                    && hearing.strikes(FaultKind.CANCEL_WITHOUT_STATUS)) {
                told.removeIf(other ->
                        other instanceof OrderMessage.OrderStatus status
                                && status.orderId() == error.id()
                                && status.status().endsWith("Cancelled"));
            }
        }
        return told;
    }

    /** Of two orders under one id the older one ends a list; there are two only by M7. */
    private static List<ServerMessage> staleLast(List<ServerMessage> batch) {
        int end = batch.indexOf(new OrderMessage.OpenOrderEnd());
        if (end < 0) {
            return batch;
        }
        List<ServerMessage> stale = new ArrayList<>();
        for (ServerMessage message : batch.subList(0, end)) {
            long permId = permId(message);
            int orderId = orderId(message);
            boolean newer =
                    batch.subList(0, end).stream()
                            .anyMatch(other ->
                                    other instanceof OrderMessage.OpenOrder open
                                            && orderId != 0
                                            && open.orderId() == orderId
                                            && clientId(message) == open.clientId()
                                            && open.permId() > permId);
            if (permId != 0 && newer) {
                stale.add(message);
            }
        }
        if (stale.isEmpty()) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>(batch);
        told.removeAll(stale);
        told.addAll(told.indexOf(new OrderMessage.OpenOrderEnd()), stale);
        return told;
    }

    private static long permId(ServerMessage message) {
        return switch (message) {
            case OrderMessage.OpenOrder open -> open.permId();
            case OrderMessage.OrderStatus status -> status.permId();
            default -> 0;
        };
    }

    private static int orderId(ServerMessage message) {
        return switch (message) {
            case OrderMessage.OpenOrder open -> open.orderId();
            case OrderMessage.OrderStatus status -> status.orderId();
            default -> 0;
        };
    }

    private static int clientId(ServerMessage message) {
        return switch (message) {
            case OrderMessage.OpenOrder open -> open.clientId();
            case OrderMessage.OrderStatus status -> status.clientId();
            default -> -1;
        };
    }

    /** Orders held for locate are shown as Inactive when a fault holds them. */
    private List<ServerMessage> heldAsInactive(List<ServerMessage> batch) {
        if (inactive.isEmpty()) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            boolean held = inactive.contains(permId(message));
            if (held
                    && message instanceof OrderMessage.OrderStatus status
                    && status.status().equals("PreSubmitted")) {
                told.add(withStatus(status, "Inactive"));
            } else if (held
                    && message instanceof OrderMessage.OpenOrder open
                    && open.state().status().equals("PreSubmitted")) {
                told.add(
                        new OrderMessage.OpenOrder(
                                open.orderId(),
                                open.clientId(),
                                open.permId(),
                                open.contract(),
                                open.order(),
                                open.state().withStatus("Inactive")));
            } else {
                told.add(message);
            }
        }
        return told;
    }

    private List<ServerMessage> withUnknownStatus(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.UNKNOWN_STATUS)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            Fault fault =
                    message instanceof OrderMessage.OrderStatus
                            ? hearing.strike(FaultKind.UNKNOWN_STATUS)
                            : null;
            if (fault != null && message instanceof OrderMessage.OrderStatus status) {
                told.add(withStatus(status, "WarnState7"));
            }
            if (fault == null || fault.has("follows", "yes")) {
                told.add(message);
            }
        }
        return told;
    }

    static OrderMessage.OrderStatus withStatus(OrderMessage.OrderStatus status, String other) {
        return new OrderMessage.OrderStatus(
                status.orderId(),
                other,
                status.filledE8(),
                status.remainingE8(),
                status.averageFillPriceE8(),
                status.permId(),
                status.parentId(),
                status.lastFillPriceE8(),
                status.clientId(),
                status.whyHeld(),
                status.marketCapPriceE8());
    }

    private List<ServerMessage> withCodes(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.INFO_CODE) && !hearing.isOn(FaultKind.UNKNOWN_CODE)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            told.add(message);
            if (message instanceof OrderMessage.OrderStatus status
                    && !ENDED.contains(status.status())
                    && status.clientId() == hearing.clientId()) {
                Fault info = hearing.strike(FaultKind.INFO_CODE);
                if (info != null) {
                    told.add(information(status.orderId(), info.text("code")));
                }
                Fault unknown = hearing.strike(FaultKind.UNKNOWN_CODE);
                if (unknown != null) {
                    told.add(nobodyKnows(status.orderId(), unknown));
                }
            }
        }
        return told;
    }

    private SessionMessage.ErrorMessage information(int orderId, String code) {
        String text =
                switch (code) {
                    case "399" ->
                            "Order Message:\nWarning: your order will not be placed at the exchange until the market opens.";
                    case "404" ->
                            "Shares for this order are not immediately available for short sale. The order will be held while we attempt to locate the shares.";
                    case "10349" -> "Order TIF was set to DAY based on order preset.";
                    default ->
                            "Outside Regular Trading Hours attribute ignored based on the order type and destination.";
                };
        return hearing.error(orderId, Integer.parseInt(code), text);
    }

    private SessionMessage.ErrorMessage nobodyKnows(int orderId, Fault fault) {
        long given = fault.whole("code");
        long code =
                given != 0
                        ? given
                        : FIRST_UNKNOWN_CODE + hearing.random(FaultKind.UNKNOWN_CODE).below(1000);
        return hearing.error(orderId, (int) code, "Something that no document mentions.");
    }

    private List<ServerMessage> statusAgain(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.DUPLICATE_STATUS)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            told.add(message);
            Fault fault =
                    message instanceof OrderMessage.OrderStatus
                            ? hearing.strike(FaultKind.DUPLICATE_STATUS)
                            : null;
            if (fault != null) {
                for (long copy = 1; copy < fault.whole("copies"); copy++) {
                    told.add(message);
                }
            }
        }
        return told;
    }
}
