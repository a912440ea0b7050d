package dev.monger.core.portfolio;

import java.util.ArrayList;
import java.util.List;

/** Each reason for which nothing may open; the permit needs all of them to be open. */
public enum PermitGate {
    /** The socket to TWS carries a session. */
    SESSION("no session with TWS"),
    /** TWS is connected to the broker. */
    BROKER_LINK("TWS has lost its link to the broker"),
    /** Orders, executions and positions were enumerated to their ends in this session. */
    RECONCILED("orders, executions and positions are not yet enumerated"),
    /** The account's P&L is known and young. */
    PNL_FRESH("the account's P&L of the day is not known"),
    /** The daily-loss limit has not tripped. */
    NO_BREACH("the daily-loss limit has tripped");

    private final String closed;

    PermitGate(String closed) {
        this.closed = closed;
    }

    /** Returns what it means that this gate is closed. */
    public String closedText() {
        return closed;
    }

    boolean open(PortfolioState state) {
        return switch (this) {
            case SESSION -> state.link() instanceof AccountLink.Up;
            case BROKER_LINK -> state.link() instanceof AccountLink.Up up && up.brokerReached();
            case RECONCILED -> state.polls().reconciled();
            case PNL_FRESH -> state.pnl().known();
            case NO_BREACH -> state.latch() instanceof LossLatch.Clear;
        };
    }

    /** Returns the gates that are closed; none means permit. */
    public static List<PermitGate> closed(PortfolioState state) {
        List<PermitGate> closed = new ArrayList<>();
        for (PermitGate gate : values()) {
            if (!gate.open(state)) {
                closed.add(gate);
            }
        }
        return List.copyOf(closed);
    }
}
