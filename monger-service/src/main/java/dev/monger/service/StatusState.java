package dev.monger.service;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.monger.schemas.TickerStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticker, as {@code GET /api/status} tells it: an element of the manager's {@code /api/fleet}.
 *
 * @param ticker its name
 * @param account the account it trades in
 * @param trading what the engine told last
 * @param process this process
 * @param desired always RUNNING: that is why it runs
 * @param alarms that stand now
 */
record StatusState(
        String ticker,
        String account,
        @JsonUnwrapped Trading trading,
        @JsonUnwrapped Running process,
        String desired,
        List<String> alarms) {

    private static final Trading NOTHING =
            new Trading("STARTING", "UNKNOWN", "UNKNOWN", "UNKNOWN", null, false, null, null, 0);

    /** What the engine told last. */
    record Trading(
            String lifeCycle,
            String gatewayLink,
            String brokerLink,
            String dataLink,
            @Nullable Long dataAgeMillis,
            boolean halted,
            @Nullable String breach,
            @Nullable String ownPosition,
            int workingOrders) {}

    /** This process; it does not know how often it was restarted. */
    record Running(
            int clientId, long processId, @Nullable Integer httpPort, @Nullable Integer restarts) {}

    static StatusState of(Monger monger, @Nullable Integer httpPort) {
        TickerStatus status = monger.status();
        return new StatusState(
                monger.ticker(),
                monger.environment().account(),
                status == null ? NOTHING : trading(status),
                new Running(monger.clientId(), ProcessHandle.current().pid(), httpPort, null),
                "RUNNING",
                status == null ? List.of() : List.copyOf(status.getAlarms()));
    }

    private static Trading trading(TickerStatus status) {
        return new Trading(
                status.getLifeCycle().name(),
                status.getGatewayLink().name(),
                status.getBrokerLink().name(),
                status.getDataLink().name(),
                status.getDataAgeMillis(),
                status.getHalted(),
                status.getBreach(),
                status.getOwnPosition().stripTrailingZeros().toPlainString(),
                status.getWorkingOrders());
    }
}
