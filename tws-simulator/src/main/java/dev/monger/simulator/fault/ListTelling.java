package dev.monger.simulator.fault;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** Ends of lists that never come. */
final class ListTelling implements Telling {
    private static final String NONE = "";

    private final Hearing hearing;

    ListTelling(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public List<ServerMessage> told(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.MISSING_END)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            if (!isMissing(listEndedBy(message))) {
                told.add(message);
            }
        }
        return told;
    }

    private boolean isMissing(String list) {
        if (list.equals(NONE)) {
            return false;
        }
        Fault on = hearing.get(FaultKind.MISSING_END);
        boolean meant = on != null && (on.has("list", "any") || on.has("list", list));
        return meant && hearing.strikes(FaultKind.MISSING_END);
    }

    private static String listEndedBy(ServerMessage message) {
        return switch (message) {
            case OrderMessage.OpenOrderEnd _ -> "open-orders";
            case OrderMessage.ExecDetailsEnd _ -> "executions";
            case OrderMessage.CompletedOrdersEnd _ -> "completed-orders";
            case AccountMessage.PositionEnd _ -> "positions";
            case AccountMessage.PositionMultiEnd _ -> "positions";
            case AccountMessage.AccountDownloadEnd _ -> "account";
            case AccountMessage.AccountSummaryEnd _ -> "account";
            case AccountMessage.AccountUpdateMultiEnd _ -> "account";
            default -> NONE;
        };
    }
}
