package dev.monger.manager;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticker as {@code GET /api/fleet} tells it.
 *
 * @param ticker its name
 * @param account the account it trades in
 * @param trading what its monger says
 * @param process what the manager knows of its process
 * @param desired RUNNING or STOPPED
 * @param alarms that stand now
 */
public record TickerState(
        String ticker,
        String account,
        @JsonUnwrapped Trading trading,
        @JsonUnwrapped Running process,
        String desired,
        List<String> alarms) {

    /** Keeps an immutable copy. */
    public TickerState {
        alarms = List.copyOf(alarms);
    }

    /**
     * What its monger says, or said last.
     *
     * @param lifeCycle one of the words of LifeCycle
     * @param gatewayLink the socket to TWS: UP, DOWN, DEGRADED or UNKNOWN
     * @param brokerLink from TWS to IBKR
     * @param dataLink the market data farm
     * @param dataAgeMillis age of the last live quote; null when there is none
     * @param halted whether the latch is set
     * @param breach what set it
     * @param ownPosition the own share, as a decimal; null when it was never told
     * @param workingOrders own orders that could still fill
     */
    public record Trading(
            String lifeCycle,
            String gatewayLink,
            String brokerLink,
            String dataLink,
            @Nullable Long dataAgeMillis,
            boolean halted,
            @Nullable String breach,
            @Nullable String ownPosition,
            int workingOrders) {}

    /**
     * What the manager knows of its process.
     *
     * @param clientId at the gateway
     * @param processId null when none runs
     * @param httpPort its own, null when not known
     * @param restarts since this manager began
     */
    public record Running(
            int clientId, @Nullable Long processId, @Nullable Integer httpPort, int restarts) {}
}
