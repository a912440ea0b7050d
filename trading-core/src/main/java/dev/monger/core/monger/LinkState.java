package dev.monger.core.monger;

/**
 * The two links to the broker, seen from here: our socket to TWS, and behind it TWS to the broker.
 */
public sealed interface LinkState {

    /** No session with TWS. */
    record Down() implements LinkState {}

    /** A session with TWS, which is itself apart from the broker: nothing may be sent. */
    record Apart() implements LinkState {}

    /**
     * Both links stand.
     *
     * @param restartNear whether TWS will restart within seconds: nothing that opens may be sent
     */
    record Healthy(boolean restartNear) implements LinkState {}

    /** Tells whether anything may be sent. */
    default boolean healthy() {
        return this instanceof Healthy;
    }

    /** Tells whether there is a session with TWS. */
    default boolean open() {
        return !(this instanceof Down);
    }

    /**
     * Returns what an event makes of the links; those that are about the contract change nothing.
     */
    default LinkState after(LinkEvent event) {
        return switch (event) {
            case LinkEvent.LinkOpened opened ->
                    opened.brokerConnected() ? new Healthy(false) : new Apart();
            case LinkEvent.LinkLost _ -> new Down();
            case LinkEvent.BrokerConnectivityLost _ -> open() ? new Apart() : this;
            case LinkEvent.BrokerConnectivityRestored _ -> restored();
            case LinkEvent.RestartApproaching _ -> healthy() ? new Healthy(true) : this;
            case LinkEvent.ContractConfirmed _, LinkEvent.ContractRefused _ -> this;
        };
    }

    private LinkState restored() {
        return switch (this) {
            case Down _ -> this;
            case Apart _ -> new Healthy(false);
            case Healthy _ -> this;
        };
    }
}
