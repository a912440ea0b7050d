package dev.monger.simulator.fault;

import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes wrong when data are told: silence, and old values that look fresh. */
final class DataTelling implements Telling {
    private final Hearing hearing;
    private final Subscriptions subscriptions;
    private final Map<Integer, DataLine> lines = new TreeMap<>();

    DataTelling(Hearing hearing, Subscriptions subscriptions) {
        this.hearing = hearing;
        this.subscriptions = subscriptions;
    }

    /** A subscription begins again: what was decided about it no longer counts. */
    void begins(int requestId) {
        lines.remove(requestId);
    }

    @Override
    public List<ServerMessage> told(List<ServerMessage> batch) {
        boolean old =
                hearing.lasts(FaultKind.DELAYED_AS_LIVE) || hearing.lasts(FaultKind.FROZEN_AS_LIVE);
        if (!old && lines.isEmpty() && subscriptions.isNothingSilent()) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        for (ServerMessage message : batch) {
            int requestId = Subscriptions.requestOf(message);
            if (message instanceof MarketDataMessage.MarketDataType type && old) {
                told.add(line(type.requestId()).said(type));
            } else if (requestId == Subscriptions.NO_DATA) {
                told.add(message);
            } else if (!subscriptions.isSilent(requestId, hearing.nowNanos())) {
                tell(requestId, message, old, told);
            }
        }
        return told;
    }

    private DataLine line(int requestId) {
        return lines.computeIfAbsent(requestId, _ -> new DataLine(hearing));
    }

    private void tell(int requestId, ServerMessage message, boolean old, List<ServerMessage> told) {
        if (!old && !lines.containsKey(requestId)) {
            told.add(message);
            return;
        }
        DataLine line = line(requestId);
        int announcement = line.announcement();
        if (announcement != 0) {
            told.add(new MarketDataMessage.MarketDataType(requestId, announcement));
        }
        ServerMessage shown = line.shown(message);
        long delay = line.delayNanos(message);
        if (delay == 0) {
            told.add(shown);
        } else {
            hearing.after(
                    delay,
                    () ->
                            hearing.link()
                                    .pass(Turn.STREAMS, () -> tellLate(requestId, line, shown)));
        }
    }

    private void tellLate(int requestId, DataLine line, ServerMessage message) {
        if (line.equals(lines.get(requestId)) && line.isStillLate()) {
            hearing.later(0, message);
        }
    }
}
