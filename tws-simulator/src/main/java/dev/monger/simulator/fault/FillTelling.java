package dev.monger.simulator.fault;

import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong when fills are told: order, time, commissions, zones, a lost link between. */
final class FillTelling implements Telling {
    private final Hearing hearing;

    /** Fills, and what was told behind them, that stay away after 1100. */
    private final List<ServerMessage> keptBack = new ArrayList<>();

    FillTelling(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public List<ServerMessage> told(List<ServerMessage> batch) {
        List<ServerMessage> told = batch;
        if (batch.stream().anyMatch(FillTelling::concernsFills)) {
            told = executionsFirst(told);
            told = inUnknownZone(told);
            told = commissionsFirst(told);
            told = commissionsUnset(told);
            told = commissionsLate(told);
            told = linkLostBetween(told);
        }
        return afterWhatWasKeptBack(told);
    }

    /** With a link there is news again, and news does not overtake what happened before it. */
    private List<ServerMessage> afterWhatWasKeptBack(List<ServerMessage> batch) {
        if (keptBack.isEmpty() || hearing.link().isLost()) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>(keptBack);
        keptBack.clear();
        told.addAll(batch);
        return told;
    }

    private void tellWhatWasKeptBack() {
        keptBack.forEach(message -> hearing.later(0, message));
        keptBack.clear();
    }

    private static boolean concernsFills(ServerMessage message) {
        return message instanceof OrderMessage.ExecDetails
                || message instanceof OrderMessage.CommissionReport;
    }

    private static boolean isLive(ServerMessage message) {
        return message instanceof OrderMessage.ExecDetails details && details.requestId() == -1;
    }

    private List<ServerMessage> executionsFirst(List<ServerMessage> batch) {
        boolean both =
                batch.stream().anyMatch(FillTelling::isLive)
                        && batch.stream().anyMatch(OrderMessage.OpenOrder.class::isInstance);
        Fault fault = both ? hearing.strike(FaultKind.EXECUTION_FIRST) : null;
        if (fault == null) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>(batch);
        told.removeIf(FillTelling::isLive);
        Class<? extends ServerMessage> overtaken =
                fault.has("before", "open-order")
                        ? OrderMessage.OpenOrder.class
                        : OrderMessage.OrderStatus.class;
        int place = 0;
        while (place < told.size() && !overtaken.isInstance(told.get(place))) {
            place++;
        }
        told.addAll(place, batch.stream().filter(FillTelling::isLive).toList());
        return told;
    }

    private List<ServerMessage> inUnknownZone(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.UNKNOWN_ZONE)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            Fault fault =
                    message instanceof OrderMessage.ExecDetails
                            ? hearing.strike(FaultKind.UNKNOWN_ZONE)
                            : null;
            if (fault != null && message instanceof OrderMessage.ExecDetails details) {
                Execution execution = details.execution();
                told.add(
                        new OrderMessage.ExecDetails(
                                details.requestId(),
                                details.contract(),
                                withTime(execution, Zones.unknown(execution.time(), fault))));
            } else {
                told.add(message);
            }
        }
        return told;
    }

    private static Execution withTime(Execution execution, String time) {
        return new Execution(
                execution.orderId(),
                execution.execId(),
                time,
                execution.account(),
                execution.exchange(),
                execution.side(),
                execution.sharesE8(),
                execution.priceE8(),
                execution.permId(),
                execution.clientId(),
                execution.liquidation(),
                execution.cumulativeQuantityE8(),
                execution.averagePriceE8(),
                execution.orderRef(),
                execution.evRule(),
                execution.evMultiplierE8(),
                execution.modelCode(),
                execution.lastLiquidity(),
                execution.pendingPriceRevision(),
                execution.submitter());
    }

    private List<ServerMessage> commissionsFirst(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.EARLY_COMMISSION)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>(batch);
        for (ServerMessage message : batch) {
            if (message instanceof OrderMessage.CommissionReport report) {
                int execution = executionOf(report.execId(), told);
                int now = told.indexOf(message);
                if (execution >= 0
                        && execution < now
                        && hearing.strikes(FaultKind.EARLY_COMMISSION)) {
                    told.remove(now);
                    told.add(execution, message);
                }
            }
        }
        return told;
    }

    private static int executionOf(String execId, List<ServerMessage> batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof OrderMessage.ExecDetails details
                    && details.execution().execId().equals(execId)) {
                return i;
            }
        }
        return -1;
    }

    private List<ServerMessage> commissionsUnset(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.UNSET_COMMISSION)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            Fault fault =
                    message instanceof OrderMessage.CommissionReport
                            ? hearing.strike(FaultKind.UNSET_COMMISSION)
                            : null;
            if (fault != null && message instanceof OrderMessage.CommissionReport report) {
                told.add(unset(report, fault));
                if (fault.whole("delayMillis") > 0) {
                    hearing.laterFromBroker(fault.nanos("delayMillis"), report);
                }
            } else {
                told.add(message);
            }
        }
        return told;
    }

    private static OrderMessage.CommissionReport unset(
            OrderMessage.CommissionReport report, Fault fault) {
        boolean minusOne = fault.has("value", "minus-one");
        return new OrderMessage.CommissionReport(
                report.execId(),
                minusOne ? -Decimals.ONE : Decimals.UNSET,
                report.currency(),
                Decimals.UNSET,
                report.yieldE8(),
                report.yieldRedemptionDate());
    }

    private List<ServerMessage> commissionsLate(List<ServerMessage> batch) {
        if (!hearing.isOn(FaultKind.LATE_COMMISSION)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            Fault fault =
                    message instanceof OrderMessage.CommissionReport
                            ? hearing.strike(FaultKind.LATE_COMMISSION)
                            : null;
            if (fault == null) {
                told.add(message);
            } else {
                hearing.laterFromBroker(fault.nanos("delayMillis"), message);
            }
        }
        return told;
    }

    private List<ServerMessage> linkLostBetween(List<ServerMessage> batch) {
        int first = 0;
        while (first < batch.size() && !isLive(batch.get(first))) {
            first++;
        }
        Fault fault = first < batch.size() ? hearing.strike(FaultKind.FILLS_AFTER_LINK_LOSS) : null;
        if (fault == null) {
            return batch;
        }
        // Everybody is told a moment later, this session once more, as TWS repeats itself.
        Link.Manner manner = Link.Manner.of(fault);
        hearing.link().loseSilently(manner);
        hearing.after(0, () -> hearing.link().lose(manner));
        hearing.after(fault.nanos("outageMillis"), () -> hearing.link().restoreIfLost(true));
        List<ServerMessage> told = new ArrayList<>(batch.subList(0, first));
        told.add(hearing.error(-1, Link.LOST, Link.LOST_TEXT));
        List<ServerMessage> fills = batch.subList(first, batch.size());
        if (fault.whole("fillsMillis") == 0) {
            told.addAll(fills);
        } else {
            keptBack.addAll(fills);
            hearing.after(fault.nanos("fillsMillis"), this::tellWhatWasKeptBack);
        }
        return told;
    }
}
